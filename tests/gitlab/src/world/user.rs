//! The people and bots of an instance.

use serde_json::{Value, json};

use super::fields::{Fields, WorldError};
use crate::words::UserState;

/// An account.
#[derive(Clone, Debug, PartialEq)]
pub struct User {
    /// Its number.
    pub id: u64,
    /// Its name in addresses.
    pub username: String,
    /// Its name for people.
    pub name: String,
    /// Whether it administers the instance.
    pub admin: bool,
    /// Whether it may read everything.
    pub auditor: bool,
    /// Whether it may be used.
    pub state: UserState,
}

impl User {
    /// Reads a member of `users`.
    pub(super) fn read(mut fields: Fields) -> Result<Self, WorldError> {
        let username = fields.needed_text("username")?;
        let user = Self {
            id: fields.id()?,
            name: fields.text("name")?.unwrap_or_else(|| username.clone()),
            username,
            admin: fields.flag("admin", false)?,
            auditor: fields.flag("auditor", false)?,
            state: fields.word("state", UserState::WORDS, UserState::from_word)?.unwrap_or(UserState::Active),
        };
        fields.close()?;
        Ok(user)
    }

    /// The user as a world file writes it.
    pub fn to_json(&self) -> Value {
        json!({
            "id": self.id, "username": self.username, "name": self.name,
            "admin": self.admin, "auditor": self.auditor, "state": self.state,
        })
    }
}
