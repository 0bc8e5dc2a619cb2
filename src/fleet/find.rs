//! Which runners a text search finds: every word in the description, the id, a tag, the version, the address, or the
//! path or name of a project or group, whatever its case.

use memchr::memmem;

use super::Fleet;
use super::bits::Bits;
use super::row::{Facts, Row};

/// One of so many rows is few.
const FEW: usize = 16;

/// A text search, and what it found last: a text that only grew is looked for among those.
#[derive(Debug, Default)]
pub struct Finder {
    words: Vec<String>,
    found: Bits,
    version: (u32, u32),
}

impl Finder {
    /// The places where every word of the text is found; `None` for a text without words.
    pub fn find(&mut self, fleet: &Fleet, text: &str) -> Option<&Bits> {
        let words: Vec<String> = text.split_whitespace().map(lower).collect();
        if words.is_empty() {
            self.words.clear();
            return None;
        }
        if words != self.words || self.version != (fleet.version, fleet.facts_version) {
            let grew = self.version == (fleet.version, fleet.facts_version) && grew(&self.words, &words);
            // Among many, one sweep through all texts is quicker than a look at each.
            let narrows = grew && self.found.count() * FEW < fleet.rows.len();
            self.found = if narrows { narrowed(fleet, &words, &self.found) } else { searched(fleet, &words) };
            (self.words, self.version) = (words, (fleet.version, fleet.facts_version));
        }
        Some(&self.found)
    }
}

/// Whether whatever holds the new words holds the old ones.
fn grew(old: &[String], new: &[String]) -> bool {
    !old.is_empty() && old.len() <= new.len() && old.iter().zip(new).all(|(old, new)| new.contains(old.as_str()))
}

/// Looks through all descriptions in one go, and through each shared word once.
fn searched(fleet: &Fleet, words: &[String]) -> Bits {
    let mut found: Option<Bits> = None;
    for word in words {
        let mut bits = Bits::none(fleet.rows.len());
        fleet.names.find(word, |row| bits.set(row));
        Shared::new(fleet, word).find(fleet, |place| bits.set(place));
        match &mut found {
            Some(found) => found.and(&bits),
            None => found = Some(bits),
        }
    }
    found.unwrap_or_default()
}

/// Looks through those that were found before.
fn narrowed(fleet: &Fleet, words: &[String], before: &Bits) -> Bits {
    let looks: Vec<_> =
        words.iter().map(|word| (memmem::Finder::new(word.as_bytes()), Shared::new(fleet, word))).collect();
    let mut found = Bits::none(fleet.rows.len());
    for place in before.iter() {
        let (name, row) = (fleet.names.lower(place).as_bytes(), &fleet.rows[place]);
        if looks.iter().all(|(word, shared)| word.find(name).is_some() || shared.has(fleet, row)) {
            found.set(place);
        }
    }
    found
}

/// The shared words and lists in which a word stands.
struct Shared {
    any: bool,
    /// Whether one of them may stand in a row itself, and not only in what details tell.
    in_rows: bool,
    words: Bits,
    lists: Bits,
}

impl Shared {
    fn new(fleet: &Fleet, word: &str) -> Self {
        let texts = &fleet.texts;
        let (mut words, mut lists) = (Bits::none(texts.words().len()), Bits::none(texts.lists().len()));
        let (mut any, mut in_rows) = (false, false);
        texts.search(word, |text| {
            words.set(text.index());
            any = true;
            in_rows |= fleet.row_words.has(text.index());
        });
        for (number, list) in texts.lists().enumerate() {
            if any && list.iter().any(|text| words.has(text.index())) {
                lists.set(number);
            }
        }
        Self { any, in_rows, words, lists }
    }

    /// Calls with the place of each runner that has one of them. Many rows have no facts, so those are gone through by
    /// themselves.
    fn find(&self, fleet: &Fleet, mut found: impl FnMut(usize)) {
        if self.in_rows {
            for (place, row) in fleet.rows.iter().enumerate() {
                if self.has_row(row) {
                    found(place);
                }
            }
        }
        if self.any {
            for facts in &fleet.facts {
                if self.has_facts(facts) {
                    found(facts.place as usize);
                }
            }
        }
    }

    fn has(&self, fleet: &Fleet, row: &Row) -> bool {
        let facts = || row.facts.map(|at| &fleet.facts[at as usize]);
        self.in_rows && self.has_row(row) || self.any && facts().is_some_and(|facts| self.has_facts(facts))
    }

    fn has_row(&self, row: &Row) -> bool {
        self.lists.has(row.ways.index()) || self.words.has(row.address.index())
    }

    fn has_facts(&self, facts: &Facts) -> bool {
        self.lists.has(facts.tags.index())
            || self.words.has(facts.version.index())
            || self.words.has(facts.owner.index())
            || facts.address.is_some_and(|address| self.words.has(address.index()))
    }
}

/// Letter by letter, as texts are kept.
pub fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grew_finds_no_more_than_before() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (old, new, expected) in
            [("bu", "buil", true), ("uil", "build", true), ("a", "a b", true), ("a b", "a", false), ("ab", "ba", false)]
        {
            assert_eq!(grew(&words(old), &words(new)), expected, "{old} {new}");
        }
        assert!(!grew(&[], &words("a")));
    }
}
