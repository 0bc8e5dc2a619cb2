//! What one query sees: the world, who asks, and what was found out about the caller's roles on the way.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::ask::Ask;
use crate::auth::Caller;
use crate::policy::{places, runners};
use crate::world::World;
use crate::world::group::Group;
use crate::world::project::Project;
use crate::world::runner::Runner;

/// The view of one query.
pub struct Sight<'w> {
    /// Everything there is.
    pub world: &'w World,
    /// The request.
    pub ask: &'w Ask,
    /// What the query costs.
    pub score: usize,
    /// What it may cost.
    pub limit: usize,
    kept_below: OnceCell<BTreeSet<u64>>,
    own_groups: OnceCell<BTreeSet<u64>>,
}

impl<'w> Sight<'w> {
    /// The view of a request whose query costs so much.
    pub fn new(world: &'w World, ask: &'w Ask, score: usize, limit: usize) -> Self {
        Self { world, ask, score, limit, kept_below: OnceCell::new(), own_groups: OnceCell::new() }
    }

    /// Who asks.
    pub fn caller(&self) -> Option<&'w Caller> {
        self.ask.caller.as_ref()
    }

    /// Whether an administrator asks.
    pub fn is_admin(&self) -> bool {
        self.caller().is_some_and(|caller| caller.admin)
    }

    /// Whether the caller may read a runner: the rule of `GET /runners/:id`, its costly part worked out once.
    pub fn reads(&self, runner: &Runner) -> bool {
        self.caller().is_some_and(|caller| {
            runners::reads_knowing(self.world, caller, runner, |group| {
                self.kept_below.get_or_init(|| runners::groups_kept_below(self.world, caller)).contains(&group.id)
            })
        })
    }

    /// Whether the caller may change a runner.
    pub fn updates(&self, runner: &Runner) -> bool {
        self.caller().is_some_and(|caller| runners::updates(self.world, caller, runner))
    }

    /// Whether the caller can see a project.
    pub fn sees_project(&self, project: &Project) -> bool {
        places::sees_project(self.world, self.caller(), project)
    }

    /// Whether the caller can see a group.
    pub fn sees_group(&self, group: &Group) -> bool {
        let own = || self.caller().map(|caller| places::own_groups(self.world, caller)).unwrap_or_default();
        places::sees_group_of(self.own_groups.get_or_init(own), self.caller(), group)
    }
}
