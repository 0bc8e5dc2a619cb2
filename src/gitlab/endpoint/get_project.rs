//! `GET /projects/:id`: one project, to say its name. Whoever may see it.

use super::Endpoint;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::project::Project;

/// Asks for one project.
pub struct GetProject {
    /// Its number or full path.
    pub project: IdOrPath,
}

impl Endpoint for GetProject {
    type Answer = Project;

    fn path(&self) -> String {
        format!("projects/{}", self.project.segment())
    }
}
