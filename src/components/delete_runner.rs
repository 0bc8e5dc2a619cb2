//! The question before a runner is deleted: what goes with it, or why it cannot be deleted.

use leptos::prelude::*;

use crate::can::Reason;
use crate::fleet::Deletion;
use crate::reactive::{derive, memo};
use crate::ui::{Alert, Button, ButtonKind, Dialog, Show, Skeleton};

/// Lines that stand in for what goes with it, by their width.
const WAITING: [u16; 4] = [300, 220, 250, 190];

/// What went wrong, for the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// In a few words.
    pub title: String,
    /// What it means and what to do.
    pub text: String,
}

/// The dialog "Delete runner #41?".
#[component]
pub fn DeleteRunner(
    /// The runner's id.
    id: u64,
    /// What goes with it; `None` until that is read.
    #[prop(into)]
    deletion: Signal<Option<Deletion>>,
    /// Why GitLab is sure to refuse.
    #[prop(into)]
    refusal: Signal<Option<Reason>>,
    /// What went wrong.
    #[prop(into)]
    problem: Signal<Option<Problem>>,
    /// Whether it is being deleted.
    #[prop(into)]
    deleting: Signal<bool>,
    /// Called to read it again.
    on_retry: Callback<()>,
    /// Called to delete it.
    on_delete: Callback<()>,
    /// Called to see its projects.
    on_unassign: Callback<()>,
    /// Called to leave it as it is.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let is_known = memo(move || deletion.read().is_some());
    let refusal = memo(move || refusal.get());
    let footer = move || {
        view! {
            <Button autofocus=true on_click=on_cancel>
                "Cancel"
            </Button>
            <Show when=move || is_known.get() && refusal.get().is_none()>
                <Button
                    kind=ButtonKind::Danger
                    busy=derive(move || deleting.get().then(|| "Deleting…".to_owned()))
                    on_click=on_delete
                >
                    "Delete runner"
                </Button>
            </Show>
            <Show when=move || refusal.get() == Some(Reason::SeveralProjects)>
                <Button kind=ButtonKind::Primary on_click=on_unassign>
                    "Unassign from the other projects first"
                </Button>
            </Show>
        }
    };
    let said = move || match (deletion.get(), refusal.get()) {
        (Some(deletion), None) => view! { <WhatGoes deletion /> }.into_any(),
        (Some(deletion), Some(Reason::SeveralProjects)) => view! { <Several deletion /> }.into_any(),
        (Some(_), Some(reason)) => view! { <p>{reason.to_string()}</p> }.into_any(),
        (None, _) if problem.read().is_some() => ().into_any(),
        (None, _) => view! { <Waiting /> }.into_any(),
    };
    let alert = move || {
        problem.get().map(|Problem { title, text }| {
            if is_known.get() {
                view! { <Alert title>{text}</Alert> }.into_any()
            } else {
                view! { <Alert title on_retry>{text}</Alert> }.into_any()
            }
        })
    };
    view! {
        <Dialog title=format!("Delete runner #{id}?") on_close=on_cancel footer>
            {said}
            {alert}
        </Dialog>
    }
}

#[component]
fn Waiting() -> impl IntoView {
    view! {
        <div class="waiting" aria-busy="true">
            <span class="visually-hidden" role="status">
                "Reading what goes with it…"
            </span>
            {WAITING.map(|width| view! { <Skeleton width /> }).collect_view()}
        </div>
    }
}

#[component]
fn WhatGoes(deletion: Deletion) -> impl IntoView {
    let lines = deletion.lines();
    let goes = if lines.is_empty() { "will be gone for good." } else { "will be gone for good. With it:" };
    let subject = match deletion.name() {
        Some(name) => view! { <strong>{name.to_owned()}</strong> {format!(", {}, ", deletion.what())} }.into_any(),
        None => format!("It is {} and ", deletion.what()).into_any(),
    };
    view! {
        <p>{subject} {goes}</p>
        {(!lines.is_empty())
            .then(|| view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> })}
        <p>"Jobs that are done and their logs stay. To use these machines again you need a new token."</p>
    }
}

/// Some of its projects may be out of sight.
#[component]
fn Several(deletion: Deletion) -> impl IntoView {
    let subject = deletion.name().map_or_else(|| deletion.what().to_owned(), str::to_owned);
    let named = match (deletion.details.projects.as_ref().map_or(0, Vec::len), deletion.projects()) {
        (2.., Some(projects)) => format!(" is assigned to {}: {projects}.", deletion.project_count()),
        (_, Some(projects)) => format!(" is assigned to {projects} and to other projects that you may not see."),
        (_, None) => " is assigned to several projects that you may not see.".to_owned(),
    };
    view! {
        <p><strong>{subject}</strong> {named}</p>
        <p>
            {Reason::SeveralProjects.to_string()}
            " Take it from all projects but the one that owns it, or ask an administrator."
        </p>
    }
}
