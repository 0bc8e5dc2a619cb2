//! What a runner is and how it stands, and the buttons for what is done most.

use leptos::{html, prelude::*};

use super::head::MoreActions;
use super::open_runner::OpenRunner;
use crate::browser::{focus, timers};
use crate::components::status_badge::StatusBadge;
use crate::components::type_badge::TypeBadge;
use crate::gitlab::runner::Runner;
use crate::gitlab::term::RunnerStatus;
use crate::pages::runners::pausing::Pausing;
use crate::reactive::{derive, memo};
use crate::route::Tab;
use crate::ui::Show;
use crate::ui::{Button, Skeleton};

/// Description, status, buttons: the same in every tab.
#[component]
pub fn StatusRow(open: OpenRunner, editing: Signal<bool>) -> impl IntoView {
    let description = move || open.runner.get().and_then(|runner| runner.description).unwrap_or_default();
    let edit_button = NodeRef::<html::Button>::new();
    return_focus(editing, edit_button);
    let is_known = memo(move || open.runner.read().is_some());
    let kind = memo(move || open.runner.read().as_ref().map(Runner::kind));
    let status =
        derive(move || open.runner.read().as_ref().map_or(RunnerStatus::NeverContacted, Runner::contact_status));
    view! {
        <p class="drawer-about" data-tip-cut="">
            {description}
        </p>
        <div class="drawer-status">
            <Show when=move || is_known.get() fallback=move || view! { <Waiting open /> }>
                <StatusBadge status paused=derive(move || is_paused(open)) />
                {move || kind.get().map(|kind| view! { <TypeBadge kind /> })}
            </Show>
            <Show when=move || is_known.get() && !editing.get()>
                <Buttons open edit_button />
            </Show>
        </div>
    }
}

/// Before anything is known. A runner that cannot be read has no status to wait for.
#[component]
fn Waiting(open: OpenRunner) -> impl IntoView {
    move || open.state.failure().is_none().then(|| view! { <Skeleton width=120 /> })
}

#[component]
fn Buttons(open: OpenRunner, edit_button: NodeRef<html::Button>) -> impl IntoView {
    let pausing = Pausing::new();
    let refusal = derive(move || open.refusal());
    let busy = move || {
        let words = if is_paused(open) { "Resuming…" } else { "Pausing…" };
        open.fleet.is_busy(open.id).then(|| words.to_owned())
    };
    let icon = derive(move || if is_paused(open) { "play" } else { "pause" });
    let toggle = move || pausing.toggle(open.id);
    view! {
        <div class="drawer-buttons">
            <Button icon="pencil" disabled_reason=refusal on_click=move || open.go(Tab::Edit) node_ref=edit_button>
                "Edit"
            </Button>
            <Button icon disabled_reason=refusal busy=derive(busy) on_click=toggle>
                {move || if is_paused(open) { "Resume" } else { "Pause" }}
            </Button>
            <Show when=move || !open.narrow.get()>
                <MoreActions open framed=true />
            </Show>
        </div>
    }
}

fn is_paused(open: OpenRunner) -> bool {
    open.runner.read().as_ref().is_some_and(Runner::is_paused)
}

/// Edit has led to the form; when the form goes, the focus comes back, unless it has gone elsewhere.
fn return_focus(editing: Signal<bool>, edit_button: NodeRef<html::Button>) {
    Effect::new(move |before: Option<bool>| {
        let now = editing.get();
        if before == Some(true) && !now {
            timers::frame(move || {
                if let Some(button) = edit_button.try_get_untracked().flatten().filter(|_| focus::is_nowhere()) {
                    focus::on(&button);
                }
            });
        }
        now
    });
}
