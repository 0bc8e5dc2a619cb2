//! The question before a runner is taken from a project, and doing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::gitlab::error::Error;
use crate::gitlab::project::Project;
use crate::pages::runner::open_runner::OpenRunner;
use crate::reactive::{callback, derive};
use crate::state::runner::AssignmentState;
use crate::state::toasts::Toasts;
use crate::ui::Confirm;

/// Asks whether the runner is to be taken from a project, while there is one to ask about.
#[component]
pub fn Unassigning(
    open: OpenRunner,
    state: AssignmentState,
    leaving: RwSignal<Option<Project>>,
    on_left: Callback<()>,
) -> impl IntoView {
    move || leaving.get().map(|project| view! { <Question open state leaving project on_left /> })
}

#[component]
fn Question(
    open: OpenRunner,
    state: AssignmentState,
    leaving: RwSignal<Option<Project>>,
    project: Project,
    on_left: Callback<()>,
) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let (busy, error) = (RwSignal::new(false), RwSignal::new(None));
    let path = project.path();
    let title = format!("Unassign from {path}?");
    let text = format!("Runner #{} will take no more jobs of {path}.", open.id);
    let confirm = callback(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        error.set(None);
        let project = project.clone();
        spawn_local(async move {
            let path = project.path();
            match state.unassign(&project).await {
                Ok(()) => {
                    toasts.say(format!("Runner #{} unassigned from {path}", open.id));
                    leaving.try_set(None);
                    on_left.try_run(());
                }
                // Nobody is there any more who could read it in the dialog.
                Err(why) => {
                    if error.try_set(Some(sentence(&why))).is_some() {
                        toasts.fail(format!("Runner #{} was not unassigned from {path}.", open.id));
                    }
                }
            }
            busy.try_set(false);
        });
    });
    view! {
        <Confirm
            title
            action="Unassign"
            busy=derive(move || busy.get().then(|| "Unassigning…".to_owned()))
            error
            on_confirm=confirm
            on_cancel=move |()| leaving.set(None)
        >
            <p>{text}</p>
        </Confirm>
    }
}

/// Why GitLab refused. Newer ones do not say that the project owns the runner (`lib/api/ci/runners.rb`).
fn sentence(error: &Error) -> String {
    let said = error.sentence();
    match error {
        Error::Forbidden { message, .. } if message.contains("No access granted") => {
            format!("{said} If this project owns the runner, nobody can unassign it: delete the runner instead.")
        }
        _ => said,
    }
}
