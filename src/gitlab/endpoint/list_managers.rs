//! `GET /runners/:id/managers`: the machines behind a runner, all at once. GitLab 16 and older do not have it.

use super::Endpoint;
use crate::gitlab::runner_manager::RunnerManager;

/// Asks for a runner's managers.
pub struct ListManagers {
    /// The runner's id.
    pub id: u64,
}

impl Endpoint for ListManagers {
    type Answer = Vec<RunnerManager>;

    fn path(&self) -> String {
        format!("runners/{}/managers", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_for_those_of_one_runner() {
        assert_eq!(ListManagers { id: 41 }.path(), "runners/41/managers");
    }
}
