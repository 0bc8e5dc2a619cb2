//! The calls below `/runners` (`lib/api/ci/runners.rb`).

pub mod edit_runner;
pub mod get_runner;
pub mod list_all_runners;
pub mod list_jobs;
pub mod list_managers;
pub mod list_projects;
pub mod list_runners;

use crate::ask::Ask;
use crate::policy::runners;
use crate::refusal::Refusal;
use crate::words::Profile;
use crate::world::World;
use crate::world::runner::Runner;

/// The runner of an id, or the refusal as the version words it.
fn find(world: &World, id: Option<i64>) -> Result<&Runner, Refusal> {
    let id = id.and_then(|id| u64::try_from(id).ok());
    id.and_then(|id| world.runners.get(&id)).ok_or_else(|| match world.settings.profile {
        Profile::V19 => Refusal::not_found("Runner"),
        Profile::V16 | Profile::V17 => Refusal::no_record(),
    })
}

/// The runner of an id, if the caller may read it.
fn find_readable<'w>(world: &'w World, ask: &Ask, id: Option<i64>) -> Result<&'w Runner, Refusal> {
    let runner = find(world, id)?;
    if !runners::reads(world, ask.caller()?, runner) {
        return Err(no_access());
    }
    Ok(runner)
}

fn no_access() -> Refusal {
    Refusal::forbidden_because("No access granted")
}
