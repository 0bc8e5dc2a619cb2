//! The lists of runners that a sweep reads, for somebody who wants to read them by other means.

use super::{Call, Sweep};
use crate::gitlab::endpoint::ListRunners;

impl Sweep {
    /// The lists that were asked for, each with how many rows it has as far as that is known.
    pub fn lists(&self) -> impl Iterator<Item = (ListRunners, usize)> + '_ {
        self.parts.iter().filter(|part| part.was_asked()).filter_map(|part| match part.call() {
            Call::Runners(list) => Some((list, part.rows())),
            Call::Groups | Call::Projects => None,
        })
    }
}
