//! Projects, whose pipelines runners run.

use serde_json::{Value, json};

use super::World;
use super::fields::{Fields, WorldError};
use super::group::{expiration, last_segment};
use super::members::{self, Members};
use crate::time;
use crate::words::Visibility;

/// What a project stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namespace {
    /// A group.
    Group(u64),
    /// A person's own place.
    User(u64),
}

/// A project.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "four switches of GitLab's project settings, each its own key")]
pub struct Project {
    /// Its number.
    pub id: u64,
    /// Its full path.
    pub path: String,
    /// What it stands in.
    pub namespace: Namespace,
    /// Its name for people.
    pub name: String,
    /// Who sees it.
    pub visibility: Visibility,
    /// Whether it is kept for reading only.
    pub archived: bool,
    /// Whether instance runners serve it.
    pub shared_runners: bool,
    /// Whether its groups' runners serve it.
    pub group_runners: bool,
    /// Whether it has pipelines at all.
    pub builds: bool,
    /// What a runner registers with, the old way.
    pub registration_token: Option<String>,
    /// Milliseconds after which its runners' tokens expire.
    pub token_expiration: Option<i64>,
    /// Its direct members.
    pub members: Members,
}

impl Project {
    /// Reads a member of `projects`; its group, or the user whose it is, must be in the world by now.
    pub(super) fn read(mut fields: Fields, world: &World) -> Result<Self, WorldError> {
        let path = fields.needed_text("path")?;
        let Some((above, _)) = path.rsplit_once('/') else {
            return fields.bad("path", "a project stands in a group or belongs to a user: expected \"group/project\"");
        };
        let namespace = match (world.group_at(above), world.user_named(above)) {
            (Some(group), _) => Namespace::Group(group.id),
            (None, Some(user)) => Namespace::User(user.id),
            (None, None) => return fields.bad("path", format!("no group {above:?}")),
        };
        let project = Self {
            id: fields.id()?,
            namespace,
            name: fields.text("name")?.unwrap_or_else(|| last_segment(&path).to_owned()),
            path,
            visibility: fields
                .word("visibility", Visibility::WORDS, Visibility::from_word)?
                .unwrap_or(Visibility::Private),
            archived: fields.flag("archived", false)?,
            shared_runners: fields.flag("shared_runners", true)?,
            group_runners: fields.flag("group_runners", true)?,
            builds: fields.flag("builds", true)?,
            registration_token: fields.text("registration_token")?,
            token_expiration: expiration(&mut fields)?,
            members: members::read(&mut fields, world)?,
        };
        fields.close()?;
        Ok(project)
    }

    /// The project as a world file writes it.
    pub fn to_json(&self, world: &World) -> Value {
        json!({
            "id": self.id, "path": self.path, "name": self.name, "visibility": self.visibility,
            "archived": self.archived, "shared_runners": self.shared_runners, "group_runners": self.group_runners,
            "builds": self.builds, "registration_token": self.registration_token,
            "token_expiration": self.token_expiration.map(|ms| ms / time::SECOND),
            "members": members::to_json(&self.members, world),
        })
    }
}
