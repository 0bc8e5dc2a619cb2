//! The lists of runners that a sweep reads, for somebody who wants to read them by other means.

use super::{Call, Sweep};
use crate::gitlab::endpoint::{Endpoint, ListRunners};

impl Sweep {
    /// The lists that were read or are to be, each with how many rows it has as far as that is known.
    pub fn lists(&self) -> impl Iterator<Item = (ListRunners, usize)> + '_ {
        let asked = self.parts.iter().filter(|part| part.pages.arrived > 0 || part.pages.is_active());
        asked.filter_map(|part| match part.call() {
            Call::Runners(list) => {
                let rows = part.pages.total.unwrap_or(part.pages.arrived * list.per_page());
                Some((list, rows))
            }
            Call::Groups | Call::Projects => None,
        })
    }
}
