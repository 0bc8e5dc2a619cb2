//! Jobs as a runner's list of jobs shows them.

use serde::Serialize;
use serde_json::{Value, json};

use super::project::ProjectIdentity;
use super::user::UserProfile;
use crate::ask::Ask;
use crate::time;
use crate::words::JobStatus;
use crate::world::World;
use crate::world::job::Job;
use crate::world::project::Project;

/// A job with its project.
#[derive(Serialize)]
pub struct JobBasicWithProject<'w> {
    id: u64,
    status: JobStatus,
    stage: &'w str,
    name: &'w str,
    #[serde(rename = "ref")]
    git_ref: &'w str,
    tag: bool,
    coverage: Option<f64>,
    allow_failure: bool,
    created_at: String,
    started_at: Option<String>,
    finished_at: Option<String>,
    erased_at: Option<String>,
    duration: Option<f64>,
    queued_duration: Option<f64>,
    user: Option<UserProfile<'w>>,
    commit: Value,
    pipeline: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure_reason: Option<Value>,
    web_url: String,
    project: ProjectIdentity<'w>,
}

impl<'w> JobBasicWithProject<'w> {
    /// A job of a project.
    pub fn of(world: &'w World, ask: &Ask, job: &'w Job, project: &'w Project) -> Self {
        let end = job.finished_at.or_else(|| job.is_running().then_some(ask.now));
        Self {
            id: job.id,
            status: job.status,
            stage: &job.stage,
            name: &job.name,
            git_ref: &job.git_ref,
            tag: false,
            coverage: None,
            allow_failure: false,
            created_at: time::show(job.created_at),
            started_at: job.started_at.map(time::show),
            finished_at: job.finished_at.map(time::show),
            erased_at: None,
            duration: job.started_at.zip(end).map(|(start, end)| seconds(end - start)),
            queued_duration: job.started_at.map(|start| seconds(start - job.created_at)),
            user: job.user.and_then(|id| world.users.get(&id)).map(|user| UserProfile::of(world, ask, user)),
            commit: commit(ask, job, project),
            pipeline: pipeline(ask, job, project),
            failure_reason: (job.status == JobStatus::Failed).then(|| json!(job.failure_reason)),
            web_url: format!("{}/{}/-/jobs/{}", ask.base, project.path, job.id),
            project: ProjectIdentity::of(world, project),
        }
    }
}

/// Commits are not stored; one is made up from the job's number, always the same.
fn sha(job: &Job) -> String {
    let word = job.id.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    format!("{word:016x}{:016x}{:08x}", word.rotate_left(29), job.id & 0xFFFF_FFFF)
}

fn commit(ask: &Ask, job: &Job, project: &Project) -> Value {
    let sha = sha(job);
    let at = time::show(job.created_at);
    let title = format!("Work on {}", job.git_ref);
    json!({
        "id": sha, "short_id": &sha[..8], "created_at": at, "parent_ids": [], "title": title, "message": title,
        "author_name": "Commit Author", "author_email": "author@example.com", "authored_date": at,
        "committer_name": "Commit Author", "committer_email": "author@example.com", "committed_date": at,
        "trailers": {}, "extended_trailers": {}, "web_url": format!("{}/{}/-/commit/{sha}", ask.base, project.path),
    })
}

fn pipeline(ask: &Ask, job: &Job, project: &Project) -> Value {
    let id = job.id + 100_000;
    json!({
        "id": id, "iid": job.id, "project_id": project.id, "sha": sha(job), "ref": job.git_ref, "status": job.status,
        "source": "push", "created_at": time::show(job.created_at),
        "updated_at": time::show(job.finished_at.or(job.started_at).unwrap_or(job.created_at)),
        "web_url": format!("{}/{}/-/pipelines/{id}", ask.base, project.path),
    })
}

#[expect(clippy::cast_precision_loss, reason = "spans of a job are far below 2^52 milliseconds")]
fn seconds(millis: i64) -> f64 {
    millis as f64 / 1_000.0
}
