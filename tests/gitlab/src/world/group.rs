//! Groups, which hold projects and other groups.

use serde_json::{Value, json};

use super::World;
use super::fields::{Fields, WorldError};
use super::members::{self, Members};
use crate::time;
use crate::words::Visibility;

/// A group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its number.
    pub id: u64,
    /// Its full path.
    pub path: String,
    /// The group it stands in.
    pub parent: Option<u64>,
    /// Its name for people.
    pub name: String,
    /// Who sees it.
    pub visibility: Visibility,
    /// Whether instance runners serve it.
    pub shared_runners: bool,
    /// What a runner registers with, the old way.
    pub registration_token: Option<String>,
    /// Milliseconds after which its runners' tokens expire.
    pub token_expiration: Option<i64>,
    /// Its direct members.
    pub members: Members,
}

impl Group {
    /// Reads a member of `groups`; its parent must be in the world by now.
    pub(super) fn read(mut fields: Fields, world: &World) -> Result<Self, WorldError> {
        let path = fields.needed_text("path")?;
        let parent = match path.rsplit_once('/') {
            None => None,
            Some((above, _)) => match world.group_at(above) {
                Some(group) => Some(group.id),
                None => return fields.bad("path", format!("no group {above:?} before it in the list")),
            },
        };
        let group = Self {
            id: fields.id()?,
            parent,
            name: fields.text("name")?.unwrap_or_else(|| last_segment(&path).to_owned()),
            path,
            visibility: fields
                .word("visibility", Visibility::WORDS, Visibility::from_word)?
                .unwrap_or(Visibility::Private),
            shared_runners: fields.flag("shared_runners", true)?,
            registration_token: fields.text("registration_token")?,
            token_expiration: expiration(&mut fields)?,
            members: members::read(&mut fields, world)?,
        };
        fields.close()?;
        Ok(group)
    }

    /// The group as a world file writes it.
    pub fn to_json(&self, world: &World) -> Value {
        json!({
            "id": self.id, "path": self.path, "name": self.name, "visibility": self.visibility,
            "shared_runners": self.shared_runners, "registration_token": self.registration_token,
            "token_expiration": self.token_expiration.map(|ms| ms / time::SECOND),
            "members": members::to_json(&self.members, world),
        })
    }
}

/// What stands after a path's last slash.
pub fn last_segment(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Reads `token_expiration`: seconds, or a text with a unit.
pub(super) fn expiration(fields: &mut Fields) -> Result<Option<i64>, WorldError> {
    let span = match fields.take("token_expiration") {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => time::parse_span(&text),
        Some(value) => value.as_i64().and_then(|seconds| seconds.checked_mul(time::SECOND)),
    };
    match span.filter(|span| *span > 0) {
        Some(span) => Ok(Some(span)),
        None => fields.bad("token_expiration", "expected seconds, or a text like \"5d\""),
    }
}
