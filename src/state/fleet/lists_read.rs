//! Which lists everything was read from.

use leptos::prelude::*;

use super::FleetState;
use crate::gitlab::endpoint::ListRunners;

impl FleetState {
    /// The lists of the sweep whose rows are listed, each with how many it has as far as that is known; none while there
    /// is none.
    pub fn lists_read(&self) -> Vec<(ListRunners, usize)> {
        let of_now = self.with_sweep(|sweep| sweep.lists().collect());
        let of_all = || self.swept.with_value(|swept| swept.as_ref().map(|sweep| sweep.lists().collect()));
        of_now.or_else(of_all).unwrap_or_default()
    }
}
