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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_may_end_or_not() {
        let read = |json: &str| serde_json::from_str::<ResetTokenResult>(json).unwrap();
        let ends = read(r#"{"token":"glrt-1","token_expires_at":"2026-11-14T00:00:00.000Z"}"#);
        assert_eq!(ends.token_expires_at.map(|at| at.0), Some(1_794_614_400_000));
        // Registration tokens come without the key.
        for json in [r#"{"token":"GR1"}"#, r#"{"token":"glrt-1","token_expires_at":null}"#] {
            assert_eq!(read(json).token_expires_at, None, "{json}");
        }
    }

    #[test]
    fn debug_hides_the_token() {
        let json = r#"{"id":77,"token":"glrt-secret","token_expires_at":null}"#;
        let shown = format!("{:?}", serde_json::from_str::<RegistrationDetails>(json).unwrap());
        assert!(shown.contains("77") && !shown.contains("secret"), "{shown}");
    }
}
