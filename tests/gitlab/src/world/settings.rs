//! How the instance as a whole is set up.

use serde_json::{Value, json};

use super::fields::{Fields, WorldError};
use crate::words::Profile;

/// The instance's own settings.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "four switches of the instance, each its own key")]
pub struct Settings {
    /// What `/version` tells.
    pub version: String,
    /// The version table's column to behave as.
    pub profile: Profile,
    /// The path below which everything is served, `""` or `/gitlab`.
    pub relative_root: String,
    /// Whether runners may still register with registration tokens.
    pub registration_tokens: bool,
    /// What an instance runner registers with, the old way.
    pub registration_token: String,
    /// Whether runners may ask where to wait for jobs.
    pub job_router: bool,
    /// Whether administrators need a token of scope `admin_mode`.
    pub admin_mode: bool,
    /// Whether `/api/graphql` is there.
    pub graphql: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: "19.0.0".to_owned(),
            profile: Profile::V19,
            relative_root: String::new(),
            registration_tokens: true,
            registration_token: "GR1348941instance".to_owned(),
            job_router: true,
            admin_mode: false,
            graphql: true,
        }
    }
}

impl Settings {
    /// Reads the `gitlab` object of a world.
    pub(super) fn read(mut fields: Fields) -> Result<Self, WorldError> {
        let default = Self::default();
        let root = fields.text("relative_root")?.unwrap_or_default();
        if !root.is_empty() && (!root.starts_with('/') || root.ends_with('/')) {
            return fields.bad("relative_root", "must begin with a slash and not end with one");
        }
        let settings = Self {
            version: fields.text("version")?.unwrap_or(default.version),
            profile: fields.word("profile", Profile::WORDS, Profile::from_word)?.unwrap_or(default.profile),
            relative_root: root,
            registration_tokens: fields.flag("registration_tokens", true)?,
            registration_token: fields.text("registration_token")?.unwrap_or(default.registration_token),
            job_router: fields.flag("job_router", true)?,
            admin_mode: fields.flag("admin_mode", false)?,
            graphql: fields.flag("graphql", true)?,
        };
        fields.close()?;
        Ok(settings)
    }

    /// The settings as a world file writes them.
    pub fn to_json(&self) -> Value {
        json!({
            "version": self.version, "profile": self.profile, "relative_root": self.relative_root,
            "registration_tokens": self.registration_tokens, "registration_token": self.registration_token,
            "job_router": self.job_router, "admin_mode": self.admin_mode, "graphql": self.graphql,
        })
    }
}
