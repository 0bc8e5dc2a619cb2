//! The projects a runner is assigned to, as far as this user may see them, a row each.

use leptos::prelude::*;

use super::outside_link::OutsideLink;
use crate::gitlab::project::Project;
use crate::reactive::derive;
use crate::ui::{Badge, BadgeKind, Button, Show};

/// Rows of projects.
#[component]
pub fn RunnerProjects(
    /// The projects, in their order.
    #[prop(into)]
    projects: Signal<Vec<Project>>,
    /// The one that owns the runner, if that is known.
    #[prop(into)]
    owner: Signal<Option<u64>>,
    /// Why GitLab is sure to refuse to take the runner from one of them.
    refusal: Callback<u64, Option<String>>,
    /// Called to take the runner from one of them.
    on_unassign: Callback<Project>,
) -> impl IntoView {
    let row = move |project: Project| view! { <ProjectRow project owner refusal on_unassign /> };
    view! {
        <ul class="projects" aria-label="Projects">
            <For each=move || projects.get() key=|project| project.id children=row />
        </ul>
    }
}

#[component]
fn ProjectRow(
    project: Project,
    owner: Signal<Option<u64>>,
    refusal: Callback<u64, Option<String>>,
    on_unassign: Callback<Project>,
) -> impl IntoView {
    let (id, path) = (project.id, project.path());
    let name = project.name_with_namespace.clone().filter(|name| *name != path);
    let address = project.web_url.clone();
    let unassign = format!("Unassign {path}");
    let refused = derive(move || refusal.run(id));
    view! {
        <li>
            <span>
                <OutsideLink address>{path}</OutsideLink>
                <span class="project-name">{name}</span>
            </span>
            <Show when=move || owner.get() == Some(id)>
                <Badge kind=BadgeKind::Outline>"Owner"</Badge>
            </Show>
            <Button
                small=true
                name=Signal::stored(Some(unassign))
                disabled_reason=refused
                on_click=move || on_unassign.run(project.clone())
            >
                "Unassign"
            </Button>
        </li>
    }
}
