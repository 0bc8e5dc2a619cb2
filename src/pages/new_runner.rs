//! New runner: what it is, its settings, its token with the commands that register it, and the wait until it is online.

mod created;
mod form;
mod place_field;
mod token;

use leptos::prelude::*;

use crate::browser::history;
use crate::can;
use crate::components::new_runner::steps::Steps;
use crate::gitlab::term::RunnerType;
use crate::reactive::{callback, effect};
use crate::route::{Route, Tab, View};
use crate::state::drafts::{Draft, Drafts, Writer};
use crate::state::fleet::FleetState;
use crate::state::navigation::Navigation;
use crate::state::new_runner::{NewRunnerState, Step};
use crate::state::session::SessionState;
use crate::ui::lazy::lazy;
use crate::ui::{Empty, IconButton};

use created::Created;
use form::NewRunnerForm;
use token::NewToken;

lazy!(tokens, load, page, ());

/// The steps, as they are called.
const STEPS: &[&str] = &["Settings", "Optional", "Register"];

fn page((): ()) -> AnyView {
    view! { <NewRunnerPage /> }.into_any()
}

/// Stands in the screen's place until it has come.
pub fn frame(content: AnyView) -> AnyView {
    view! {
        <main class="panels">
            <section class="panel" aria-label="New runner">
                <div class="lazy">{content}</div>
            </section>
        </main>
    }
    .into_any()
}

/// The screen.
#[component]
fn NewRunnerPage() -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let close = callback(move |()| navigation.go(list(&navigation.route_untracked())));
    view! {
        <main class="panels">
            <section class="panel" aria-label="New runner">
                <div class="page-head">
                    <h1 class="page-title">"New runner"</h1>
                    <IconButton icon="close" name="Close" on_click=close />
                </div>
                <Content on_close=close />
            </section>
        </main>
    }
}

/// The form, or why there is none.
#[component]
fn Content(on_close: Callback<()>) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let session = expect_context::<SessionState>();
    let Some(open) = session.open_untracked() else { return ().into_any() };
    if let Err(reason) = can::create(&open.who, &RunnerType::Project) {
        return view! { <Empty icon="lock" title="You may not create runners" text=reason.to_string() /> }.into_any();
    }
    let source = navigation.route_untracked().search.source;
    let state = NewRunnerState::new(session, expect_context::<FleetState>(), source.as_ref());
    effect(move || navigation.set_unsaved(state.would_lose()));
    let (drafts, writer) = (expect_context::<Drafts>(), Writer::of(&open));
    if let Some(Draft::New(typed)) = drafts.take(&writer) {
        state.resume(typed);
    }
    drafts.keep_when_gone(navigation, writer, move || state.typed().map(Draft::New));
    let content = move || match state.id() {
        Some(id) => view! { <Created state id /> }.into_any(),
        None => view! { <NewRunnerForm state on_cancel=on_close /> }.into_any(),
    };
    let shown = move || state.created().map(|created| view! { <NewToken state created /> });
    view! {
        {content}
        {shown}
    }
    .into_any()
}

/// Which of the steps it is.
#[component]
fn Where(state: NewRunnerState) -> impl IntoView {
    let current = move || match state.step() {
        Step::Settings => 0,
        Step::Optional => 1,
        Step::Register => 2,
    };
    view! { <Steps labels=STEPS current /> }
}

/// The list that one came from.
fn list(here: &Route) -> Route {
    Route { view: View::Runners, ..here.clone() }
}

/// A link to a runner in that list.
fn runner_href(here: &Route, id: u64) -> String {
    history::href(&list(here).with_runner(id, Tab::Details).to_query())
}
