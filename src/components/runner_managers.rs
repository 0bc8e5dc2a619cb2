//! The managers of a runner: the machines that take jobs under its token, a card each.

use leptos::prelude::*;

use super::activity_badge::ActivityBadge;
use super::status_badge::StatusBadge;
use crate::gitlab::runner_manager::RunnerManager;
use crate::gitlab::term::RunnerStatus;
use crate::machines;
use crate::ui::{CopyIcon, TimeAgo};

/// Cards of managers.
#[component]
pub fn RunnerManagers(
    /// The managers, as GitLab sent them.
    managers: Vec<RunnerManager>,
    /// Where its jobs are shown.
    jobs_href: Signal<String>,
    /// Called with the system ID of the manager whose jobs are wanted, just before the link is followed.
    #[prop(into)]
    on_jobs: Callback<String>,
) -> impl IntoView {
    let mut managers = managers;
    // GitLab sends them in no order; the one seen last comes first.
    managers.sort_by_key(|manager| (std::cmp::Reverse(manager.contacted_at), manager.id));
    let online = machines::online(&managers);
    let count = match managers.len() {
        1 if online == 1 => "It is online.".to_owned(),
        1 => "It is not online.".to_owned(),
        all => format!("{online} of {all} are online."),
    };
    let card = move |manager| view! { <ManagerCard manager jobs_href on_jobs /> };
    let cards = managers.into_iter().map(card).collect_view();
    view! {
        <p class="drawer-intro">{format!("Machines that use this runner’s token. {count}")}</p>
        <ul class="managers" aria-label="Managers">
            {cards}
        </ul>
    }
}

#[component]
fn ManagerCard(manager: RunnerManager, jobs_href: Signal<String>, on_jobs: Callback<String>) -> impl IntoView {
    let status = manager.status.unwrap_or_else(|| RunnerStatus::from("unknown"));
    let system_id = StoredValue::new(manager.system_id);
    let platform: Vec<_> = [manager.platform, manager.architecture].into_iter().flatten().collect();
    let contact = match manager.contacted_at {
        Some(at) => view! { <TimeAgo at=at.0 /> }.into_any(),
        None => "Never".into_any(),
    };
    let first = manager.created_at.map(|at| view! { <Fact label="First contact"><TimeAgo at=at.0 /></Fact> });
    // Without a system ID there is nothing to ask for its jobs by.
    let jobs = system_id.with_value(|id| !id.is_empty()).then(|| {
        view! {
            <div class="manager-jobs">
                <a href=jobs_href on:click=move |_| on_jobs.run(system_id.get_value())>
                    "Jobs of this manager"
                </a>
            </div>
        }
    });
    view! {
        <li>
            <div class="manager-head">
                <StatusBadge status=Signal::stored(status) paused=Signal::stored(false) />
                <ActivityBadge status=manager.job_execution_status />
                <code class="manager-id" data-tip-cut="">
                    {system_id.get_value()}
                </code>
                <CopyIcon name="Copy system ID" text=move |()| system_id.get_value() />
            </div>
            <dl class="manager-facts">
                <Fact label="Version">{or_dash(manager.version)}</Fact>
                <Fact label="Revision">{or_dash(manager.revision)}</Fact>
                <Fact label="Platform">{or_dash(Some(platform.join("/")))}</Fact>
                <Fact label="IP address">{or_dash(manager.ip_address)}</Fact>
                {first}
                <Fact label="Last contact">{contact}</Fact>
            </dl>
            {jobs}
        </li>
    }
}

#[component]
fn Fact(label: &'static str, children: Children) -> impl IntoView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

fn or_dash(text: Option<String>) -> String {
    text.filter(|text| !text.is_empty()).unwrap_or_else(|| "–".to_owned())
}
