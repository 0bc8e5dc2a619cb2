//! The calls below `/projects`.

pub mod assign_runner;
pub mod get_project;
pub mod list_projects;
pub mod list_runners;
pub mod reset_registration_token;
pub mod unassign_runner;

use crate::ask::Ask;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::world::World;
use crate::world::project::Project;

/// The project of the path's id or full path, if the caller can see it.
fn find<'w>(world: &'w World, ask: &Ask) -> Result<&'w Project, Refusal> {
    let id = ask.params.text("id").unwrap_or_default();
    let found = match id.parse() {
        Ok(id) => world.projects.get(&id),
        Err(_) => world.project_at(id),
    };
    found
        .filter(|project| places::sees_project(world, ask.caller.as_ref(), project))
        .ok_or_else(|| Refusal::not_found("Project"))
}
