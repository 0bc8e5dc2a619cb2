//! What a runner says of itself to GraphQL.

use serde_json::{Value, json};

use super::connection::Connection;
use super::{Found, Node, Sight, leaf, manager, maybe};
use crate::graphql::plan::Planned;
use crate::policy::runners;
use crate::runner_token;
use crate::status;
use crate::time;
use crate::words::RunnerType;
use crate::world::manager::Manager;
use crate::world::runner::Runner;

/// Beyond this many jobs nobody counts.
const JOBS_COUNTED: usize = 1_001;

/// A field of a runner.
pub fn field<'w>(sight: &Sight<'w>, runner: &'w Runner, planned: &Planned<'_>) -> Found<'w> {
    let world = sight.world;
    let secret = |value: Value| if sight.updates(runner) { value } else { Value::Null };
    match planned.field.name {
        "id" => leaf(format!("gid://gitlab/Ci::Runner/{}", runner.id)),
        "shortSha" => leaf(runner_token::short(&runner.token)),
        "description" => leaf(json!(runner.description)),
        "runnerType" => leaf(runner.kind.word().to_ascii_uppercase()),
        "status" => leaf(status::without_pause(runner, sight.ask.now).to_ascii_uppercase()),
        "paused" => leaf(runner.paused),
        "active" => leaf(!runner.paused),
        "locked" => leaf(runner.locked),
        "runUntagged" => leaf(runner.run_untagged),
        "accessLevel" => leaf(runner.access_level.word().to_ascii_uppercase()),
        "maximumTimeout" => leaf(json!(runner.maximum_timeout)),
        "maintenanceNote" => leaf(secret(json!(runner.maintenance_note.as_deref().filter(|note| !note.is_empty())))),
        "tokenExpiresAt" => leaf(secret(instant(runner.token_expires_at))),
        "tagList" => leaf(runner.tags.clone()),
        "createdAt" => leaf(time::show(runner.created_at)),
        "contactedAt" => leaf(instant(runner.contacted_at)),
        "createdBy" => maybe(runner.created_by.and_then(|id| world.users.get(&id)).map(Node::User)),
        "creationMethod" if runner_token::is_created(runner) => leaf("AUTHENTICATED_USER"),
        "creationMethod" => leaf("REGISTRATION_TOKEN"),
        "jobCount" => leaf(world.jobs_of(runner.id).take(JOBS_COUNTED).count()),
        "jobExecutionStatus" => leaf(status::job_execution(world, runner).to_ascii_uppercase()),
        "projectCount" if runner.kind == RunnerType::Project => leaf(runner.projects.len()),
        "ownerProject" => {
            let owner = runner.owner_project().and_then(|id| world.projects.get(&id));
            maybe(owner.filter(|project| sight.sees_project(project)).map(Node::Project))
        }
        "projects" | "groups" | "managers" => Found::One(Node::Connection(connection(sight, runner, planned))),
        "userPermissions" => Found::One(Node::Permissions(runner)),
        "adminUrl" => leaf(admin_url(sight, runner, "")),
        "editAdminUrl" => leaf(admin_url(sight, runner, "/edit")),
        "registerAdminUrl" => leaf(admin_url(sight, runner, "/register")),
        // What older versions tell of the machines is of the one that called last.
        of_machine => match runner.latest_manager() {
            Some(latest) => manager::field(sight, runner, latest, of_machine),
            None => leaf(()),
        },
    }
}

fn connection<'w>(sight: &Sight<'w>, runner: &'w Runner, planned: &Planned<'_>) -> Connection<'w> {
    let world = sight.world;
    match planned.field.name {
        "projects" => {
            let projects = runner.projects.iter().filter_map(|id| world.projects.get(id));
            let seen = projects.filter(|project| sight.sees_project(project));
            Connection::of(planned, seen.map(|project| (project.id, Node::Project(project))))
        }
        "groups" => {
            let group = runner.group.and_then(|id| world.groups.get(&id));
            let seen = group.filter(|group| sight.sees_group(group));
            Connection::of(planned, seen.into_iter().map(|group| (group.id, Node::Group(group))))
        }
        _ => {
            // The newest first, whichever called last.
            let mut managers: Vec<&Manager> = runner.managers.iter().collect();
            managers.sort_by_key(|manager| std::cmp::Reverse(manager.id));
            Connection::of(planned, managers.into_iter().map(|own| (own.id, Node::Manager(runner, own))))
        }
    }
}

/// A field of what the caller may do with a runner.
pub fn permission<'w>(sight: &Sight<'w>, runner: &Runner, name: &str) -> Found<'w> {
    let Some(caller) = sight.caller() else { return leaf(false) };
    leaf(match name {
        "readRunner" => sight.reads(runner),
        "updateRunner" => sight.updates(runner),
        "deleteRunner" => runners::deletes(sight.world, caller, runner),
        _ => {
            let open = caller.admin || !runner.locked;
            runner.kind == RunnerType::Project && open && sight.updates(runner)
        }
    })
}

/// A time, if there is one.
pub fn instant(at: Option<i64>) -> Value {
    at.map(time::show).into()
}

fn admin_url(sight: &Sight<'_>, runner: &Runner, page: &str) -> Option<String> {
    sight.is_admin().then(|| format!("{}/admin/runners/{}{page}", sight.ask.base, runner.id))
}
