//! The two steps that ask. What is typed stays when one goes back.

use leptos::task::spawn_local;
use leptos::{html, prelude::*};

use super::Where;
use super::place_field::PlaceField;
use crate::can;
use crate::components::new_runner::runner_type_cards::RunnerTypeCards;
use crate::components::runner_fields::RunnerFields;
use crate::gitlab::term::RunnerType;
use crate::reactive::callback;
use crate::state::new_runner::{NewRunnerState, Outcome, Step};
use crate::state::session::SessionState;
use crate::state::toasts::Toasts;
use crate::ui::form::{focus_in, show_problem};
use crate::ui::{Alert, Button, ButtonKind};

/// The form of the step where one is.
#[component]
pub fn NewRunnerForm(state: NewRunnerState, on_cancel: Callback<()>) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let element = NodeRef::<html::Form>::new();
    let first_field = "input:checked,input:not([type=radio]),textarea";
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            let outcome = match untrack(|| state.step()) {
                Step::Settings => state.next().await,
                _ => state.create().await,
            };
            match outcome {
                Outcome::Done => focus_in(element, first_field),
                Outcome::Refused => show_problem(element),
                Outcome::Unseen(id) => toasts.fail(format!(
                    "Runner #{id} was created after you had left. Reset its token to get one, or delete it."
                )),
                Outcome::Busy => {}
            }
        });
    };
    let back = callback(move |()| {
        state.back();
        focus_in(element, first_field);
    });
    let failure =
        move || state.failure().map(|text| view! { <Alert title="The runner was not created">{text}</Alert> });
    let fields = move || match state.step() {
        Step::Settings => view! { <Settings state /> }.into_any(),
        step => view! { <Fields state step /> }.into_any(),
    };
    let foot = move || match state.step() {
        Step::Settings => view! {
            <Button kind=ButtonKind::Primary submit=true busy=move || state.busy()>
                "Next"
            </Button>
            <Button on_click=on_cancel>"Cancel"</Button>
        }
        .into_any(),
        _ => view! {
            <Button kind=ButtonKind::Primary submit=true busy=move || state.busy()>
                "Create runner"
            </Button>
            <Button on_click=back>"Back"</Button>
            <span class="page-foot-note">"GitLab then shows its token once."</span>
        }
        .into_any(),
    };
    focus_in(element, first_field);
    view! {
        <form novalidate node_ref=element on:submit=submit aria-label="New runner">
            <div class="page-body">
                <div class="page-column">
                    <Where state />
                    <div class="form">{failure} {fields}</div>
                </div>
            </div>
            <div class="page-foot">
                <div class="page-column">{foot}</div>
            </div>
        </form>
    }
}

/// Whose it is to be, and what it is found by.
#[component]
fn Settings(state: NewRunnerState) -> impl IntoView {
    let session = expect_context::<SessionState>();
    let refusal = move |kind: RunnerType| {
        let open = session.open_untracked()?;
        can::create(&open.who, &kind).err().map(|reason| reason.to_string())
    };
    let place = move || match state.kind.get() {
        RunnerType::Group => Some(view! { <PlaceField state label="Group" /> }),
        RunnerType::Project => Some(view! { <PlaceField state label="Project" /> }),
        _ => None,
    };
    view! {
        <RunnerTypeCards kind=state.kind on_change=move |kind| state.choose_kind(kind) refusal />
        {place}
        <Fields state step=Step::Settings />
    }
}

/// The fields of a step.
#[component]
fn Fields(state: NewRunnerState, step: Step) -> impl IntoView {
    view! {
        <RunnerFields
            form=state.form()
            on_change=move |form| state.change(form)
            problems=move || state.problems()
            kind=state.kind.get_untracked()
            only=step.fields()
            is_new=true
        />
    }
}
