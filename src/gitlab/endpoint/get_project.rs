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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_named_by_its_number_or_its_path() {
        for (name, path) in [("7", "projects/7"), ("acme/my.app", "projects/acme%2Fmy.app")] {
            assert_eq!(GetProject { project: IdOrPath::parse(name).unwrap() }.path(), path);
        }
    }
}
