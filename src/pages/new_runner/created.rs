//! What is left when the token was seen: whether a machine has contacted GitLab, and where to go from here.

use leptos::{html, prelude::*};

use super::{Where, runner_href};
use crate::browser::{focus, timers};
use crate::reactive::derive;
use crate::state::navigation::Navigation;
use crate::state::new_runner::NewRunnerState;
use crate::ui::{Button, ButtonKind, Icon, LinkButton, Show};

/// The runner is there.
#[component]
pub fn Created(state: NewRunnerState, id: u64) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let href = derive(move || runner_href(&navigation.route(), id));
    view! {
        <div class="page-body">
            <div class="page-column">
                <Where state />
                // While the token is shown its dialog says the same.
                <Show when=move || state.created().is_none()>
                    <CreatedPart state id href />
                </Show>
            </div>
        </div>
    }
}

#[component]
fn CreatedPart(state: NewRunnerState, id: u64, href: Signal<String>) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    // What had the focus has gone with the dialog.
    timers::frame(move || {
        if let Some(element) = element.try_get_untracked().flatten() {
            focus::first(&element, "a");
        }
    });
    view! {
        <div class="created" node_ref=element>
            <h2 class="created-title">{format!("Runner #{id} was created")}</h2>
            <Contact state id />
            <p class="created-note">
                "Its token is gone from this page. Whoever did not copy it can reset it on the runner's page."
            </p>
            <div class="form-actions">
                <LinkButton href kind=ButtonKind::Primary>
                    {format!("Show runner #{id}")}
                </LinkButton>
                <Button on_click=move || state.again()>"Create another one"</Button>
            </div>
        </div>
    }
}

/// Says whether a machine has contacted GitLab as the new runner.
#[component]
pub fn Contact(state: NewRunnerState, id: u64) -> impl IntoView {
    let text = move || {
        if state.is_contacted() {
            format!("Runner #{id} is online")
        } else {
            "Waiting for the runner to contact GitLab…".to_owned()
        }
    };
    let icon = derive(move || if state.is_contacted() { "status-active" } else { "status_running" });
    view! {
        <div class="contact" data-online=move || state.is_contacted().then_some("")>
            <Icon name=icon />
            <span role="status">{text}</span>
        </div>
    }
}
