//! In which descriptions the letters stand that a search begins with, found one by one while nothing else is to be done: a
//! letter stands in very many, and the first key press of a search is to be as quick as the next ones.

use super::Fleet;
use super::bits::Bits;

/// What ids and most descriptions are made of.
const LETTERS: &str = "#0123456789abcdefghijklmnopqrstuvwxyz";

/// The places of the descriptions in which each letter stands.
#[derive(Debug, Default)]
pub struct Letters {
    /// Of which descriptions.
    version: Option<u32>,
    /// As far as they are found.
    found: Vec<Bits>,
}

impl Letters {
    /// Finds the next one. Returns whether there is more to do.
    pub fn step(&mut self, fleet: &Fleet) -> bool {
        if self.version != Some(fleet.names_version) {
            *self = Self { version: Some(fleet.names_version), found: Vec::new() };
        }
        let letter = LETTERS.get(self.found.len()..=self.found.len());
        if let Some(letter) = letter {
            self.found.push(fleet.names.holding(letter));
        }
        letter.is_some()
    }

    /// Where a word stands, if it is a letter that is found already.
    pub fn get(&self, fleet: &Fleet, word: &str) -> Option<&Bits> {
        let is_one = word.len() == 1 && self.version == Some(fleet.names_version);
        let place = is_one.then(|| LETTERS.find(word)).flatten()?;
        self.found.get(place)
    }
}
