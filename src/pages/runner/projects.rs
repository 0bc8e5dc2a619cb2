//! The tab Projects: whose jobs the runner takes.

use leptos::prelude::*;

use super::details::Reading;
use super::open_runner::OpenRunner;
use crate::components::outside_link::OutsideLink;
use crate::components::runner_projects::RunnerProjects;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::term::RunnerType;

/// The projects, or whose jobs it takes instead.
#[component]
pub fn ProjectsTab(open: OpenRunner) -> impl IntoView {
    view! {
        <Reading open />
        {move || open.details.get().map(whose_jobs)}
    }
}

fn whose_jobs(details: RunnerDetails) -> AnyView {
    let projects = details.projects.unwrap_or_default();
    match (details.runner.kind(), details.groups.into_iter().next()) {
        (RunnerType::Instance, _) => view! {
            <p class="drawer-intro">
                "An instance runner takes jobs of every project of this GitLab that has instance runners turned on."
            </p>
        }
        .into_any(),
        (RunnerType::Group, Some(group)) => view! {
            <p class="drawer-intro">
                "A group runner takes jobs of every project of its group and its subgroups: "
                <OutsideLink address=group.web_url.clone()>{group.path()}</OutsideLink> "."
            </p>
        }
        .into_any(),
        (RunnerType::Group, None) => view! {
            <p class="drawer-intro">
                "A group runner takes jobs of every project of its group and its subgroups. You may not see its group."
            </p>
        }
        .into_any(),
        _ if projects.is_empty() => {
            view! { <p class="drawer-intro">"None of its projects is visible to you."</p> }.into_any()
        }
        _ => view! { <RunnerProjects projects /> }.into_any(),
    }
}
