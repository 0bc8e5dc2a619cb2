//! The calls below `/runners` (`lib/api/ci/runners.rb`).

pub mod delete_runner;
pub mod edit_runner;
pub mod get_runner;
pub mod list_all_runners;
pub mod list_jobs;
pub mod list_managers;
pub mod list_projects;
pub mod list_runners;
pub mod reset_registration_token;
pub mod reset_token;

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::runner_secret::ResetTokenResult;
use crate::policy::runners;
use crate::refusal::Refusal;
use crate::runner_token;
use crate::words::Profile;
use crate::world::World;
use crate::world::runner::Runner;

/// The runner of an id, or the refusal as the version words it.
pub(super) fn find(world: &World, id: Option<i64>) -> Result<&Runner, Refusal> {
    let id = id.and_then(|id| u64::try_from(id).ok());
    id.and_then(|id| world.runners.get(&id)).ok_or_else(|| match world.settings.profile {
        Profile::V19 => Refusal::not_found("Runner"),
        _ => Refusal::no_record(),
    })
}

/// The runner of an id with another token.
pub(super) fn renew(world: &mut World, id: u64, now: i64) -> Outcome {
    let orphan = world.runners.get(&id).is_some_and(Runner::is_orphan);
    if orphan {
        return Err(match world.settings.profile {
            Profile::V19 => Refusal::unprocessable("Runner needs to be assigned to at least one project"),
            // Nobody catches the model's refusal there.
            _ => Refusal::crash(),
        });
    }
    let runner = runner_token::renew(world, id, now).ok_or_else(Refusal::no_record)?;
    Ok(answer::json(201, &ResetTokenResult::of(runner)))
}

/// The runner of an id, if the caller may read it.
fn find_readable<'w>(world: &'w World, ask: &Ask, id: Option<i64>) -> Result<&'w Runner, Refusal> {
    let runner = find(world, id)?;
    if !runners::reads(world, ask.caller()?, runner) {
        return Err(no_access());
    }
    Ok(runner)
}

pub(super) fn no_access() -> Refusal {
    Refusal::forbidden_because("No access granted")
}
