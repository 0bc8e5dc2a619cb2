//! The numbers of new things. It does not know what gets them, only that none comes twice.

use std::collections::BTreeMap;

use super::runner::Runner;

/// The highest numbers of what is gone, for a database does not give them again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    runner: u64,
    manager: u64,
}

impl Numbers {
    /// Remembers the numbers of a runner and its managers that are about to go.
    pub fn keep(&mut self, runner: &Runner) {
        self.runner = self.runner.max(runner.id);
        self.manager = self.manager.max(last_manager(runner));
    }

    /// The number after every runner that is or was there.
    pub fn next_runner(&self, runners: &BTreeMap<u64, Runner>) -> u64 {
        1 + runners.last_key_value().map_or(0, |(id, _)| *id).max(self.runner)
    }

    /// The number after every manager that is or was there.
    pub fn next_manager(&self, runners: &BTreeMap<u64, Runner>) -> u64 {
        1 + runners.values().map(last_manager).max().unwrap_or(0).max(self.manager)
    }
}

fn last_manager(runner: &Runner) -> u64 {
    runner.managers.iter().map(|manager| manager.id).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::sample;

    #[test]
    fn numbers_are_not_given_again() {
        let mut world = sample::world();
        assert_eq!((world.next_runner_id(), world.next_manager_id()), (45, 12));
        world.remove_runner(44).unwrap();
        world.remove_manager(1, "s_11").unwrap();
        assert_eq!((world.next_runner_id(), world.next_manager_id()), (45, 12));
        world.remove_runner(41).unwrap();
        assert_eq!((world.next_runner_id(), world.next_manager_id()), (45, 12));
    }
}
