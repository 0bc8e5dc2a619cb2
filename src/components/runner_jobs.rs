//! The jobs of a runner, newest first, a row each.

use leptos::prelude::*;

use super::job_status::JobStatusLabel;
use super::outside_link::OutsideLink;
use crate::format::duration;
use crate::gitlab::job::Job;
use crate::gitlab::term::JobStatus;
use crate::ui::TimeAgo;

/// Rows of jobs.
#[component]
pub fn RunnerJobs(
    /// The jobs, in their order.
    jobs: Signal<Vec<Job>>,
) -> impl IntoView {
    view! {
        <ul class="jobs" aria-label="Jobs">
            <For each=move || jobs.get() key=|job| (job.id, job.status.clone()) let:job>
                <JobRow job />
            </For>
        </ul>
    }
}

#[component]
fn JobRow(job: Job) -> impl IntoView {
    let is_running = job.status == Some(JobStatus::Running);
    let at = job.finished_at.or(job.started_at).or(job.created_at).filter(|_| !is_running);
    let when = match at {
        Some(at) => view! { <TimeAgo at=at.0 /> }.into_any(),
        None if is_running => "now".into_any(),
        None => ().into_any(),
    };
    let status = job.status.unwrap_or_else(|| JobStatus::from("unknown"));
    let project = job.project.map(|project| {
        let path = project.path();
        // Jobs tell less of their project than projects do; its page is where the job's is.
        let address = project.web_url.or_else(|| project_page(job.web_url.as_deref()?));
        view! { <OutsideLink address>{path}</OutsideLink> }
    });
    let commit = job.commit.and_then(|commit| {
        let id = commit.short_id?;
        Some(view! { <span><OutsideLink address=commit.web_url>{id}</OutsideLink></span> })
    });
    let took = job.duration.map(|seconds| duration::short(whole(seconds)));
    let about = [job.name, job.git_ref].into_iter().flatten().map(|text| view! { <span>{text}</span> }).collect_view();
    view! {
        <li>
            <JobStatusLabel status failure_reason=job.failure_reason />
            <div>
                <div class="job-line">
                    <OutsideLink address=job.web_url>{format!("#{}", job.id)}</OutsideLink>
                    " "
                    {project}
                </div>
                <div class="job-line-two" data-tip-cut="">
                    {about}
                    {commit}
                </div>
            </div>
            <div class="job-times">
                <div class="job-line">{took}</div>
                <div class="job-line-two">{when}</div>
            </div>
        </li>
    }
}

/// `https://gl.test/a/b` from the page of one of its jobs, `https://gl.test/a/b/-/jobs/7`.
fn project_page(job_page: &str) -> Option<String> {
    job_page.split_once("/-/jobs/").map(|(project, _)| project.to_owned())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of seconds, never below 0")]
fn whole(seconds: f64) -> u64 {
    seconds.max(0.0) as u64
}
