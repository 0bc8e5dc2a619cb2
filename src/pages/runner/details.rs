//! The tab Details: everything GitLab tells about the runner.

use leptos::prelude::*;

use super::open_runner::OpenRunner;
use crate::components::runner_details::RunnerDetailsLists;
use crate::gitlab::error::Error;
use crate::reactive::{derive, memo};
use crate::route::Tab;
use crate::ui::Show;
use crate::ui::{Alert, Skeleton};

/// Lines that stand in for details, by their width.
const WAITING: [u16; 7] = [160, 240, 120, 40, 40, 40, 80];

/// Details as they are known, and what went wrong with reading them anew.
#[component]
pub fn DetailsTab(open: OpenRunner) -> impl IntoView {
    let managers_href = open.href(Tab::Managers);
    let projects_href = open.href(Tab::Projects);
    // GitLab 17 and 18 tell it in GraphQL only, and so to the row.
    let of_row = memo(move || {
        let row = open.fleet.with(|fleet| fleet.runner(open.id))?;
        Some((row.created_at, row.job_execution_status))
    });
    let lists = move || {
        let mut details = open.details.get()?;
        if let Some((created_at, activity)) = of_row.get() {
            let runner = &mut details.runner;
            runner.created_at = runner.created_at.or(created_at);
            runner.job_execution_status = runner.job_execution_status.take().or(activity);
        }
        let may_edit = open.refusal().is_none();
        let managers = derive(move || open.state.managers());
        let running = derive(move || open.state.running());
        let owner = open.owner.get();
        let sees_all = open.sees_all();
        Some(
            view! { <RunnerDetailsLists details owner sees_all managers running may_edit managers_href projects_href /> },
        )
    };
    view! {
        <Reading open />
        {lists}
    }
}

/// That details are being read for the first time, or why they could not be.
#[component]
pub fn Reading(open: OpenRunner) -> impl IntoView {
    let is_waiting = memo(move || open.details.read().is_none() && open.state.failure().is_none());
    let failure = move || {
        open.state.failure().map(|error| {
            let (title, text) = words(open.id, &error);
            view! {
                <div class="drawer-alert">
                    <Alert title on_retry=move || open.state.read()>
                        {text}
                    </Alert>
                </div>
            }
        })
    };
    view! {
        {failure}
        <Show when=move || is_waiting.get()>
            <div class="waiting" aria-busy="true">
                <span class="read-out" role="status">
                    "Loading details…"
                </span>
                {WAITING.map(|width| view! { <Skeleton width /> }).collect_view()}
            </div>
        </Show>
    }
}

/// Why a runner cannot be shown, in a title and a sentence.
fn words(id: u64, error: &Error) -> (String, String) {
    match error {
        Error::NotFound { .. } => (
            format!("Runner #{id} is not there any more"),
            "Somebody may have deleted it, or its number may be wrong.".to_owned(),
        ),
        Error::Forbidden { message, scopes } if scopes.is_empty() => (
            format!("You may not see runner #{id}"),
            format!("GitLab shows a runner to Maintainers of the project or group it belongs to. It says: {message}."),
        ),
        other => (format!("Runner #{id} could not be read"), other.sentence()),
    }
}
