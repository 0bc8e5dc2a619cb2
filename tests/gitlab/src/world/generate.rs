//! More of everything, made from a seed: the same seed gives the same world, byte for byte.
//! It does not know what was listed, only where its ids end and what there is to refer to.

mod jobs;
mod names;
mod places;
mod runners;

use super::World;
use super::fields::{Fields, WorldError};
use super::random::Random;

/// How many of each kind to add.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    seed: u64,
    groups: u64,
    projects: u64,
    runners: u64,
    jobs: u64,
}

impl Amounts {
    /// Reads the `generate` object of a world.
    pub fn read(mut fields: Fields) -> Result<Self, WorldError> {
        let amounts = Self {
            seed: fields.number("seed")?.unwrap_or(1),
            groups: fields.number("groups")?.unwrap_or(0),
            projects: fields.number("projects")?.unwrap_or(0),
            runners: fields.number("runners")?.unwrap_or(0),
            jobs: fields.number("jobs")?.unwrap_or(0),
        };
        fields.close()?;
        Ok(amounts)
    }

    /// What everything is made from.
    pub fn seed(&self) -> u64 {
        self.seed
    }
}

impl World {
    /// Adds that many of each kind, each kind from a sequence of its own.
    pub fn generate(&mut self, amounts: &Amounts) {
        let sequence = |kind: u64| Random::new(amounts.seed.wrapping_mul(31).wrapping_add(kind));
        let groups = places::groups(self, amounts.groups, &mut sequence(1));
        let projects = places::projects(self, amounts.projects, &groups, &mut sequence(2));
        let runners = runners::add(self, amounts.runners, &groups, &projects, &mut sequence(3));
        jobs::add(self, amounts.jobs, &runners, &mut sequence(4));
    }
}

/// The id after the highest of a kind.
fn next_id<T>(things: &std::collections::BTreeMap<u64, T>) -> u64 {
    things.last_key_value().map_or(1, |(id, _)| id + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;
    use crate::status;
    use crate::words::RunnerType;

    fn world(seed: u64, runners: u64) -> World {
        let world = json!({
            "users": [{"id": 1, "username": "root", "admin": true}, {"id": 2, "username": "mira"}],
            "groups": [{"id": 3, "path": "acme", "members": {"mira": 50}}],
            "projects": [{"id": 7, "path": "acme/app"}],
            "runners": [{"id": 41, "type": "project_type", "projects": ["acme/app"]}],
            "generate": {"seed": seed, "groups": 12, "projects": 60, "runners": runners, "jobs": 400},
        });
        World::from_json(&world.to_string(), 1_793_536_200_000).unwrap()
    }

    #[test]
    fn the_same_seed_gives_the_same_world() {
        assert_eq!(world(1, 300), world(1, 300));
        assert_ne!(world(1, 300).runners, world(2, 300).runners);
    }

    #[test]
    fn what_is_generated_comes_after_what_is_listed() {
        let world = world(1, 300);
        assert_eq!(
            (world.groups.len(), world.projects.len(), world.runners.len(), world.jobs.len()),
            (13, 61, 301, 400)
        );
        assert_eq!(world.runners.keys().copied().collect::<Vec<_>>(), (41..=341).collect::<Vec<_>>());
        assert_eq!(world.groups.keys().next_back(), Some(&15));
    }

    #[test]
    fn there_is_something_of_everything() {
        let world = world(1, 500);
        let kinds: BTreeSet<_> = world.runners.values().map(|runner| runner.kind).collect();
        assert_eq!(kinds.len(), RunnerType::WORDS.len());
        let shown: BTreeSet<_> = world.runners.values().map(|runner| status::shown(runner, world.start)).collect();
        assert_eq!(shown.into_iter().collect::<Vec<_>>(), ["never_contacted", "offline", "online", "paused", "stale"]);
        assert!(world.runners.values().any(|runner| runner.managers.len() > 2));
        assert!(world.runners.values().any(|runner| runner.projects.len() > 1));
        assert!(world.jobs.values().any(super::super::job::Job::is_running));
        assert!(world.projects.values().any(|project| !project.members.is_empty()));
    }

    #[test]
    fn what_is_generated_keeps_the_rules() {
        let world = world(1, 500);
        for runner in world.runners.values() {
            assert!(crate::runner_rules::problems(runner, true).is_empty(), "{runner:?}");
            assert_eq!(runner.kind == RunnerType::Project, !runner.projects.is_empty(), "{runner:?}");
            assert_eq!(runner.kind == RunnerType::Group, runner.group.is_some(), "{runner:?}");
            assert!(runner.managers.iter().all(|manager| manager.contacted_at <= runner.contacted_at), "{runner:?}");
        }
        let managers: Vec<_> =
            world.runners.values().flat_map(|runner| &runner.managers).map(|manager| manager.id).collect();
        assert_eq!(managers.iter().collect::<BTreeSet<_>>().len(), managers.len());
    }

    #[test]
    fn nothing_to_refer_to_leaves_only_instance_runners() {
        let world = World::from_json(r#"{"generate": {"runners": 20, "projects": 5, "jobs": 5}}"#, 0).unwrap();
        assert!(world.runners.values().all(|runner| runner.kind == RunnerType::Instance));
        assert_eq!((world.runners.len(), world.projects.len(), world.jobs.len()), (20, 0, 0));
    }
}
