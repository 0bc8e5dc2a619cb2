//! The descriptions of all runners, one after the other in one text, and beside it what a search looks through: two long
//! texts instead of two short ones a runner cost no allocation each.

use super::bits::Bits;
use super::haystack::{Haystack, Hit, Stand};

/// Descriptions by the number of their row.
#[derive(Clone, Debug, Default)]
pub struct Names {
    text: String,
    /// `#41` and the description.
    haystack: Haystack,
    spots: Vec<Spot>,
}

/// Where a row's texts stand.
#[derive(Clone, Copy, Debug)]
struct Spot {
    text: (u32, u32),
    lower: Stand,
}

impl Names {
    /// Adds the next row's.
    pub fn push(&mut self, id: u64, name: &str) {
        let spot = self.write(self.spots.len(), id, name);
        self.spots.push(spot);
    }

    /// Changes a row's. The old one stays in the text, of no row.
    pub fn set(&mut self, row: usize, id: u64, name: &str) {
        if self.get(row) != name {
            self.haystack.forget(self.spots[row].lower);
            self.spots[row] = self.write(row, id, name);
        }
    }

    /// A row's description, empty if it has none.
    pub fn get(&self, row: usize) -> &str {
        let (from, to) = self.spots[row].text;
        &self.text[from as usize..to as usize]
    }

    /// The rows in which a word in lower case stands.
    pub fn holding(&self, word: &str) -> Bits {
        let mut rows = Bits::none(self.spots.len());
        self.haystack.find(word, |row| rows.set(row));
        rows
    }

    /// Every place where a word in lower case begins, with its row.
    pub fn hits(&self, word: &str) -> Vec<Hit> {
        self.haystack.hits(word)
    }

    /// Those places of the first bytes of a word where all of it stands.
    pub fn grown(&self, hits: &[Hit], known: usize, word: &str) -> Vec<Hit> {
        self.haystack.grown(hits, known, word)
    }

    fn write(&mut self, row: usize, id: u64, name: &str) -> Spot {
        let text = (len(&self.text), len(&self.text) + len(name));
        self.text.push_str(name);
        Spot { text, lower: self.haystack.push(row, &["#", &id.to_string(), " ", name]) }
    }
}

/// All descriptions together are far below four billion bytes.
fn len(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &Names, word: &str) -> Vec<usize> {
        let rows = names.holding(word);
        (0..names.spots.len()).filter(|row| rows.has(*row)).collect()
    }

    #[test]
    fn words_are_found_in_their_rows() {
        let mut names = Names::default();
        for (id, name) in [(41, "Büro Build-7"), (7, ""), (410, "build hall")] {
            names.push(id, name);
        }
        assert_eq!(found(&names, "build"), [0, 2]);
        assert_eq!(found(&names, "#41"), [0, 2]);
        assert_eq!(found(&names, "büro"), [0]);
        assert_eq!(found(&names, "7#"), [] as [usize; 0]);
        assert_eq!((names.get(0), names.haystack.get(names.spots[2].lower)), ("Büro Build-7", "#410 build hall"));
    }

    #[test]
    fn a_changed_name_takes_the_place_of_the_old() {
        let mut names = Names::default();
        names.push(1, "one");
        names.push(2, "two");
        names.set(0, 1, "Eins");
        assert_eq!((found(&names, "one"), found(&names, "eins")), (vec![], vec![0]));
        assert_eq!((names.get(0), names.get(1)), ("Eins", "two"));
    }
}
