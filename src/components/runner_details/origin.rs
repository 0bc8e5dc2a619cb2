//! Where a runner comes from: who may use it, and who made it.

use leptos::prelude::*;

use crate::components::definition_list::{Definition, DefinitionList, Nothing};
use crate::components::outside_link::OutsideLink;
use crate::fleet::Owner;
use crate::format::counted;
use crate::gitlab::runner::{Runner, RunnerDetails};
use crate::gitlab::term::RunnerType;
use crate::ui::TimeAgo;

const OWNER: &str = "The project or group whose Owners and Maintainers may change this runner.";

#[component]
pub fn Origin(details: RunnerDetails, owner: Owner, sees_all: bool, projects_href: Signal<String>) -> impl IntoView {
    let kind = details.runner.kind();
    let name = details.runner.name.clone().filter(|name| !name.is_empty());
    let name = name.map(|name| view! { <Definition term="Name">{name}</Definition> });
    view! {
        <DefinitionList title="Origin">
            <Definition term="Type">
                {kind.label().to_owned()}
            </Definition>
            <OwnerLine details=details.clone() told=owner sees_all projects_href />
            <Created runner=details.runner />
            {name}
        </DefinitionList>
    }
}

/// GitLab lists projects in no order one may rely on, so the owner is known where GitLab says it. Where it was not asked, one
/// project alone is the owner for who sees all; for others it need not be.
#[component]
fn OwnerLine(details: RunnerDetails, told: Owner, sees_all: bool, projects_href: Signal<String>) -> impl IntoView {
    let projects = details.projects.unwrap_or_default();
    let places: Vec<(String, Option<String>)> = match details.runner.kind() {
        RunnerType::Instance => return ().into_any(),
        RunnerType::Group => details.groups.into_iter().map(|group| (group.path(), group.web_url)).collect(),
        _ => projects.iter().map(|project| (project.path(), project.web_url.clone())).collect(),
    };
    let visible = projects.len();
    let (is_known, owner) = match told {
        Owner::Told(path) => (true, Some(named(&places, path))),
        Owner::Hidden => (true, None),
        Owner::Unasked if sees_all => (visible < 2, places.first().cloned()),
        Owner::Unasked => (visible == 0, None),
    };
    let are_others = visible > 1 || visible == 1 && owner.as_ref().is_none_or(|owner| !places.contains(owner));
    let owner = is_known.then(|| match owner {
        Some((path, address)) => view! { <OutsideLink address>{path}</OutsideLink> }.into_any(),
        None => view! { <Nothing word=if sees_all { "None" } else { "Not shown to you" } /> }.into_any(),
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

/// What has a path among those that may be seen, with its page; a path has none else.
fn named(places: &[(String, Option<String>)], path: String) -> (String, Option<String>) {
    places.iter().find(|(other, _)| *other == path).cloned().unwrap_or((path, None))
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
