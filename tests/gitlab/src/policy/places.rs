//! Who sees a group or project, and who may read its runners
//! (`app/policies/group_policy.rb`, `app/policies/project_policy.rb`).

use std::collections::BTreeSet;

use super::roles::{self, MAINTAINER, OWNER, REPORTER, Roles};
use crate::auth::Caller;
use crate::words::{Profile, Visibility};
use crate::world::World;
use crate::world::group::Group;
use crate::world::project::{Namespace, Project};

fn reads_all(caller: &Caller) -> bool {
    caller.admin || caller.auditor
}

/// Whether something of a visibility is shown to a caller who has nothing to do with it.
fn is_open(visibility: Visibility, caller: Option<&Caller>) -> bool {
    match visibility {
        Visibility::Public => true,
        Visibility::Internal => caller.is_some(),
        Visibility::Private => caller.is_some_and(reads_all),
    }
}

/// Whether a project is visible.
pub fn sees_project(world: &World, caller: Option<&Caller>, project: &Project) -> bool {
    is_open(project.visibility, caller)
        || caller.is_some_and(|caller| roles::in_project(world, caller.user, project) > 0)
}

/// Whether a group is visible: by itself, or because something in it is.
pub fn sees_group(world: &World, caller: Option<&Caller>, group: &Group) -> bool {
    is_open(group.visibility, caller) || caller.is_some_and(|caller| belongs_to_group(world, caller, group))
}

/// Whether a group is visible to someone who belongs to those groups.
pub fn sees_group_of(own: &BTreeSet<u64>, caller: Option<&Caller>, group: &Group) -> bool {
    is_open(group.visibility, caller) || own.contains(&group.id)
}

/// Whether the caller has a role in a group, above it, or in something below it.
pub fn belongs_to_group(world: &World, caller: &Caller, group: &Group) -> bool {
    own_groups(world, caller).contains(&group.id)
}

/// The groups in which, above which, or somewhere below which the caller has a role.
pub fn own_groups(world: &World, caller: &Caller) -> BTreeSet<u64> {
    let in_group = |group: &&Group| group.members.contains_key(&caller.user);
    let groups = world.groups.values().filter(in_group).map(|group| group.id);
    let in_project = |project: &&Project| project.members.contains_key(&caller.user);
    let projects = world.projects.values().filter(in_project).filter_map(|project| match project.namespace {
        Namespace::Group(group) => Some(group),
        Namespace::User(_) => None,
    });
    let upwards = groups.chain(projects).flat_map(|group| world.lineage(group)).map(|group| group.id);
    let downwards = world.groups.keys().copied().filter(|id| roles::in_group(world, caller.user, *id) > 0);
    upwards.chain(downwards).collect()
}

/// Whether a caller may read a project's code.
pub fn reads_code(world: &World, caller: Option<&Caller>, project: &Project) -> bool {
    is_open(project.visibility, caller)
        || caller.is_some_and(|caller| roles::in_project(world, caller.user, project) >= REPORTER)
}

/// Whether a caller may list a project's runners.
pub fn reads_project_runners(world: &World, caller: &Caller, project: &Project) -> bool {
    keeps_project_runners(world, caller, project) || (caller.auditor && world.settings.profile == Profile::V19)
}

/// Whether a caller may list a group's runners.
pub fn reads_group_runners(world: &World, caller: &Caller, group: &Group) -> bool {
    caller.admin || roles::in_group(world, caller.user, group.id) >= MAINTAINER
}

/// Whether a caller may create runners in a project, and renew what they register with.
pub fn keeps_project_runners(world: &World, caller: &Caller, project: &Project) -> bool {
    caller.admin || roles::in_project(world, caller.user, project) >= MAINTAINER
}

/// Whether a caller may create runners in a group, and renew what they register with.
pub fn keeps_group_runners(world: &World, caller: &Caller, group: &Group) -> bool {
    caller.admin || roles::in_group(world, caller.user, group.id) >= OWNER
}

/// Whether a caller may see a job of a project in a runner's list of jobs.
pub fn reads_jobs(caller: &Caller, roles: &Roles, project: &Project) -> bool {
    reads_all(caller) || (project.builds && roles.project(project.id) >= REPORTER)
}
