//! The jobs of a runner, a row each.

use leptos::prelude::*;

use super::job_status::JobStatusLabel;
use super::outside_link::OutsideLink;
use crate::format::duration;
use crate::gitlab::job::Job;
use crate::gitlab::term::JobStatus;
use crate::reactive::memo;
use crate::ui::TimeAgo;

/// Rows of jobs.
#[component]
pub fn RunnerJobs(
    /// The jobs, in their order.
    jobs: Signal<Vec<Job>>,
) -> impl IntoView {
    // What changes of a job changes within its row, so that a link in it keeps the focus.
    let row = move |first: Job| {
        let (id, before) = (first.id, first.clone());
        let job = memo(move || jobs.with(|jobs| jobs.iter().find(|job| job.id == id).unwrap_or(&before).clone()));
        view! { <JobRow first job /> }
    };
    view! {
        <ul class="jobs" aria-label="Jobs">
            <For each=move || jobs.get() key=|job| job.id children=row />
        </ul>
    }
}

#[component]
fn JobRow(first: Job, job: Memo<Job>) -> impl IntoView {
    let project = first.project.map(|project| {
        let path = project.path();
        // Jobs tell less of their project than projects do; its page is where the job's is.
        let address = project.web_url.or_else(|| project_page(first.web_url.as_deref()?));
        view! { <OutsideLink address>{path}</OutsideLink> }
    });
    let commit = first.commit.and_then(|commit| {
        let id = commit.short_id?;
        Some(view! { <span><OutsideLink address=commit.web_url>{id}</OutsideLink></span> })
    });
    let pipeline = first.pipeline.map(|pipeline| {
        let words = format!("Pipeline #{}", pipeline.id);
        view! { <span><OutsideLink address=pipeline.web_url>{words}</OutsideLink></span> }
    });
    let about =
        [first.name, first.git_ref].into_iter().flatten().map(|text| view! { <span>{text}</span> }).collect_view();
    let status = move || {
        let Job { status, failure_reason, .. } = job.get();
        let status = status.unwrap_or_else(|| JobStatus::from("unknown"));
        view! { <JobStatusLabel status failure_reason /> }
    };
    view! {
        <li>
            {status}
            <div>
                <div class="job-line">
                    <span class="job-main">
                        <OutsideLink address=first.web_url>{format!("#{}", first.id)}</OutsideLink>
                        " "
                        {project}
                    </span>
                    <span>{move || job.read().duration.map(|seconds| duration::short(whole(seconds)))}</span>
                </div>
                <div class="job-line" data-kind="more">
                    <span class="job-about" data-tip-cut="">
                        {about}
                    </span>
                    <span>{move || when(&job.read())}</span>
                </div>
                <div class="job-line" data-kind="more">
                    <span class="job-about">{commit} {pipeline}</span>
                </div>
            </div>
        </li>
    }
}

/// When a job ended, or else when the last thing happened to it.
fn when(job: &Job) -> AnyView {
    let is_running = job.status == Some(JobStatus::Running);
    match job.finished_at.or(job.started_at).or(job.created_at) {
        _ if is_running => "now".into_any(),
        Some(at) => view! { <TimeAgo at=at.0 /> }.into_any(),
        None => ().into_any(),
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
