//! Runners as they are shown: in lists, and one by itself.

use serde::Serialize;

use super::group::BasicGroup;
use super::project::BasicProject;
use super::user::UserBasic;
use crate::ask::Ask;
use crate::auth::Caller;
use crate::policy::{places, roles, runners};
use crate::status;
use crate::time;
use crate::words::{AccessLevel, Profile, RunnerType};
use crate::world::World;
use crate::world::runner::Runner;

/// A runner in a list.
#[derive(Serialize)]
pub struct RunnerSummary<'w> {
    id: u64,
    description: Option<&'w str>,
    ip_address: Option<&'w str>,
    active: bool,
    paused: bool,
    is_shared: bool,
    runner_type: RunnerType,
    name: Option<&'w str>,
    online: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created_by: Option<UserBasic<'w>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created_at: Option<String>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_execution_status: Option<&'static str>,
}

impl<'w> RunnerSummary<'w> {
    /// A runner as a list shows it.
    pub fn of(world: &'w World, ask: &Ask, runner: &'w Runner) -> Self {
        let profile = world.settings.profile;
        let newest = profile == Profile::V19;
        let creator = runner.created_by.filter(|_| newest).and_then(|id| world.users.get(&id));
        Self {
            id: runner.id,
            description: runner.description.as_deref(),
            ip_address: match profile {
                Profile::V15 | Profile::V16 => {
                    runner.latest_manager().and_then(|manager| manager.ip_address.as_deref())
                }
                Profile::V17 => Some(""),
                Profile::V19 => None,
            },
            active: !runner.paused,
            paused: runner.paused,
            is_shared: runner.kind == RunnerType::Instance,
            runner_type: runner.kind,
            name: runner.name.as_deref(),
            online: status::online(runner, ask.now),
            created_by: creator.map(|user| UserBasic::of(world, ask, user)),
            created_at: newest.then(|| time::show(runner.created_at)),
            status: status::worded(&world.settings, status::shown(runner, ask.now)),
            job_execution_status: newest.then(|| status::job_execution(world, runner)),
        }
    }
}

/// A runner by itself.
#[derive(Serialize)]
pub struct RunnerDetails<'w> {
    #[serde(flatten)]
    summary: RunnerSummary<'w>,
    tag_list: &'w [String],
    run_untagged: bool,
    locked: bool,
    maximum_timeout: Option<i64>,
    access_level: AccessLevel,
    version: Option<&'w str>,
    revision: Option<&'w str>,
    platform: Option<&'w str>,
    architecture: Option<&'w str>,
    contacted_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maintenance_note: Option<Note<'w>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    projects: Option<Vec<BasicProject<'w>>>,
    groups: Vec<BasicGroup<'w>>,
}

/// A note, or that there is none to be read; the key is missing where notes are not known at all.
#[derive(Serialize)]
struct Note<'w>(Option<&'w str>);

impl<'w> RunnerDetails<'w> {
    /// A runner as the caller may see it, with or without its projects.
    pub fn of(world: &'w World, ask: &Ask, caller: &Caller, runner: &'w Runner, with_projects: bool) -> Self {
        let manager = runner.latest_manager();
        let note = runner.maintenance_note.as_deref().filter(|note| !note.is_empty());
        Self {
            summary: RunnerSummary::of(world, ask, runner),
            tag_list: &runner.tags,
            run_untagged: runner.run_untagged,
            locked: runner.locked,
            maximum_timeout: runner.maximum_timeout,
            access_level: runner.access_level,
            version: manager.and_then(|manager| manager.version.as_deref()),
            revision: manager.and_then(|manager| manager.revision.as_deref()),
            platform: manager.and_then(|manager| manager.platform.as_deref()),
            architecture: manager.and_then(|manager| manager.architecture.as_deref()),
            contacted_at: runner.contacted_at.map(time::show),
            maintenance_note: (world.settings.profile >= Profile::V16)
                .then(|| Note(note.filter(|_| runners::updates(world, caller, runner)))),
            projects: with_projects.then(|| projects(world, ask, caller, runner)),
            groups: groups(world, ask, caller, runner),
        }
    }
}

/// Only the caller's own projects, except for administrators.
fn projects<'w>(world: &'w World, ask: &Ask, caller: &Caller, runner: &Runner) -> Vec<BasicProject<'w>> {
    let projects = runner.projects.iter().filter_map(|id| world.projects.get(id));
    let own = projects.filter(|project| caller.admin || roles::in_project(world, caller.user, project) > 0);
    own.map(|project| BasicProject::of(world, ask, project)).collect()
}

/// Only the caller's own group, except for administrators.
fn groups<'w>(world: &'w World, ask: &Ask, caller: &Caller, runner: &Runner) -> Vec<BasicGroup<'w>> {
    let group = runner.group.and_then(|id| world.groups.get(&id));
    let own = group.filter(|group| caller.admin || places::belongs_to_group(world, caller, group));
    own.map(|group| BasicGroup::of(ask, group)).into_iter().collect()
}
