//! The tokens of runners as they are shown, once.

use serde::Serialize;

use crate::time;
use crate::world::runner::Runner;

/// A new runner, or one that showed its token.
#[derive(Serialize)]
pub struct RegistrationDetails<'w> {
    id: u64,
    token: &'w str,
    token_expires_at: Option<String>,
}

impl<'w> RegistrationDetails<'w> {
    /// A runner with its token.
    pub fn of(runner: &'w Runner) -> Self {
        Self { id: runner.id, token: &runner.token, token_expires_at: runner.token_expires_at.map(time::show) }
    }
}

/// A token that took an older one's place.
#[derive(Serialize)]
pub struct ResetTokenResult<'w> {
    token: &'w str,
    token_expires_at: Option<String>,
}

impl<'w> ResetTokenResult<'w> {
    /// A runner's new token.
    pub fn of(runner: &'w Runner) -> Self {
        Self { token: &runner.token, token_expires_at: runner.token_expires_at.map(time::show) }
    }
}
