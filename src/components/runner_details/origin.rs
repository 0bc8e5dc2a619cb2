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
pub fn Origin(details: RunnerDetails, owner: Option<String>, projects_href: Signal<String>) -> impl IntoView {
    let kind = details.runner.kind();
    let name = details.runner.name.clone().filter(|name| !name.is_empty());
    let name = name.map(|name| view! { <Definition term="Name">{name}</Definition> });
    view! {
        <DefinitionList title="Origin">
            <Definition term="Type">
                {kind.label().to_owned()}
            </Definition>
            <Owner details=details.clone() told=owner projects_href />
            <Created runner=details.runner />
            {name}
        </DefinitionList>
    }
}

/// GitLab lists projects in no order one may rely on, so the owner is known where GitLab says it, or where there is one.
#[component]
fn Owner(details: RunnerDetails, told: Option<String>, projects_href: Signal<String>) -> impl IntoView {
    let projects = details.projects.unwrap_or_default();
    let places: Vec<(String, Option<String>)> = match details.runner.kind() {
        RunnerType::Instance => return ().into_any(),
        RunnerType::Group => details.groups.into_iter().map(|group| (group.path(), group.web_url)).collect(),
        _ => projects.iter().map(|project| (project.path(), project.web_url.clone())).collect(),
    };
    let visible = projects.len();
    let is_shown = |told: &String| places.iter().any(|(path, _)| path == told);
    let are_others = visible > 1 || visible == 1 && told.as_ref().is_some_and(|told| !is_shown(told));
    let is_known = told.is_some() || !are_others;
    let owner = match told {
        Some(told) => places.into_iter().find(|(path, _)| *path == told).or(Some((told, None))),
        None => places.into_iter().next(),
    };
    let owner = is_known.then(|| match owner {
        Some((path, address)) => view! { <OutsideLink address>{path}</OutsideLink> }.into_any(),
        None => view! { <Nothing word="Not shown to you" /> }.into_any(),
    });
    let owner = owner.map(|owner| {
        view! {
            <Definition term="Owner" help=OWNER>
                {owner}
            </Definition>
        }
    });
    let others = are_others.then(|| {
        view! {
            <Definition term="Projects">
                <a href=projects_href>{format!("{} visible to you", counted(visible, "project"))}</a>
            </Definition>
        }
    });
    view! {
        {owner}
        {others}
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
