//! `DELETE /projects/:id/runners/:runner_id`: takes a project runner from a project that does not own it. Needs `api` and
//! Maintainer in the project.

use http::Method;

use super::Endpoint;

/// Takes a runner from a project.
pub struct UnassignRunner {
    /// The project's id.
    pub project: u64,
    /// The runner's id.
    pub runner: u64,
}

impl Endpoint for UnassignRunner {
    type Answer = ();

    fn method(&self) -> Method {
        Method::DELETE
    }

    fn path(&self) -> String {
        format!("projects/{}/runners/{}", self.project, self.runner)
    }
}
