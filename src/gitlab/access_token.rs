//! What a personal access token may do and until when (`GET /personal_access_tokens/self`). Not the secret itself.

use serde::Deserialize;

use super::timestamp::Timestamp;

/// A personal, group or project access token, described by GitLab.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct AccessToken {
    /// What its owner called it.
    #[serde(default)]
    pub name: String,
    /// Such as `api`, `read_api`, `manage_runner`; `["granular"]` for a fine-grained one.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// The first day on which it no longer works.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub expires_at: Option<Timestamp>,
}
