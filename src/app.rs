//! The page as a whole: what everything shares, and which screen for which address.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::links;
use crate::browser::theme::Theme;
use crate::pages::connect::ConnectPage;
use crate::pages::frame;
use crate::panic;
use crate::reactive::memo;
use crate::state::drafts::Drafts;
use crate::state::fleet::FleetState;
use crate::state::navigation::Navigation;
use crate::state::session::{Connection, SessionState};
use crate::ui::lazy::prefetch;
use crate::ui::time_ago::provide_clock;
use crate::ui::{Skeleton, TipLayer, lazy_view};

/// Puts the page into the document.
pub fn start() {
    panic::set_screen();
    Theme::load().apply();
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    provide_clock();
    let session = SessionState::new();
    let navigation = Navigation::new();
    let fleet = FleetState::new(session);
    provide_context(session);
    provide_context(navigation);
    provide_context(fleet);
    provide_context(Drafts::new());
    StoredValue::new_local(links::on_link(move |query| navigation.follow(query)));
    StoredValue::new_local(links::on_unload(move || navigation.has_unsaved()));
    spawn_local(session.resume(navigation.route_untracked().host));
    // Another GitLab in the address is another connection: nothing is sent there before Connect.
    let host = navigation.part(|route| route.host.clone());
    let is_elsewhere = memo(move || host.read().as_ref().is_some_and(|host| session.is_elsewhere(host)));
    let screen = move || {
        let connection = session.connection();
        // What one connection asked for is nothing to the next, and must not go on with a token that was forgotten.
        fleet.reset();
        match connection {
            Connection::Open(_) if is_elsewhere.get() => view! { <ConnectPage reason=None /> }.into_any(),
            Connection::Open(open) => lazy_view(frame::load, open, resuming).into_any(),
            Connection::Resuming => {
                prefetch(frame::load);
                resuming(view! { <Skeleton width=120 /> }.into_any())
            }
            Connection::None(reason) => view! { <ConnectPage reason /> }.into_any(),
        }
    };
    view! {
        {screen}
        <TipLayer />
    }
}

/// While a kept token is being checked: the frame is there, the content is not.
fn resuming(content: AnyView) -> AnyView {
    view! {
        <div class="frame" aria-busy="true">
            <div class="app-bar"><span class="app-word">"Runnerboard"</span></div>
            <main class="panels">
                <section class="panel list-panel" aria-label="Connecting">
                    <p class="visually-hidden" role="status">"Connecting…"</p>
                    <div class="lazy">{content}</div>
                </section>
            </main>
        </div>
    }
    .into_any()
}
