//! `GET /runners/:id/projects`: the projects of a runner that one may see. GitLab 19 and newer; older ones answer 404 and tell
//! the projects among the details.

use super::Endpoint;
use crate::gitlab::project::Project;

/// Asks for a runner's projects.
pub struct ListRunnerProjects {
    /// The runner's id.
    pub id: u64,
}

impl Endpoint for ListRunnerProjects {
    type Answer = Vec<Project>;

    fn path(&self) -> String {
        format!("runners/{}/projects", self.id)
    }
}
