//! A runner that is to be created: the body of `POST /user/runners`.

use serde::Serialize;

use super::runner_changes::RunnerChanges;

/// Whose jobs a runner takes: what a runner or a registration token belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunnerOwner {
    /// Every project of the instance.
    Instance,
    /// All projects of a group, by its id.
    Group(u64),
    /// One project, by its id; others can be assigned later.
    Project(u64),
}

/// A new runner: its owner, and what is set from the beginning.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewRunner {
    runner_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_id: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project_id: Option<u64>,
    #[serde(flatten)]
    settings: RunnerChanges,
}

impl NewRunner {
    /// What is `None` in the settings is left to GitLab.
    pub fn new(owner: RunnerOwner, settings: RunnerChanges) -> Self {
        let (runner_type, group_id, project_id) = match owner {
            RunnerOwner::Instance => ("instance_type", None, None),
            RunnerOwner::Group(id) => ("group_type", Some(id), None),
            RunnerOwner::Project(id) => ("project_type", None, Some(id)),
        };
        Self { runner_type, group_id, project_id, settings }
    }
}
