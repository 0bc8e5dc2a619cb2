//! The tab Jobs: what the runner ran.

use leptos::prelude::*;

use super::open_runner::OpenRunner;
use crate::components::runner_jobs::RunnerJobs;
use crate::format::{count, counted};
use crate::gitlab::error::Error;
use crate::gitlab::runner::Runner;
use crate::gitlab::term::{JobStatus, RunnerType};
use crate::reactive::{derive, memo};
use crate::state::runner::JobsState;
use crate::ui::Show;
use crate::ui::field::{FilterSelect, SelectOption};
use crate::ui::{Alert, Button, Skeleton};

/// The word for the order that GitLab does not begin with.
const OLDEST: &str = "asc";

/// Jobs, 20 at a time.
#[component]
pub fn JobsTab(open: OpenRunner) -> impl IntoView {
    let state = JobsState::new(open.id, open.session, open.jobs_of.get_untracked());
    let busy = move || state.is_loading().then(|| "Loading…".to_owned());
    view! {
        <div class="jobs-head">
            <Filters open state />
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

#[component]
fn Filters(open: OpenRunner, state: JobsState) -> impl IntoView {
    let any = SelectOption { value: "", label: "Any" };
    let statuses = JobStatus::ALL.iter().map(|status| SelectOption { value: status.as_str(), label: status.label() });
    let status = move || state.status().map(|status| status.to_string()).unwrap_or_default();
    let orders =
        [SelectOption { value: "", label: "Newest first" }, SelectOption { value: OLDEST, label: "Oldest first" }];
    let order = move || if state.is_ascending() { OLDEST } else { "" }.to_owned();
    let managers = memo(move || system_ids(open, state));
    // A manager that was jumped to can be left again, even if it is the only one.
    let has_choice = move || managers.read().len() > 1 || state.system_id().is_some();
    let choose_manager = move |system_id: String| {
        let system_id = Some(system_id).filter(|system_id| !system_id.is_empty());
        open.jobs_of.set(system_id.clone());
        state.choose_manager(system_id);
    };
    view! {
        <FilterSelect
            label="Job status"
            options=[any].into_iter().chain(statuses).collect()
            value=derive(status)
            on_change=move |word: String| state.choose_status(JobStatus::known(&word))
        />
        <FilterSelect
            label="Order"
            options=orders.to_vec()
            value=derive(order)
            on_change=move |word: String| state.choose_order(word == OLDEST)
        />
        <Show when=has_choice>
            <FilterSelect
                label="Manager"
                options=vec![SelectOption { value: "", label: "All managers" }]
                more=managers
                value=derive(move || state.system_id().unwrap_or_default())
                on_change=choose_manager
            />
        </Show>
    }
}

/// The system IDs of its managers, and the chosen one even if it is not, or not any more, one of them.
fn system_ids(open: OpenRunner, state: JobsState) -> Vec<String> {
    let managers = open.state.managers().and_then(Result::ok).unwrap_or_default();
    let ids = managers.into_iter().map(|manager| manager.system_id).chain(state.system_id());
    let mut ids: Vec<_> = ids.filter(|id| !id.is_empty()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// How many are shown, of how many.
fn count_words(state: JobsState) -> String {
    let (shown, is_loading) = (state.count(), state.is_loading());
    let first = if state.is_ascending() { "First" } else { "Latest" };
    match (shown, state.total()) {
        (0, _) if is_loading => "Loading jobs…".to_owned(),
        (0, _) if state.failure().is_some() => String::new(),
        (0, _) if state.status().is_some() => "No job has this status.".to_owned(),
        (0, _) if state.system_id().is_some() => "This manager has run no jobs yet.".to_owned(),
        (0, _) => "It has run no jobs yet.".to_owned(),
        (shown, Some(total)) if total > shown => format!("{first} {} of {}", count(shown), counted(total, "job")),
        (shown, _) if state.has_more() => format!("{first} {}", counted(shown, "job")),
        (shown, _) => counted(shown, "job"),
    }
}

#[component]
fn Waiting(state: JobsState) -> impl IntoView {
    let is_first = memo(move || state.is_loading() && state.count() == 0);
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
