//! People: the one the token belongs to, and those who made things.

use serde::Deserialize;

/// Someone named in passing.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UserBasic {
    /// GitLab's number.
    pub id: u64,
    /// The `@` name.
    #[serde(default)]
    pub username: String,
    /// The full name.
    #[serde(default)]
    pub name: String,
    /// The profile's page.
    #[serde(default)]
    pub web_url: Option<String>,
}

/// The user a token belongs to (`GET /user`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct User {
    /// GitLab's number.
    pub id: u64,
    /// The `@` name.
    #[serde(default)]
    pub username: String,
    /// The full name.
    #[serde(default)]
    pub name: String,
    /// Told to administrators only, so missing is no.
    #[serde(default)]
    pub is_admin: bool,
}
