//! Which lists everything was read from.

use super::FleetState;
use crate::gitlab::endpoint::ListRunners;

impl FleetState {
    /// The lists of the sweep whose rows are listed, each with how many it has as far as that is known; none while there
    /// is none.
    pub fn lists_read(&self) -> Vec<(ListRunners, usize)> {
        self.with_sweep(|sweep| sweep.lists().collect()).unwrap_or_default()
    }
}
