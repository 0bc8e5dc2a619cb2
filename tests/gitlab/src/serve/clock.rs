//! What time the fake believes it is.

use std::time::{SystemTime, UNIX_EPOCH};

/// A clock that can be moved on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's, and so many milliseconds more.
    Running {
        /// How far it was moved on.
        ahead: i64,
    },
    /// One that only moves when it is told to.
    Stopped {
        /// The instant it shows.
        at: i64,
    },
}

impl Clock {
    /// The instant it shows.
    pub fn now(self) -> i64 {
        match self {
            Self::Running { ahead } => machine_now() + ahead,
            Self::Stopped { at } => at,
        }
    }

    /// Moves it on.
    pub fn advance(&mut self, millis: i64) {
        match self {
            Self::Running { ahead } => *ahead += millis,
            Self::Stopped { at } => *at += millis,
        }
    }
}

fn machine_now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
