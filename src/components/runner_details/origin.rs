//! Where a runner comes from: who may use it, and who made it.

use leptos::prelude::*;

use crate::components::definition_list::{Definition, DefinitionList, Nothing};
use crate::components::outside_link::OutsideLink;
use crate::format::counted;
use crate::gitlab::runner::{Runner, RunnerDetails};
use crate::gitlab::term::RunnerType;
use crate::ui::TimeAgo;

const OWNER: &str = "The project or group whose Owners and Maintainers may change this runner.";

#[component]
pub fn Origin(details: RunnerDetails, projects_href: Signal<String>) -> impl IntoView {
    let kind = details.runner.kind();
    let name = details.runner.name.clone().filter(|name| !name.is_empty());
    let name = name.map(|name| view! { <Definition term="Name">{name}</Definition> });
    view! {
        <DefinitionList title="Origin">
            <Definition term="Type">
                {kind.label().to_owned()}
            </Definition>
            <Owner details=details.clone() projects_href />
            <Created runner=details.runner />
            {name}
        </DefinitionList>
    }
}

/// GitLab lists projects in no order one may rely on, so the owner is known only where there is one.
#[component]
fn Owner(details: RunnerDetails, projects_href: Signal<String>) -> impl IntoView {
    let kind = details.runner.kind();
    let projects = details.projects.unwrap_or_default();
    if kind == RunnerType::Project && projects.len() > 1 {
        let words = format!("{} visible to you", counted(projects.len(), "project"));
        return view! {
            <Definition term="Projects">
                <a href=projects_href>{words}</a>
            </Definition>
        }
        .into_any();
    }
    let owner = match kind {
        RunnerType::Instance => return ().into_any(),
        RunnerType::Group => details.groups.into_iter().next().map(|group| (group.path(), group.web_url)),
        _ => projects.into_iter().next().map(|project| (project.path(), project.web_url)),
    };
    let owner = match owner {
        Some((path, address)) => view! { <OutsideLink address>{path}</OutsideLink> }.into_any(),
        None => view! { <Nothing word="Not shown to you" /> }.into_any(),
    };
    view! {
        <Definition term="Owner" help=OWNER>
            {owner}
        </Definition>
    }
    .into_any()
}

/// Older servers tell neither when nor who.
#[component]
fn Created(runner: Runner) -> impl IntoView {
    let at = runner.created_at.map(|at| view! { <TimeAgo at=at.0 /> });
    let by = runner.created_by.map(|user| {
        let name = format!("@{}", user.username);
        view! {
            " by "
            <OutsideLink address=user.web_url>{name}</OutsideLink>
        }
    });
    (at.is_some() || by.is_some()).then(|| view! { <Definition term="Created">{at} {by}</Definition> })
}
