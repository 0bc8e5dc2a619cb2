//! Seconds that are left of a wait, told each second.

use leptos::prelude::*;

use crate::browser::timers;

/// Who makes us wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// GitLab, with 429.
    GitLab,
    /// The budget a minute that the settings show.
    Budget,
}

/// A wait, or none.
#[derive(Clone, Copy)]
pub struct Countdown {
    left: RwSignal<Option<(Cause, i64)>>,
    /// Which wait that is.
    number: StoredValue<u32>,
}

impl Countdown {
    /// Nothing is waited for yet.
    pub fn new() -> Self {
        Self { left: RwSignal::new(None), number: StoredValue::new(0) }
    }

    /// Seconds that are left of a wait with this cause, tracked.
    pub fn left(self, cause: Cause) -> Option<i64> {
        self.left.get().filter(|(by, _)| *by == cause).map(|(_, seconds)| seconds)
    }

    /// Begins a wait, in the place of one that is not over.
    pub fn begin(self, cause: Cause, seconds: i64) {
        self.number.update_value(|number| *number = number.wrapping_add(1));
        self.go_on(cause, seconds, self.number.get_value());
    }

    /// Ends it before its time.
    pub fn end(self) {
        self.left.set(None);
    }

    fn go_on(self, cause: Cause, seconds: i64, number: u32) {
        self.left.set((seconds > 0).then_some((cause, seconds)));
        if seconds > 0 {
            timers::later(1000, move || {
                if self.number.get_value() == number && self.left.get_untracked().is_some() {
                    self.go_on(cause, seconds - 1, number);
                }
            });
        }
    }
}
