//! The access tokens that people sign in with.

use serde_json::{Value, json};

use super::World;
use super::fields::{Fields, WorldError};
use crate::time;

/// A personal, project or group access token.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Its number, by order of the file.
    pub id: u64,
    /// The number of the one that it was rotated from, the first of them; its own else.
    pub family: u64,
    /// The secret itself.
    pub secret: String,
    /// Whose it is.
    pub user: u64,
    /// What it may be used for.
    pub scopes: Vec<String>,
    /// What its owner calls it.
    pub name: String,
    /// Midnight of the day from which it is of no use.
    pub expires_at: Option<i64>,
    /// Whether it was taken back.
    pub revoked: bool,
    /// When it was made.
    pub created_at: i64,
    /// When it last authenticated a call.
    pub last_used_at: Option<i64>,
}

impl Token {
    /// Reads a member of `tokens`.
    pub(super) fn read(mut fields: Fields, world: &World) -> Result<Self, WorldError> {
        let secret = fields.needed_text("token")?;
        let username = fields.needed_text("user")?;
        let Some(user) = world.user_named(&username) else {
            return fields.bad("user", format!("no user {username:?}"));
        };
        let scopes = if fields.has("scopes") {
            fields.texts("scopes")?.into_iter().map(|(_, scope)| scope).collect()
        } else {
            vec!["api".to_owned()]
        };
        let known = world.tokens.get(&secret);
        let id = known.map_or(world.tokens.len() as u64 + 1, |known| known.id);
        let token = Self {
            id,
            family: known.map_or(id, |known| known.family),
            created_at: known.map_or(fields.start() - 30 * time::DAY, |known| known.created_at),
            last_used_at: known.and_then(|known| known.last_used_at),
            secret,
            user: user.id,
            scopes,
            name: fields.text("name")?.unwrap_or_else(|| "token".to_owned()),
            expires_at: fields.time("expires_at")?.map(|at| at - at.rem_euclid(time::DAY)),
            revoked: fields.flag("revoked", false)?,
        };
        fields.close()?;
        Ok(token)
    }

    /// Whether the token's last day has come.
    pub fn is_expired(&self, now: i64) -> bool {
        self.expires_at.is_some_and(|at| at <= now)
    }

    /// Whether the token names a scope.
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes.iter().any(|own| own == scope)
    }

    /// The token as a world file writes it.
    pub fn to_json(&self, world: &World) -> Value {
        json!({
            "token": self.secret, "user": world.users.get(&self.user).map(|user| &user.username),
            "scopes": self.scopes, "name": self.name,
            "expires_at": self.expires_at.map(time::show_date), "revoked": self.revoked,
        })
    }
}
