//! The form that changes a runner. What is typed stays until it is saved or given up.

use leptos::task::spawn_local;
use leptos::{html, prelude::*};

use super::open_runner::OpenRunner;
use super::{PANEL, details::Reading};
use crate::components::conflicts::Conflicts;
use crate::components::runner_fields::RunnerFields;
use crate::form::Field;
use crate::format::counted;
use crate::gitlab::runner::RunnerDetails;
use crate::reactive::{callback, derive, effect, memo};
use crate::route::Tab;
use crate::state::drafts::{Draft, Drafts, Writer};
use crate::state::runner::{EditState, Saved};
use crate::state::toasts::Toasts;
use crate::ui::Show;
use crate::ui::form::{focus_in, show_problem};
use crate::ui::{Alert, Button, ButtonKind};

/// The form, once the runner is known. It stays when the runner goes, and comes back for a draft of one that is gone: what was
/// typed is not lost.
#[component]
pub fn EditTab(open: OpenRunner) -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    #[expect(clippy::disallowed_methods, reason = "it needs what it was before")]
    let first = Memo::new(move |before: Option<&Option<RunnerDetails>>| {
        before.cloned().flatten().or_else(|| open.details.get()).or_else(|| drafted(open, drafts))
    });
    move || match first.get() {
        Some(details) => view! { <EditForm open details /> }.into_any(),
        None => view! {
            <div class="drawer-body" id=PANEL role="tabpanel">
                <Reading open />
            </div>
        }
        .into_any(),
    }
}

#[component]
fn EditForm(open: OpenRunner, details: RunnerDetails) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let kind = details.runner.kind();
    let without_note = !details.maintenance_note.is_told();
    let state = EditState::new(details, open.fleet);
    let changed = memo(move || state.changed());
    let refusal = derive(move || open.refusal());
    let element = NodeRef::<html::Form>::new();

    effect(move || open.details.get().into_iter().for_each(|details| state.follow(details)));
    effect(move || open.navigation.set_unsaved(!changed.read().is_empty()));
    keep_draft(open, state);
    focus_in(element, "input,textarea");

    let save = callback(move |()| {
        spawn_local(async move {
            match state.save().await {
                Some(saved) => done(open, toasts, saved),
                None => show_problem(element),
            }
        });
    });
    let decide = callback(move |(field, theirs): (Field, bool)| {
        if state.decide(field, theirs) {
            save.run(());
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save.run(());
    };
    let failure = move || {
        let title = format!("Runner #{} was not saved", open.id);
        state.failure().map(|text| view! { <Alert title>{text}</Alert> })
    };
    view! {
        <form novalidate node_ref=element on:submit=submit aria-label=format!("Edit runner #{}", open.id)>
            <div class="drawer-body" id=PANEL role="tabpanel">
                <div class="form">
                    {failure}
                    <RunnerFields
                        form=state.form()
                        on_change=move |form| state.change(form)
                        problems=move || state.problems()
                        changed
                        refusal
                        kind
                        without_note
                    />
                </div>
            </div>
            <Foot open state changed refusal />
        </form>
        <Show when=move || !state.conflicts().read().is_empty()>
            <Conflicts conflicts=state.conflicts() on_decide=decide on_cancel=move |()| state.leave_undecided() />
        </Show>
    }
}

/// The runner as it was when something was typed about it, where it cannot be read now.
fn drafted(open: OpenRunner, drafts: Drafts) -> Option<RunnerDetails> {
    let session = open.state.failure().and_then(|_| open.session.open_untracked())?;
    drafts.original(&Writer::of(&session)).filter(|details| details.runner.id == open.id)
}

/// Goes on with what was typed before a connection ended, and keeps it when this one does.
fn keep_draft(open: OpenRunner, state: EditState) {
    let Some(session) = open.session.open_untracked() else { return };
    let (drafts, writer) = (expect_context::<Drafts>(), Writer::of(&session));
    if let Some(Draft::Edit { original, form }) = drafts.take(&writer)
        && original.runner.id == open.id
    {
        state.resume(*original, form);
    }
    drafts.keep_when_gone(open.navigation, writer, move || {
        let (original, form) = state.typed();
        Some(Draft::Edit { original: Box::new(original), form })
    });
}

#[component]
fn Foot(
    open: OpenRunner,
    state: EditState,
    changed: Memo<Vec<Field>>,
    refusal: Signal<Option<String>>,
) -> impl IntoView {
    let count = move || match changed.read().len() {
        0 => String::new(),
        unsaved => counted(unsaved, "unsaved change"),
    };
    let busy = derive(move || state.is_saving().then(|| "Saving…".to_owned()));
    view! {
        <div class="drawer-foot">
            <Button kind=ButtonKind::Primary submit=true disabled_reason=refusal busy>
                "Save changes"
            </Button>
            <Button on_click=move || open.turn_to(Tab::Details)>"Cancel"</Button>
            <span class="drawer-foot-note">
                {count} <span role="status">{move || state.is_idle().then_some("Nothing to save")}</span>
            </span>
        </div>
    }
}

/// Says that it was saved and leaves the form, if one is still there.
fn done(open: OpenRunner, toasts: Toasts, saved: Saved) {
    let id = open.id;
    let said = [format!("Runner #{id} saved")].into_iter().chain(saved.merged).collect::<Vec<_>>();
    toasts.say(said.join(". "));
    let here = open.navigation.route_untracked();
    if !saved.goes_on && here.runner == Some(id) && here.tab == Tab::Edit {
        open.navigation.set_unsaved(false);
        open.navigation.replace(here.with_runner(id, Tab::Details));
    }
}
