//! When a runner was last seen, and as what.

use leptos::prelude::*;

use crate::components::activity_badge::ActivityBadge;
use crate::components::definition_list::{Definition, DefinitionList, Nothing, TextOr};
use crate::gitlab::error::Error;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_manager::RunnerManager;
use crate::machines::{self, Address};
use crate::ui::{Skeleton, TimeAgo};

const ADDRESS: &str = "GitLab 17 and newer leave the address out of the runner and tell it for each of its managers, the \
                       machines that use its token. So it is taken from them.";
const VERSION: &str = "Of GitLab Runner on the manager that made contact last.";

type Managers = Signal<Option<Result<Vec<RunnerManager>, Error>>>;

#[component]
pub fn LastSeen(
    details: RunnerDetails,
    managers: Managers,
    running: Signal<Option<usize>>,
    managers_href: Signal<String>,
) -> impl IntoView {
    let status = details.runner.job_execution_status.clone();
    let activity = status.map(|status| {
        view! {
            <Definition term="Activity">
                {move || view! { <ActivityBadge status=Some(status.clone()) running=running.get() /> }}
            </Definition>
        }
    });
    let contact = match details.contacted_at {
        Some(at) => view! { <TimeAgo at=at.0 /> }.into_any(),
        None => view! { <Nothing word="Never" /> }.into_any(),
    };
    let version = details.version.clone();
    let share = move || {
        let version = version.as_deref()?;
        let managers = managers.get()?.ok()?;
        let (same, all) = machines::version_share(version, &managers)?;
        Some(view! { <span class="definition-aside">{format!(" ({same} of {all} managers)")}</span> })
    };
    let (version_text, revision) = (details.version.clone(), details.revision.clone());
    let platform: Vec<_> = [&details.platform, &details.architecture].into_iter().flatten().cloned().collect();
    view! {
        <DefinitionList title="Last seen">
            <Definition term="Last contact">
                {contact}
            </Definition>
            {activity}
            <Definition term="Version" help=VERSION>
                <TextOr text=version_text word="–" />
                {share}
            </Definition>
            <Definition term="Revision">
                <TextOr text=revision word="–" />
            </Definition>
            <Definition term="Platform">
                <TextOr text=Some(platform.join(", ")) word="–" />
            </Definition>
            <Definition term="IP address" help=ADDRESS>
                <WhereItIs details managers managers_href />
            </Definition>
        </DefinitionList>
    }
}

#[component]
fn WhereItIs(details: RunnerDetails, managers: Managers, managers_href: Signal<String>) -> impl IntoView {
    move || {
        let answer = managers.get();
        let known = answer.as_ref().and_then(|answer| answer.as_deref().ok());
        match machines::address(&details, known) {
            Address::One(address) => address.into_any(),
            Address::Several => view! { <a href=managers_href>"Shown for each manager"</a> }.into_any(),
            Address::Unknown if answer.is_none() => view! { <Skeleton width=96 /> }.into_any(),
            Address::Unknown => view! { <Nothing word="–" /> }.into_any(),
        }
    }
}
