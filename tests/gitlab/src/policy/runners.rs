//! Who may do what with a runner (`app/policies/ci/runner_policy.rb`).

use std::collections::BTreeSet;

use super::roles::{self, MAINTAINER, OWNER};
use crate::auth::Caller;
use crate::words::{Profile, RunnerType};
use crate::world::World;
use crate::world::group::Group;
use crate::world::project::Namespace;
use crate::world::runner::Runner;

/// Whether a caller may read a runner's details and managers.
pub fn reads(world: &World, caller: &Caller, runner: &Runner) -> bool {
    reads_knowing(world, caller, runner, |group| keeps_project_below(world, caller, group))
}

/// The same, when somebody knows whether the caller keeps a project below a group that its runners serve.
pub fn reads_knowing(world: &World, caller: &Caller, runner: &Runner, kept_below: impl Fn(&Group) -> bool) -> bool {
    // Up to 18 whoever may read everything passed before the policy was asked.
    let auditor = caller.auditor && world.settings.profile != Profile::V19;
    caller.admin
        || auditor
        || match runner.kind {
            RunnerType::Instance => true,
            RunnerType::Group => {
                let group = runner.group.and_then(|id| world.groups.get(&id));
                keeps_group(world, caller, runner) || group.is_some_and(kept_below)
            }
            RunnerType::Project => keeps_any_project(world, caller, runner),
        }
}

/// Whether a caller may change a runner.
pub fn updates(world: &World, caller: &Caller, runner: &Runner) -> bool {
    caller.admin
        || match runner.kind {
            RunnerType::Instance => false,
            RunnerType::Group => runner.group.is_some_and(|group| roles::in_group(world, caller.user, group) >= OWNER),
            RunnerType::Project => keeps_by_ownership(world, caller, runner),
        }
}

/// Whether a caller may delete a runner: with more than one project, only an administrator.
pub fn deletes(world: &World, caller: &Caller, runner: &Runner) -> bool {
    caller.admin || (runner.projects.len() <= 1 && updates(world, caller, runner))
}

/// Whether a caller may list a runner's jobs.
pub fn lists_jobs(world: &World, caller: &Caller, runner: &Runner) -> bool {
    caller.admin
        || caller.auditor
        || match runner.kind {
            RunnerType::Instance => false,
            RunnerType::Group => keeps_group(world, caller, runner),
            RunnerType::Project => keeps_by_ownership(world, caller, runner),
        }
}

fn keeps_project(world: &World, caller: &Caller, project: u64) -> bool {
    let level = |project| roles::in_project(world, caller.user, project);
    world.projects.get(&project).is_some_and(|project| level(project) >= MAINTAINER)
}

fn keeps_any_project(world: &World, caller: &Caller, runner: &Runner) -> bool {
    runner.projects.iter().any(|project| keeps_project(world, caller, *project))
}

/// The owner project's keepers, and once it serves several projects the keepers of any.
fn keeps_by_ownership(world: &World, caller: &Caller, runner: &Runner) -> bool {
    runner.owner_project().is_some_and(|owner| keeps_project(world, caller, owner))
        || (runner.projects.len() > 1 && keeps_any_project(world, caller, runner))
}

fn keeps_group(world: &World, caller: &Caller, runner: &Runner) -> bool {
    runner.group.is_some_and(|group| roles::in_group(world, caller.user, group) >= MAINTAINER)
}

fn keeps_project_below(world: &World, caller: &Caller, group: &Group) -> bool {
    world.projects.values().any(|project| {
        project.group_runners
            && roles::is_below(world, project, group)
            && roles::in_project(world, caller.user, project) >= MAINTAINER
    })
}

/// The groups whose runners serve a project that the caller keeps.
pub fn groups_kept_below(world: &World, caller: &Caller) -> BTreeSet<u64> {
    let kept = world
        .projects
        .values()
        .filter(|project| project.group_runners && roles::in_project(world, caller.user, project) >= MAINTAINER);
    let groups = kept.filter_map(|project| match project.namespace {
        Namespace::Group(group) => Some(group),
        Namespace::User(_) => None,
    });
    groups.flat_map(|group| world.lineage(group)).map(|group| group.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Sample, world};

    /// A runner, and who may read it, change it and list its jobs.
    type Row = (u64, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

    const TABLE: &[Row] = &[
        (1, &["root", "mira", "uma", "ada", "max", "aud"], &["root"], &["root", "aud"]),
        (20, &["root", "mira", "max", "pam"], &["root", "mira"], &["root", "aud", "mira", "max"]),
        (41, &["root", "mira", "max"], &["root", "mira", "max"], &["root", "aud", "mira", "max"]),
        (42, &["root", "mira", "max", "pam"], &["root", "mira", "max", "pam"], &["root", "aud", "mira", "max", "pam"]),
        (43, &["root"], &["root"], &["root", "aud"]),
    ];

    #[test]
    fn abilities_follow_the_table() {
        let world = world();
        for (id, readers, updaters, listers) in TABLE {
            let runner = &world.runners[id];
            for name in ["root", "mira", "uma", "ada", "max", "pam", "aud"] {
                let caller = Sample::caller(&world, name);
                assert!(!readers.contains(&name) || reads(&world, &caller, runner), "{name} reads {id}");
                assert_eq!(updates(&world, &caller, runner), updaters.contains(&name), "{name} updates {id}");
                let deleter = updaters.contains(&name) && (name == "root" || *id != 42);
                assert_eq!(deletes(&world, &caller, runner), deleter, "{name} deletes {id}");
                assert_eq!(lists_jobs(&world, &caller, runner), listers.contains(&name), "{name} lists jobs of {id}");
                let instance = runner.kind == RunnerType::Instance;
                assert_eq!(reads(&world, &caller, runner), instance || readers.contains(&name), "{name} reads {id}");
            }
        }
    }

    #[test]
    fn an_auditor_reads_every_runner_up_to_18() {
        let mut world = world();
        world.settings.profile = Profile::V17;
        assert!(reads(&world, &Sample::caller(&world, "aud"), &world.runners[&41]));
    }
}
