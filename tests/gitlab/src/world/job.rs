//! Jobs that runners ran, run, or will run.

use serde_json::{Value, json};

use super::World;
use super::fields::{Fields, WorldError};
use crate::time;
use crate::words::JobStatus;

/// A job.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its number.
    pub id: u64,
    /// Whose pipeline it is of.
    pub project: u64,
    /// Who runs it.
    pub runner: Option<u64>,
    /// On which of the runner's machines.
    pub system_id: Option<String>,
    /// Where it stands.
    pub status: JobStatus,
    /// Its name.
    pub name: String,
    /// Its stage.
    pub stage: String,
    /// Its branch or tag.
    pub git_ref: String,
    /// Who started it.
    pub user: Option<u64>,
    /// What its runner must have.
    pub tags: Vec<String>,
    /// When it was made.
    pub created_at: i64,
    /// When it began.
    pub started_at: Option<i64>,
    /// When it ended.
    pub finished_at: Option<i64>,
    /// Why it failed.
    pub failure_reason: Option<String>,
}

impl Job {
    /// Reads a member of `jobs`.
    pub(super) fn read(mut fields: Fields, world: &World) -> Result<Self, WorldError> {
        let id = fields.id()?;
        let path = fields.needed_text("project")?;
        let Some(project) = world.project_at(&path) else {
            return fields.bad("project", format!("no project {path:?}"));
        };
        let runner = fields.number("runner")?;
        if let Some(runner) = runner.filter(|runner| !world.runners.contains_key(runner)) {
            return fields.bad("runner", format!("no runner {runner}"));
        }
        let user = match fields.text("user")? {
            None => None,
            Some(username) => match world.user_named(&username) {
                Some(user) => Some(user.id),
                None => return fields.bad("user", format!("no user {username:?}")),
            },
        };
        let Some(status) = fields.word("status", JobStatus::WORDS, JobStatus::from_word)? else {
            return fields.bad("status", "is missing");
        };
        let job = Self {
            id,
            project: project.id,
            runner,
            system_id: fields.text("system_id")?,
            status,
            name: fields.text("name")?.unwrap_or_else(|| "job".to_owned()),
            stage: fields.text("stage")?.unwrap_or_else(|| "test".to_owned()),
            git_ref: fields.text("ref")?.unwrap_or_else(|| "main".to_owned()),
            user,
            tags: fields.texts("tags")?.into_iter().map(|(_, tag)| tag).collect(),
            created_at: fields.time("created_at")?.unwrap_or(fields.start() - 30 * time::DAY),
            started_at: fields.time("started_at")?,
            finished_at: fields.time("finished_at")?,
            failure_reason: fields.text("failure_reason")?,
        };
        fields.close()?;
        Ok(job)
    }

    /// Whether a runner is at work on it right now; one that is being canceled does not count.
    pub fn is_running(&self) -> bool {
        self.status == JobStatus::Running
    }

    /// The job as a world file writes it.
    pub fn to_json(&self, world: &World) -> Value {
        json!({
            "id": self.id, "project": world.projects.get(&self.project).map(|project| &project.path),
            "runner": self.runner, "system_id": self.system_id, "status": self.status, "name": self.name,
            "stage": self.stage, "ref": self.git_ref,
            "user": self.user.and_then(|id| world.users.get(&id)).map(|user| &user.username), "tags": self.tags,
            "created_at": time::show(self.created_at), "started_at": self.started_at.map(time::show),
            "finished_at": self.finished_at.map(time::show), "failure_reason": self.failure_reason,
        })
    }
}
