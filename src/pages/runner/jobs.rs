//! The tab Jobs: what the runner ran, newest first.

use crate::reactive::{derive, memo};
use crate::ui::Show;
use leptos::prelude::*;

use super::open_runner::OpenRunner;
use crate::components::runner_jobs::RunnerJobs;
use crate::format::{count, counted};
use crate::gitlab::error::Error;
use crate::gitlab::runner::Runner;
use crate::gitlab::term::{JobStatus, RunnerType};
use crate::state::runner::JobsState;
use crate::ui::field::{FilterSelect, SelectOption};
use crate::ui::{Alert, Button, Skeleton};

/// Jobs, 20 at a time.
#[component]
pub fn JobsTab(open: OpenRunner) -> impl IntoView {
    let state = JobsState::new(open.id, open.session);
    let any = SelectOption { value: "", label: "Any" };
    let statuses = JobStatus::ALL.iter().map(|status| SelectOption { value: status.as_str(), label: status.label() });
    let chosen = move || state.status().map(|status| status.to_string()).unwrap_or_default();
    let busy = move || state.is_loading().then(|| "Loading…".to_owned());
    view! {
        <div class="jobs-head">
            <FilterSelect
                label="Job status"
                options=[any].into_iter().chain(statuses).collect()
                value=derive(chosen)
                on_change=move |word: String| state.choose(JobStatus::known(&word))
            />
            <span role="status">{move || count_words(state)}</span>
        </div>
        <RunnerJobs jobs=state.jobs() />
        <Waiting state />
        {move || state.failure().map(|error| view! { <Failure open state error /> })}
        <Show when=move || state.has_more()>
            <div class="more">
                <Button busy=derive(busy) on_click=move || state.more()>
                    "Load more jobs"
                </Button>
            </div>
        </Show>
    }
}

/// How many are shown, of how many.
fn count_words(state: JobsState) -> String {
    let (shown, is_loading) = (state.jobs().read().len(), state.is_loading());
    match (shown, state.total()) {
        (0, _) if is_loading => "Loading jobs…".to_owned(),
        (0, _) if state.failure().is_some() => String::new(),
        (0, _) if state.status().is_some() => "No job has this status.".to_owned(),
        (0, _) => "It has run no jobs yet.".to_owned(),
        (shown, Some(total)) if total > shown => format!("Latest {} of {}", count(shown), counted(total, "job")),
        (shown, _) if state.has_more() => format!("Latest {}", counted(shown, "job")),
        (shown, _) => counted(shown, "job"),
    }
}

#[component]
fn Waiting(state: JobsState) -> impl IntoView {
    let is_first = memo(move || state.is_loading() && state.jobs().read().is_empty());
    view! {
        <Show when=move || is_first.get()>
            <div class="waiting" aria-hidden="true">
                {[320, 280, 300].map(|width| view! { <Skeleton width /> }).collect_view()}
            </div>
        </Show>
    }
}

#[component]
fn Failure(open: OpenRunner, state: JobsState, error: Error) -> impl IntoView {
    let kind = open.runner.read_untracked().as_ref().map(Runner::kind);
    let (title, text) = words(kind, &error);
    view! {
        <div class="drawer-alert">
            <Alert title on_retry=move || state.retry()>
                {text}
            </Alert>
        </div>
    }
}

/// Why there are no jobs to see, in a title and a sentence.
fn words(kind: Option<RunnerType>, error: &Error) -> (&'static str, String) {
    match (error, kind) {
        (Error::Forbidden { scopes, .. }, Some(RunnerType::Instance)) if scopes.is_empty() => {
            ("You may not see these jobs", "Only administrators may see the jobs of instance runners.".to_owned())
        }
        (Error::Forbidden { message, scopes }, _) if scopes.is_empty() => (
            "You may not see these jobs",
            format!(
                "GitLab shows them to Maintainers of the project or group the runner belongs to. It says: {message}."
            ),
        ),
        _ => ("The jobs could not be loaded", error.sentence()),
    }
}
