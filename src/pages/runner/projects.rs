//! The tab Projects: whose jobs the runner takes, and the ways to change that.

use leptos::{html, prelude::*};

mod assigning;
mod finder;
mod unassigning;

use self::assigning::Assigning;
use self::unassigning::Unassigning;
use super::details::Reading;
use super::open_runner::OpenRunner;
use crate::browser::{focus, timers};
use crate::can;
use crate::components::outside_link::OutsideLink;
use crate::components::runner_projects::RunnerProjects;
use crate::fleet::Owner;
use crate::gitlab::group::Group;
use crate::gitlab::project::Project;
use crate::gitlab::term::RunnerType;
use crate::reactive::{callback, memo};
use crate::search::by_name;
use crate::state::runner::AssignmentState;
use crate::ui::field::SearchField;
use crate::ui::{Alert, Show};

/// The projects, or whose jobs it takes instead.
#[component]
pub fn ProjectsTab(open: OpenRunner) -> impl IntoView {
    // Only what kind it is: what is typed and chosen stays when its details are read again.
    let kind = memo(move || {
        let details = open.details.get()?;
        Some((details.runner.kind(), details.groups.into_iter().next()))
    });
    view! {
        <Reading open />
        {move || kind.get().map(|(kind, group)| whose_jobs(open, &kind, group))}
    }
}

fn whose_jobs(open: OpenRunner, kind: &RunnerType, group: Option<Group>) -> AnyView {
    match (kind, group) {
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
        _ => view! { <Served open /> }.into_any(),
    }
}

/// The projects of a project runner.
#[component]
fn Served(open: OpenRunner) -> impl IntoView {
    open.state.want_projects();
    let state = AssignmentState::new(open.id, open.session, open.state);
    let owner = memo(move || owner(open, state));
    let projects = memo(move || {
        let mut projects = open.state.projects().unwrap_or_default();
        projects.sort_by(|a, b| by_name(&a.path(), &b.path()));
        // The owner first, as in GitLab.
        projects.sort_by_key(|project| Some(project.id) != owner.get());
        projects
    });
    let search = RwSignal::new(String::new());
    let found = memo(move || projects.get().into_iter().filter(|project| matches(project, &search.read())).collect());
    let leaving = RwSignal::new(None::<Project>);
    let field = NodeRef::<html::Input>::new();
    let left = callback(move |()| {
        // The row with the button is gone.
        timers::frame(move || {
            if let Some(field) = field.try_get_untracked().flatten().filter(|_| focus::is_nowhere()) {
                focus::on(&field);
            }
        });
    });
    let refusal = callback(move |project: u64| unassign_refusal(open, state, project));
    view! {
        <Assigning open state projects />
        <Show when=move || !projects.read().is_empty() fallback=move || view! { <NoneVisible open /> }>
            <p class="drawer-intro">
                "Projects whose jobs this runner takes. " <strong>{move || visible(projects.read().len())}</strong> "."
            </p>
            <SearchField
                name="Search projects"
                value=search
                on_input=move |text| search.set(text)
                node_ref=field
            />
            <Show when=move || found.with(Vec::is_empty)>
                <p class="drawer-intro" role="status">
                    "No project matches the search."
                </p>
            </Show>
        </Show>
        <Failure open />
        <RunnerProjects projects=found owner refusal on_unassign=callback(move |project| leaving.set(Some(project))) />
        <Unassigning open state leaving on_left=left />
    }
}

#[component]
fn NoneVisible(open: OpenRunner) -> impl IntoView {
    let words = if open.sees_all() { "It has no project." } else { "None of its projects is visible to you." };
    view! { <p class="drawer-intro">{words}</p> }
}

/// Why the list could not be read; the projects of the details stand below.
#[component]
fn Failure(open: OpenRunner) -> impl IntoView {
    move || {
        let error = open.state.projects_failure()?;
        Some(view! {
            <div class="drawer-alert">
                <Alert title="The projects could not be loaded" on_retry=move || open.state.read()>
                    {error.sentence()}
                </Alert>
            </div>
        })
    }
}

fn visible(count: usize) -> String {
    format!("{} visible to you", crate::format::count(count))
}

/// The project that owns it: the one that GitLab called so; where it was not asked, the one that it lists first to who sees
/// all, which it was assigned to first.
fn owner(open: OpenRunner, state: AssignmentState) -> Option<u64> {
    let asked = || match open.owner.get() {
        Owner::Told(path) => open.state.projects()?.into_iter().find(|project| project.path() == path),
        Owner::Hidden => None,
        Owner::Unasked => open.details.get()?.projects?.into_iter().next().filter(|_| open.sees_all()),
    };
    state.told_owner().or_else(|| asked().map(|project| project.id))
}

/// Why GitLab is sure to refuse to take it from a project.
fn unassign_refusal(open: OpenRunner, state: AssignmentState, project: u64) -> Option<String> {
    let who = &open.session.open()?.who;
    let is_locked = open.details.read().as_ref().is_some_and(|details| details.locked);
    can::unassign(who, is_locked, owner(open, state) == Some(project)).err().map(|reason| reason.to_string())
}

/// Whether every word that was typed is in its path or its name.
fn matches(project: &Project, text: &str) -> bool {
    let all = [Some(project.path()), project.name_with_namespace.clone(), project.name.clone()];
    let all = all.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
    text.to_lowercase().split_whitespace().all(|word| all.contains(word))
}
