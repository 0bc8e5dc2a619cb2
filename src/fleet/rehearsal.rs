//! Searches that nobody typed, made while nothing else is to be done: a browser compiles well only what has run for a
//! while, and the first key presses are to be as quick as later ones.

use std::hint::black_box;

use super::Fleet;
use super::find::Finder;

/// How many names are typed, and as many letters of each.
const NAMES: usize = 24;
const LETTERS: usize = 4;

/// How far that is.
#[derive(Debug, Default)]
pub struct Rehearsal {
    typed: usize,
    finder: Finder,
}

impl Rehearsal {
    /// Types the next letter of the beginning of a name. Returns whether there is more to do.
    pub fn step(&mut self, fleet: &Fleet) -> bool {
        let apart = fleet.rows.len() / NAMES;
        if apart == 0 || self.typed == NAMES * LETTERS {
            return false;
        }
        let (name, letters) = (self.typed / LETTERS, self.typed % LETTERS + 1);
        self.typed += 1;
        let text: String = fleet.names.get(name * apart).chars().take(letters).collect();
        if let Some(found) = self.finder.find(fleet, &text) {
            black_box(found.places.among(fleet.listed()));
        }
        true
    }
}
