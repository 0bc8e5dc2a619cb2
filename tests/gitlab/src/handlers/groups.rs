//! The calls below `/groups`.

pub mod get_group;
pub mod list_groups;
pub mod list_runners;
pub mod reset_registration_token;

use crate::ask::Ask;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::world::World;
use crate::world::group::Group;

/// The group of the path's id or full path, if the caller can see it.
fn find<'w>(world: &'w World, ask: &Ask) -> Result<&'w Group, Refusal> {
    let id = ask.params.text("id").unwrap_or_default();
    let found = match id.parse() {
        Ok(id) => world.groups.get(&id),
        Err(_) => world.group_at(id),
    };
    found
        .filter(|group| places::sees_group(world, ask.caller.as_ref(), group))
        .ok_or_else(|| Refusal::not_found("Group"))
}
