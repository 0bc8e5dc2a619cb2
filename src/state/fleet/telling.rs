//! Letting those who watch hear of what arrived: soon, and not for each answer, for putting many rows in order takes time.

use leptos::prelude::*;

use super::FleetState;
use crate::browser::timers;

/// How long what arrived waits to be shown together: details, pages of a list, and where so many are listed.
const SHOWN_SOON_MS: u32 = 16;
const SHOWN_AFTER_MS: u32 = 100;
const SHOWN_LATER_MS: u32 = 300;
const MANY: usize = 10_000;

impl FleetState {
    /// Tells of what arrived, and of what may arrive in the next moment.
    pub(super) fn tell(self) {
        if self.telling.get_value() {
            return;
        }
        self.telling.set_value(true);
        timers::later(self.patience(), move || {
            // Nobody is there to hear it once the page is left.
            if self.telling.try_get_value() == Some(true) {
                self.tell_now();
            }
        });
    }

    /// The same where nothing else is awaited: then it is told at once, unless that takes time.
    pub(super) fn tell_of_last(self) {
        if self.patience() == SHOWN_SOON_MS {
            self.tell_now();
        } else {
            self.tell();
        }
    }

    fn tell_now(self) {
        self.telling.set_value(false);
        self.fleet.notify();
    }

    fn patience(self) -> u32 {
        match (self.with_untracked(|fleet| fleet.len() > MANY), self.is_loading_untracked()) {
            (true, _) => SHOWN_LATER_MS,
            (false, true) => SHOWN_AFTER_MS,
            (false, false) => SHOWN_SOON_MS,
        }
    }
}
