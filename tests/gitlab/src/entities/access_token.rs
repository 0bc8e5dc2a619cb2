//! A personal access token as its bearer sees it.

use serde::Serialize;

use crate::time;
use crate::words::Profile;
use crate::world::World;
use crate::world::token::Token;

/// What a token tells about itself; never its secret.
#[derive(Serialize)]
pub struct PersonalAccessToken<'w> {
    id: u64,
    name: &'w str,
    revoked: bool,
    created_at: String,
    /// Worlds give tokens none: null, where the version has the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<()>,
    scopes: &'w [String],
    user_id: u64,
    last_used_at: Option<String>,
    active: bool,
    expires_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expired: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    granular: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_used_ips: Option<[String; 0]>,
}

impl<'w> PersonalAccessToken<'w> {
    /// A token at this instant.
    pub fn of(world: &World, token: &'w Token, now: i64) -> Self {
        let newest = world.settings.profile == Profile::V19;
        let newer = world.settings.profile >= Profile::V17;
        let expired = token.is_expired(now);
        Self {
            id: token.id,
            name: &token.name,
            revoked: token.revoked,
            created_at: time::show(token.created_at),
            description: newer.then_some(()),
            scopes: &token.scopes,
            user_id: token.user,
            last_used_at: token.last_used_at.map(time::show),
            active: !token.revoked && !expired,
            expires_at: token.expires_at.map(time::show_date),
            expired: newest.then_some(expired),
            granular: newest.then_some(false),
            last_used_ips: newest.then_some([]),
        }
    }
}
