//! Access levels with inheritance. It does not know what a level allows.

use std::collections::BTreeMap;

use crate::auth::Caller;
use crate::world::World;
use crate::world::group::Group;
use crate::world::project::{Namespace, Project};

/// Reads code and jobs.
pub const REPORTER: u8 = 20;
/// Keeps a project.
pub const MAINTAINER: u8 = 40;
/// Owns a group or project.
pub const OWNER: u8 = 50;

/// A user's level in a group, 0 for none.
pub fn in_group(world: &World, user: u64, group: u64) -> u8 {
    world.lineage(group).filter_map(|group| group.members.get(&user)).copied().max().unwrap_or(0)
}

/// A user's level in a project, 0 for none.
pub fn in_project(world: &World, user: u64, project: &Project) -> u8 {
    let own = project.members.get(&user).copied().unwrap_or(0);
    own.max(match project.namespace {
        Namespace::Group(group) => in_group(world, user, group),
        Namespace::User(owner) if owner == user => OWNER,
        Namespace::User(_) => 0,
    })
}

/// The levels of one user everywhere, for calls that look at many places.
pub struct Roles {
    groups: BTreeMap<u64, u8>,
    projects: BTreeMap<u64, u8>,
}

impl Roles {
    /// Works out the levels of a caller.
    pub fn of(world: &World, caller: &Caller) -> Self {
        let groups = world.groups.keys().map(|id| (*id, in_group(world, caller.user, *id)));
        let projects = world.projects.values().map(|project| (project.id, in_project(world, caller.user, project)));
        Self { groups: known(groups), projects: known(projects) }
    }

    /// The level in a group, 0 for none.
    pub fn group(&self, id: u64) -> u8 {
        self.groups.get(&id).copied().unwrap_or(0)
    }

    /// The level in a project, 0 for none.
    pub fn project(&self, id: u64) -> u8 {
        self.projects.get(&id).copied().unwrap_or(0)
    }
}

fn known(levels: impl Iterator<Item = (u64, u8)>) -> BTreeMap<u64, u8> {
    levels.filter(|(_, level)| *level > 0).collect()
}

/// Whether a project stands somewhere below a group.
pub fn is_below(world: &World, project: &Project, group: &Group) -> bool {
    match project.namespace {
        Namespace::Group(own) => world.lineage(own).any(|above| above.id == group.id),
        Namespace::User(_) => false,
    }
}
