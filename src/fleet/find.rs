//! Which runners a text search finds: every word in the description, the id, a tag, the version, an address, or the
//! path or name of a project or group, whatever its case.

use super::Fleet;
use super::bits::Bits;
use super::haystack::Hit;
use super::letters::Letters;
use super::row::{Facts, Row};

/// A text search, and what it found last: a word that only grew is looked for where it stood.
#[derive(Debug, Default)]
pub struct Finder {
    words: Vec<Word>,
    found: Bits,
    /// Of which rows and facts, and of which descriptions.
    version: (u32, u32),
    names_version: u32,
    /// How many searches there were, and from which on each found no more than the one before.
    turn: u32,
    narrows_since: u32,
    letters: Letters,
}

/// What a search found.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The places where every word stands.
    pub places: &'a Bits,
    /// Which search it is, by number.
    pub turn: u32,
    /// From which search on each found no more than the one before.
    pub narrows_since: u32,
}

impl Finder {
    /// Works for a slice on what will be wanted. Returns whether there is more to do.
    pub fn prepare(&mut self, fleet: &Fleet) -> bool {
        self.letters.step(fleet)
    }

    /// Finds every word of the text; `None` for a text without words.
    pub fn find(&mut self, fleet: &Fleet, text: &str) -> Option<Found<'_>> {
        let words: Vec<String> = text.split_whitespace().map(lower).collect();
        if self.names_version != fleet.names_version || words.is_empty() {
            self.words.clear();
            self.names_version = fleet.names_version;
        }
        let version = (fleet.version, fleet.facts_version);
        let is_other = self.version != version;
        if is_other || !words.iter().eq(self.words.iter().map(|word| &word.text)) {
            self.version = version;
            self.turn += 1;
            if is_other || !grew(&self.words, &words) {
                self.narrows_since = self.turn;
            }
            let mut before = std::mem::take(&mut self.words);
            for text in words {
                let same = before.iter().position(|word| !is_other && word.text == text);
                self.words.push(match same {
                    Some(at) => before.swap_remove(at),
                    None => Word::new(fleet, text, &before, &self.letters),
                });
            }
            let (first, more) = self.words.split_first()?;
            self.found.clone_from(&first.found);
            for word in more {
                self.found.and(&word.found);
            }
        }
        let Self { turn, narrows_since, .. } = *self;
        (!self.words.is_empty()).then_some(Found { places: &self.found, turn, narrows_since })
    }
}

/// Whether whatever holds the new words holds the old ones.
fn grew(old: &[Word], new: &[String]) -> bool {
    !old.is_empty() && old.len() <= new.len() && old.iter().zip(new).all(|(old, new)| new.contains(&old.text))
}

/// A word that is searched for.
#[derive(Debug)]
struct Word {
    text: String,
    found: Bits,
    /// Where in the descriptions it begins. Of a letter that would be too many.
    hits: Option<Vec<Hit>>,
}

impl Word {
    /// `before` are words that were looked for in the same descriptions.
    fn new(fleet: &Fleet, text: String, before: &[Self], letters: &Letters) -> Self {
        let hits = (text.chars().nth(1).is_some()).then(|| {
            let mut known = before.iter().filter(|old| text.starts_with(&old.text));
            match known.find_map(|old| Some((old.text.len(), old.hits.as_ref()?))) {
                Some((known, hits)) => fleet.names.grown(hits, known, &text),
                None => fleet.names.hits(&text),
            }
        });
        let mut found = match &hits {
            Some(hits) => {
                let mut found = Bits::none(fleet.rows.len());
                for hit in hits {
                    found.set(hit.number());
                }
                found
            }
            None => letters.get(fleet, &text).cloned().unwrap_or_else(|| fleet.names.holding(&text)),
        };
        Shared::new(fleet, &text).find(fleet, |place| found.set(place));
        Self { text, found, hits }
    }
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

    fn has_row(&self, row: &Row) -> bool {
        self.lists.has(row.ways.index()) || self.lists.has(row.addresses.index())
    }

    fn has_facts(&self, facts: &Facts) -> bool {
        self.lists.has(facts.tags.index())
            || self.words.has(facts.version.index())
            || self.words.has(facts.owner.index())
            || facts.addresses.is_some_and(|addresses| self.lists.has(addresses.index()))
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
        let before = |text: &str| {
            words(text).into_iter().map(|text| Word { text, found: Bits::default(), hits: None }).collect::<Vec<_>>()
        };
        for (was, new, expected) in
            [("bu", "buil", true), ("uil", "build", true), ("a", "a b", true), ("a b", "a", false), ("ab", "ba", false)]
        {
            assert_eq!(grew(&before(was), &words(new)), expected, "{was} {new}");
        }
        assert!(!grew(&[], &words("a")));
    }
}
