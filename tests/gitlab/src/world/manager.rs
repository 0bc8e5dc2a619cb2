//! Runner managers: the machines behind a runner.

use serde_json::{Value, json};

use super::fields::{Fields, WorldError};
use crate::time;

/// One machine that uses a runner's token.
#[derive(Clone, Debug, PartialEq)]
pub struct Manager {
    /// Its number.
    pub id: u64,
    /// What the machine calls itself.
    pub system_id: String,
    /// The runner program's version.
    pub version: Option<String>,
    /// The runner program's commit.
    pub revision: Option<String>,
    /// The machine's operating system.
    pub platform: Option<String>,
    /// The machine's processor.
    pub architecture: Option<String>,
    /// What runs the jobs.
    pub executor: Option<String>,
    /// Where it calls from.
    pub ip_address: Option<String>,
    /// When it first called.
    pub created_at: i64,
    /// When it last called.
    pub contacted_at: Option<i64>,
}

impl Manager {
    /// A machine that nothing is known of yet.
    pub fn new(id: u64, system_id: &str, now: i64) -> Self {
        Self {
            id,
            system_id: system_id.to_owned(),
            version: None,
            revision: None,
            platform: None,
            architecture: None,
            executor: None,
            ip_address: None,
            created_at: now,
            contacted_at: None,
        }
    }

    /// Reads a member of a runner's `managers`.
    pub(super) fn read(mut fields: Fields) -> Result<Self, WorldError> {
        let manager = Self {
            id: fields.id()?,
            system_id: fields.needed_text("system_id")?,
            version: fields.text("version")?,
            revision: fields.text("revision")?,
            platform: fields.text("platform")?,
            architecture: fields.text("architecture")?,
            executor: fields.text("executor")?,
            ip_address: fields.text("ip_address")?,
            created_at: fields.time("created_at")?.unwrap_or(fields.start() - 30 * time::DAY),
            contacted_at: fields.time("contacted_at")?,
        };
        fields.close()?;
        Ok(manager)
    }

    /// The manager as a world file writes it.
    pub fn to_json(&self) -> Value {
        json!({
            "id": self.id, "system_id": self.system_id, "version": self.version, "revision": self.revision,
            "platform": self.platform, "architecture": self.architecture, "executor": self.executor,
            "ip_address": self.ip_address, "created_at": time::show(self.created_at),
            "contacted_at": self.contacted_at.map(time::show),
        })
    }
}
