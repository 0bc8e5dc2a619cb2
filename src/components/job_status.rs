//! Where a job stands, as an icon and a word, and under it why it failed.

use leptos::prelude::*;

use crate::gitlab::term::JobStatus;
use crate::ui::Icon;

/// A job's status.
#[component]
pub fn JobStatusLabel(
    /// GitLab's word.
    status: JobStatus,
    /// GitLab's word for why it failed.
    #[prop(optional_no_strip)]
    failure_reason: Option<String>,
) -> impl IntoView {
    let reason = failure_reason.map(|word| {
        view! {
            <span class="job-reason" data-tip-cut="">
                {reason_words(&word)}
            </span>
        }
    });
    let (icon, label) = (status_icon(&status), status.label().to_owned());
    view! {
        <span class="job-status" data-status=move || status.to_string()>
            <Icon name=icon />
            <span>{label}</span>
            {reason}
        </span>
    }
}

fn status_icon(status: &JobStatus) -> &'static str {
    match status {
        JobStatus::Running => "status_running",
        JobStatus::Success => "status_success",
        JobStatus::Failed => "status_failed",
        JobStatus::Canceled | JobStatus::Canceling | JobStatus::Skipped => "status_canceled",
        _ => "status_pending",
    }
}

/// GitLab's own words for the common ones (`app/presenters/commit_status_presenter.rb`), shortened.
fn reason_words(word: &str) -> String {
    match word {
        "unknown_failure" => "Unknown failure".to_owned(),
        "api_failure" => "API failure".to_owned(),
        "ci_quota_exceeded" => "No compute minutes left".to_owned(),
        "job_execution_timeout" => "Took longer than its timeout".to_owned(),
        "stuck_or_timeout_failure" => "Stuck or timed out".to_owned(),
        "stale_schedule" => "Ran too late to be of use".to_owned(),
        "no_matching_runner" => "No matching runner".to_owned(),
        other => {
            let words = other.replace('_', " ");
            let mut chars = words.chars();
            chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
        }
    }
}
