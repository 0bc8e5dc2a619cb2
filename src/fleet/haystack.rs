//! Many short texts in one long text, a line each and in lower case, so that a search runs over all of them in one go.

use memchr::memmem;

/// The texts, by the numbers that were given with them.
#[derive(Clone, Debug, Default)]
pub struct Haystack {
    text: String,
    /// Where each begins, and its number; rising.
    entries: Vec<(u32, u32)>,
}

/// Where a text stands in its haystack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    from: u32,
    to: u32,
}

/// A place where a word begins, and the number of the text in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    at: u32,
    number: u32,
}

impl Hit {
    /// The number of the text.
    pub fn number(self) -> usize {
        self.number as usize
    }
}

/// The number of a text that is looked for no more.
const NONE: u32 = u32::MAX;

impl Haystack {
    /// Adds a text, given in pieces.
    pub fn push(&mut self, number: usize, pieces: &[&str]) -> Stand {
        let from = self.end();
        self.entries.push((from, u32::try_from(number).unwrap_or(NONE)));
        for piece in pieces {
            // Letter by letter, as the words are: `str::to_lowercase` looks at neighbours.
            self.text.extend(piece.chars().flat_map(char::to_lowercase));
        }
        let to = self.end();
        // A word never holds a blank or a line's end, so nothing is found across two texts.
        self.text.push('\n');
        Stand { from, to }
    }

    /// Looks for a text no more. It stays where it is.
    pub fn forget(&mut self, stand: Stand) {
        if let Ok(entry) = self.entries.binary_search_by_key(&stand.from, |(from, _)| *from) {
            self.entries[entry].1 = NONE;
        }
    }

    /// A text, in lower case.
    pub fn get(&self, stand: Stand) -> &str {
        &self.text[stand.from as usize..stand.to as usize]
    }

    /// Calls with the number of each text in which a word in lower case stands, once each.
    pub fn find(&self, word: &str, mut found: impl FnMut(usize)) {
        self.walk(word, true, |hit| found(hit.number()));
    }

    /// Every place where a word in lower case begins, so that a longer one need be looked for only there.
    pub fn hits(&self, word: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.walk(word, false, |hit| hits.push(hit));
        hits
    }

    /// Goes through the places where a word begins; `once` goes on with the next text after each.
    fn walk(&self, word: &str, once: bool, mut found: impl FnMut(Hit)) {
        let (finder, text) = (memmem::Finder::new(word), self.text.as_bytes());
        let (mut from, mut entry) = (0, 0);
        while let Some(at) = text.get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + at;
            let begins = |entry: usize| self.entries.get(entry).map_or(text.len(), |(begins, _)| *begins as usize);
            while begins(entry + 1) <= at {
                entry += 1;
            }
            if let Some((_, number)) = self.entries.get(entry).filter(|(_, number)| *number != NONE) {
                found(Hit { at: u32::try_from(at).unwrap_or(u32::MAX), number: *number });
            }
            from = if once { begins(entry + 1) } else { at + 1 };
        }
    }

    /// Those places of the first bytes of a word where all of it stands.
    pub fn grown(&self, hits: &[Hit], known: usize, word: &str) -> Vec<Hit> {
        let (text, more) = (self.text.as_bytes(), &word.as_bytes()[known..]);
        let is_there = |hit: &&Hit| text[hit.at as usize + known..].starts_with(more);
        hits.iter().filter(is_there).copied().collect()
    }

    /// All texts together are far below four billion bytes.
    fn end(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(haystack: &Haystack, word: &str) -> Vec<usize> {
        let mut numbers = Vec::new();
        haystack.find(word, |number| numbers.push(number));
        numbers
    }

    #[test]
    fn each_text_is_found_once() {
        let mut haystack = Haystack::default();
        for (number, text) in ["Büro Büro", "", "büro", "aaa", "-büro"].iter().enumerate() {
            haystack.push(number, &[text]);
        }
        assert_eq!(found(&haystack, "büro"), [0, 2, 4]);
        assert_eq!(found(&haystack, "aa"), [3]);
        assert_eq!(found(&haystack, "o"), [0, 2, 4]);
        assert_eq!(found(&haystack, "x"), [] as [usize; 0]);
    }

    #[test]
    fn a_word_is_found_in_any_case() {
        for (word, text, expected) in [
            ("gpu", "GPU-large", true),
            ("aab", "aaab", true),
            ("aab", "aaa", false),
            ("büro", "BÜRO 2", true),
            ("x", "", false),
        ] {
            let mut haystack = Haystack::default();
            haystack.push(0, &[text]);
            assert_eq!(!found(&haystack, word).is_empty(), expected, "{word} in {text}");
        }
    }

    #[test]
    fn a_longer_word_is_found_where_its_beginning_is() {
        let mut haystack = Haystack::default();
        for (number, text) in ["aaab", "b", "aab aab", "aa", "aa"].iter().enumerate() {
            haystack.push(number, &[text]);
        }
        let hits = haystack.hits("aa");
        let numbers = |hits: &[Hit]| hits.iter().map(|hit| hit.number()).collect::<Vec<_>>();
        assert_eq!(numbers(&hits), [0, 0, 2, 2, 3, 4]);
        for longer in ["aaab", "aab", "aabb", "aa"] {
            assert_eq!(haystack.grown(&hits, 2, longer), haystack.hits(longer), "{longer}");
        }
    }

    #[test]
    fn what_is_forgotten_is_not_found() {
        let mut haystack = Haystack::default();
        let one = haystack.push(7, &["#", "7 ", "One"]);
        haystack.push(8, &["one"]);
        assert_eq!(haystack.get(one), "#7 one");
        haystack.forget(one);
        assert_eq!(found(&haystack, "one"), [8]);
    }
}
