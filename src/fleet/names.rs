//! The descriptions of all runners, one after the other in one text, and beside it what a search looks through.
//!
//! Two long texts instead of two short ones a runner: they cost no allocation each, and a search runs over all in one go.

use memchr::memmem;

/// Descriptions by the number of their row.
#[derive(Clone, Debug, Default)]
pub struct Names {
    text: String,
    /// `#41` and the description in lower case, a line each.
    lower: String,
    spots: Vec<Spot>,
    /// Which row each entry of `lower` is of, by where it begins; rising.
    entries: Vec<(u32, u32)>,
}

/// Where a row's texts stand.
#[derive(Clone, Copy, Debug)]
struct Spot {
    text: (u32, u32),
    lower: (u32, u32),
}

impl Names {
    /// Adds the next row's.
    pub fn push(&mut self, id: u64, name: &str) {
        let row = self.spots.len();
        let spot = self.write(row, id, name);
        self.spots.push(spot);
    }

    /// Changes a row's. The old one stays in the text, of no row.
    pub fn set(&mut self, row: usize, id: u64, name: &str) {
        if self.get(row) != name {
            let spot = self.write(row, id, name);
            let begins = self.spots[row].lower.0;
            if let Ok(entry) = self.entries.binary_search_by_key(&begins, |(at, _)| *at) {
                self.entries[entry].1 = u32::MAX;
            }
            self.spots[row] = spot;
        }
    }

    /// A row's description, empty if it has none.
    pub fn get(&self, row: usize) -> &str {
        let Spot { text: (from, to), .. } = self.spots[row];
        &self.text[from as usize..to as usize]
    }

    /// What a search looks through in one row.
    pub fn lower(&self, row: usize) -> &str {
        let Spot { lower: (from, to), .. } = self.spots[row];
        &self.lower[from as usize..to as usize]
    }

    /// Calls with each row in which a word in lower case stands.
    pub fn find(&self, word: &str, mut found: impl FnMut(usize)) {
        let mut entry = 0;
        for at in memmem::find_iter(self.lower.as_bytes(), word.as_bytes()) {
            while self.entries.get(entry + 1).is_some_and(|(begins, _)| *begins as usize <= at) {
                entry += 1;
            }
            if let Some((_, row)) = self.entries.get(entry).filter(|(_, row)| *row != u32::MAX) {
                found(*row as usize);
            }
        }
    }

    fn write(&mut self, row: usize, id: u64, name: &str) -> Spot {
        let text = (len(&self.text), len(&self.text) + len(name));
        self.text.push_str(name);
        let begins = len(&self.lower);
        self.entries.push((begins, u32::try_from(row).unwrap_or(u32::MAX)));
        self.lower.push('#');
        self.lower.push_str(&id.to_string());
        self.lower.push(' ');
        // Letter by letter, as the words are: `str::to_lowercase` looks at neighbours. A word never holds a blank or
        // a line's end, so nothing is found across two rows.
        self.lower.extend(name.chars().flat_map(char::to_lowercase));
        self.lower.push('\n');
        Spot { text, lower: (begins, len(&self.lower) - 1) }
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
        let mut rows = Vec::new();
        names.find(word, |row| rows.push(row));
        rows.dedup();
        rows
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
        assert_eq!((names.get(0), names.lower(2)), ("Büro Build-7", "#410 build hall"));
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
