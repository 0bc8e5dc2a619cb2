//! The tab Managers: the machines that use the runner's token.

use leptos::prelude::*;

use super::open_runner::OpenRunner;
use crate::components::runner_managers::RunnerManagers;
use crate::gitlab::error::Error;
use crate::route::Tab;
use crate::ui::{Alert, Skeleton};

/// The managers, or why there are none to show.
#[component]
pub fn ManagersTab(open: OpenRunner) -> impl IntoView {
    let jobs_href = open.href(Tab::Jobs);
    move || match open.state.managers() {
        None => view! { <Waiting /> }.into_any(),
        Some(Ok(managers)) if managers.is_empty() => {
            view! { <p class="drawer-intro">"No machine has used this runner’s token yet."</p> }.into_any()
        }
        Some(Ok(managers)) => {
            let on_jobs = move |system_id| open.jobs_of.set(Some(system_id));
            view! { <RunnerManagers managers jobs_href on_jobs /> }.into_any()
        }
        // GitLab answers so for a call it does not have, and for a runner it does not have.
        Some(Err(Error::NotFound { .. })) if open.details.read().is_some() => view! { <NotListed open /> }.into_any(),
        Some(Err(error)) => view! {
            <div class="drawer-alert">
                <Alert title="The managers could not be loaded" on_retry=move || open.state.read()>
                    {error.sentence()}
                </Alert>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn NotListed(open: OpenRunner) -> impl IntoView {
    let address = move || open.details.get()?.runner.ip_address.filter(|address| !address.is_empty());
    view! {
        <p class="drawer-intro">
            "This GitLab does not list managers. GitLab 17 and newer do."
            {move || address().map(|address| format!(" The runner’s address is {address}."))}
        </p>
    }
}

#[component]
fn Waiting() -> impl IntoView {
    view! {
        <div class="waiting" aria-busy="true">
            <span class="read-out" role="status">
                "Loading managers…"
            </span>
            {[240, 160, 200].map(|width| view! { <Skeleton width /> }).collect_view()}
        </div>
    }
}
