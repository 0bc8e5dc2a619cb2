//! Who has which role in a group or project, by direct membership. It does not know inheritance.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::World;
use super::fields::{Fields, WorldError};

/// GitLab's access levels.
pub const LEVELS: [u8; 7] = [5, 10, 15, 20, 30, 40, 50];

/// Access levels by user id.
pub type Members = BTreeMap<u64, u8>;

/// Reads a `members` object.
pub fn read(fields: &mut Fields, world: &World) -> Result<Members, WorldError> {
    let Some(mut object) = fields.object("members")? else { return Ok(Members::new()) };
    let mut members = Members::new();
    for (username, level) in object.rest() {
        let Some(user) = world.user_named(&username) else {
            return object.bad(&username, format!("no user {username:?}"));
        };
        let known = level.as_u64().and_then(|level| LEVELS.into_iter().find(|known| u64::from(*known) == level));
        let Some(level) = known else {
            return object.bad(&username, format!("{level} is none of the access levels 5, 10, 15, 20, 30, 40, 50"));
        };
        members.insert(user.id, level);
    }
    Ok(members)
}

/// The members as a world file writes them.
pub fn to_json(members: &Members, world: &World) -> Value {
    let named = |(id, level): (&u64, &u8)| Some((world.users.get(id)?.username.clone(), Value::from(*level)));
    Value::Object(members.iter().filter_map(named).collect::<Map<_, _>>())
}
