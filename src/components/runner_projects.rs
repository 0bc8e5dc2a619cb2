//! The projects a runner is assigned to, as far as this user may see them.

use leptos::prelude::*;

use super::outside_link::OutsideLink;
use crate::gitlab::project::Project;
use crate::ui::{Badge, BadgeKind};

/// Rows of projects.
#[component]
pub fn RunnerProjects(
    /// The projects, as GitLab sent them.
    projects: Vec<Project>,
) -> impl IntoView {
    // The owner is the one it was assigned to first, which GitLab does not tell where there are several.
    let is_only_one = projects.len() == 1;
    let count = format!("{} visible to you.", projects.len());
    let row = move |project: Project| {
        let path = project.path();
        let name = project.name_with_namespace.filter(|name| *name != path);
        let owner = is_only_one.then(|| view! { <Badge kind=BadgeKind::Outline>"Owner"</Badge> });
        view! {
            <li>
                <span>
                    <OutsideLink address=project.web_url>{path}</OutsideLink>
                    <span class="project-name">{name}</span>
                </span>
                {owner}
            </li>
        }
    };
    view! {
        <p class="drawer-intro">{format!("Projects whose jobs this runner takes. {count}")}</p>
        <ul class="projects" aria-label="Projects">
            {projects.into_iter().map(row).collect_view()}
        </ul>
    }
}
