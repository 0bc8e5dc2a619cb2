//! People as others see them, and as they see themselves.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::ask::Ask;
use crate::time;
use crate::words::{Profile, UserState};
use crate::world::World;
use crate::world::user::User;

/// A day before every world.
const LONG_AGO: &str = "2025-01-01T00:00:00.000Z";

/// The few facts that stand wherever a person is named.
#[derive(Serialize)]
pub struct UserBasic<'w> {
    id: u64,
    username: &'w str,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_email: Option<&'static str>,
    name: &'w str,
    state: UserState,
    #[serde(skip_serializing_if = "Option::is_none")]
    locked: Option<bool>,
    avatar_url: Option<&'static str>,
    web_url: String,
}

impl<'w> UserBasic<'w> {
    /// The few facts of a user.
    pub fn of(world: &'w World, ask: &Ask, user: &'w User) -> Self {
        let newer = world.settings.profile >= Profile::V17;
        Self {
            id: user.id,
            username: &user.username,
            public_email: newer.then_some(""),
            name: &user.name,
            state: user.state,
            locked: newer.then_some(false),
            avatar_url: None,
            web_url: format!("{}/{}", ask.base, user.username),
        }
    }
}

/// A person with what the profile page tells.
#[derive(Serialize)]
pub struct UserProfile<'w> {
    #[serde(flatten)]
    basic: UserBasic<'w>,
    #[serde(flatten)]
    profile: Map<String, Value>,
}

impl<'w> UserProfile<'w> {
    /// The profile of a user.
    pub fn of(world: &'w World, ask: &Ask, user: &'w User) -> Self {
        let mut basic = UserBasic::of(world, ask, user);
        // The profile tells it in every version.
        basic.public_email = Some("");
        Self {
            basic,
            profile: object(json!({
                "created_at": LONG_AGO, "bio": "", "location": "", "linkedin": "", "twitter": "", "discord": "",
                "website_url": "", "github": "", "job_title": "", "pronouns": null, "organization": "",
                "bot": false, "work_information": null, "followers": 0, "following": 0, "local_time": null,
            })),
        }
    }

    /// What a user sees of itself.
    pub fn own(world: &'w World, ask: &Ask, user: &'w User) -> Self {
        let mut own = Self::of(world, ask, user);
        own.profile.extend(object(json!({
            "last_sign_in_at": LONG_AGO, "confirmed_at": LONG_AGO, "last_activity_on": time::show_date(ask.now),
            "email": format!("{}@example.com", user.username), "theme_id": 1, "color_scheme_id": 1,
            "projects_limit": 100_000, "current_sign_in_at": LONG_AGO, "identities": [], "can_create_group": true,
            "can_create_project": true, "two_factor_enabled": false, "external": false, "private_profile": false,
            "commit_email": format!("{}@example.com", user.username),
        })));
        if user.admin {
            own.profile.extend(object(json!({ "is_admin": true, "note": null, "namespace_id": user.id })));
        }
        own
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
