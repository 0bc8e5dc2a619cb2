//! Assigning the runner to more projects, and saying what became of each.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::finder::Finder;
use crate::can;
use crate::components::assign_projects::AssignProjects;
use crate::gitlab::error::Error;
use crate::gitlab::project::Project;
use crate::pages::runner::open_runner::OpenRunner;
use crate::reactive::{derive, memo};
use crate::route::Tab;
use crate::state::runner::{AssignmentState, Refused};
use crate::state::toasts::Toasts;
use crate::ui::field::ComboOption;
use crate::ui::{Alert, Show};

/// The form, and above it why the last try did not come about everywhere.
#[component]
pub fn Assigning(open: OpenRunner, state: AssignmentState, projects: Memo<Vec<Project>>) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let finder = Finder::new(open.session, state);
    let options = memo(move || {
        let is_new = |project: &Project| {
            let is_it = |other: &Project| other.id == project.id;
            !projects.read().iter().any(is_it) && !state.chosen().read().iter().any(is_it)
        };
        finder.found.get().into_iter().filter(is_new).collect::<Vec<_>>()
    });
    let message = derive(move || {
        let all_known = options.read().is_empty() && !finder.found.read().is_empty();
        finder.message.get().or_else(|| all_known.then(|| "It is assigned to all that were found.".to_owned()))
    });
    let reason = memo(move || {
        let (session, details) = (open.session.open()?, open.details.get()?);
        can::assign(&session.who, &details.runner, details.locked, details.projects.as_deref()).err()
    });
    let may_unlock = move || *reason.read() == Some(can::Reason::Locked) && open.refusal().is_none();
    let help = move || {
        view! {
            {move || reason.get().map(|reason| reason.to_string())}
            " "
            <Show when=may_unlock>
                <Unlock open />
            </Show>
        }
    };
    let busy = derive(move || state.under_way().map(|_| "Assigning…".to_owned()));
    let assign = move || {
        spawn_local(async move {
            if !finder.take_typed().await {
                return;
            }
            if state.chosen().read_untracked().is_empty() {
                finder.error.set(Some("Choose a project first.".to_owned()));
                return;
            }
            let (done, refused) = state.assign().await;
            say(open, state, toasts, &done, &refused);
        });
    };
    view! {
        {move || state.refused().into_iter().map(|refused| view! { <NotAssigned open refused /> }).collect_view()}
        <AssignProjects
            typed=finder.typed
            options=derive(move || options.get().into_iter().map(|project| ComboOption::at(project.path(), project.name)).collect())
            message
            error=finder.error
            chosen=state.chosen()
            refusal=derive(move || reason.get().map(|reason| reason.to_string()))
            help
            busy
            on_input=move |text| finder.look_for(text)
            on_clear=move |()| finder.typed.set(String::new())
            on_choose=move |text| finder.choose(text)
            on_drop=move |id| state.give_up(id)
            on_assign=move |()| assign()
        />
    }
}

/// The way to the form in which a runner is unlocked.
#[component]
fn Unlock(open: OpenRunner) -> impl IntoView {
    view! { <a href=open.href(Tab::Edit)>"Unlock it in its form"</a> }
}

/// Why it was not assigned to a project.
#[component]
fn NotAssigned(open: OpenRunner, refused: Refused) -> impl IntoView {
    let Refused { project, error } = refused;
    let is_locked = matches!(&error, Error::Forbidden { message, .. } if message.contains("locked"));
    let unlock = is_locked.then(|| view! { <Unlock open /> });
    view! {
        <div class="drawer-alert">
            <Alert title=format!("Runner #{} was not assigned to {}", open.id, project.path())>
                {error.sentence()} " " {unlock}
            </Alert>
        </div>
    }
}

/// Says what came about; what did not stands above the form, if that is still there.
fn say(open: OpenRunner, state: AssignmentState, toasts: Toasts, done: &[Project], refused: &[Refused]) {
    if !done.is_empty() {
        toasts.say(format!("Runner #{} assigned to {}", open.id, listed(done.iter())));
    } else if !refused.is_empty() && state.is_gone() {
        let projects = listed(refused.iter().map(|refused| &refused.project));
        toasts.fail(format!("Runner #{} was not assigned to {projects}.", open.id));
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed<'a>(projects: impl Iterator<Item = &'a Project>) -> String {
    let mut paths: Vec<_> = projects.map(Project::path).collect();
    match paths.pop() {
        Some(last) if paths.is_empty() => last,
        Some(last) => format!("{} and {last}", paths.join(", ")),
        None => String::new(),
    }
}
