//! `POST /projects/:id/runners`: assigns a project runner to one more project. Needs `api`, the right to update the runner,
//! and Maintainer in the project.

use http::Method;

use super::Endpoint;
use crate::gitlab::runner::Runner;

/// Assigns a runner to a project.
pub struct AssignRunner {
    /// The project's id.
    pub project: u64,
    /// The runner's id.
    pub runner: u64,
}

impl Endpoint for AssignRunner {
    type Answer = Runner;

    fn method(&self) -> Method {
        Method::POST
    }

    fn path(&self) -> String {
        format!("projects/{}/runners", self.project)
    }

    fn body(&self) -> Option<String> {
        Some(format!(r#"{{"runner_id":{}}}"#, self.runner))
    }
}
