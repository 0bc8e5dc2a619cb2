//! A job that a runner took (`lib/api/entities/ci/job_basic_with_project.rb`).

use serde::Deserialize;

use super::project::Project;
use super::term::JobStatus;
use super::timestamp::Timestamp;
use super::user::UserBasic;

/// One job of `GET /runners/:id/jobs`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Job {
    /// GitLab's number for it.
    pub id: u64,
    /// Where it stands.
    #[serde(default)]
    pub status: Option<JobStatus>,
    /// Its name in the pipeline.
    #[serde(default)]
    pub name: Option<String>,
    /// Its stage in the pipeline.
    #[serde(default)]
    pub stage: Option<String>,
    /// The branch or tag.
    #[serde(default, rename = "ref")]
    pub git_ref: Option<String>,
    /// When it was made.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub created_at: Option<Timestamp>,
    /// When it began to run.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub started_at: Option<Timestamp>,
    /// When it ended.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub finished_at: Option<Timestamp>,
    /// Seconds it ran, so far or in all.
    #[serde(default)]
    pub duration: Option<f64>,
    /// Seconds it waited for a runner.
    #[serde(default)]
    pub queued_duration: Option<f64>,
    /// GitLab's word for why it failed.
    #[serde(default)]
    pub failure_reason: Option<String>,
    /// Who started it.
    #[serde(default)]
    pub user: Option<UserBasic>,
    /// What it was run on.
    #[serde(default)]
    pub commit: Option<Commit>,
    /// The pipeline it belongs to.
    #[serde(default)]
    pub pipeline: Option<Pipeline>,
    /// The project it belongs to.
    #[serde(default)]
    pub project: Option<Project>,
    /// Its page.
    #[serde(default)]
    pub web_url: Option<String>,
}

/// The commit of a job.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Commit {
    /// The first characters of its hash.
    #[serde(default)]
    pub short_id: Option<String>,
    /// The first line of its message.
    #[serde(default)]
    pub title: Option<String>,
    /// Its page.
    #[serde(default)]
    pub web_url: Option<String>,
}

/// The pipeline of a job.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Pipeline {
    /// GitLab's number for it.
    pub id: u64,
    /// Its page.
    #[serde(default)]
    pub web_url: Option<String>,
}
