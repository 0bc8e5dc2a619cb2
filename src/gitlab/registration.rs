//! What GitLab tells once: a new token.

use serde::Deserialize;

use super::timestamp::Timestamp;
use super::token::RunnerToken;

/// A runner that was created, registered or verified (`lib/api/entities/ci/runner_registration_details.rb`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RegistrationDetails {
    /// The runner's id.
    pub id: u64,
    /// Its authentication token, which GitLab does not show again.
    pub token: RunnerToken,
    /// When the token ends; never, if it is missing.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub token_expires_at: Option<Timestamp>,
}

/// A token that took the place of another (`lib/api/entities/ci/reset_token_result.rb`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ResetTokenResult {
    /// The new token.
    pub token: RunnerToken,
    /// When it ends; never, if it is missing.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub token_expires_at: Option<Timestamp>,
}
