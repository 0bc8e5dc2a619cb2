//! The page as a whole: what everything shares, and which screen for which address.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::theme::Theme;
use crate::browser::{clock, keys, links};
use crate::components::app_bar::{AppBar, NavLink, Who};
use crate::components::keys_table::KeysTable;
use crate::format;
use crate::pages::connect::ConnectPage;
use crate::pages::runners::RunnersPage;
use crate::pages::settings::SettingsPage;
use crate::panic;
use crate::route::{Route, View};
use crate::state::connect::Session;
use crate::state::fleet::FleetState;
use crate::state::navigation::Navigation;
use crate::state::session::{Connection, SessionState};
use crate::state::toasts::{Said, Toasts};
use crate::ui::time_ago::provide_clock;
use crate::ui::{Button, Confirm, Dialog, Skeleton, TipLayer, Toast, ToastAction, ToastRegion};

/// A token that expires within so many days is said.
const SOON_DAYS: i64 = 7;
const DAY_MS: i64 = 86_400_000;

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
    let toasts = Toasts::new();
    provide_context(session);
    provide_context(navigation);
    provide_context(fleet);
    provide_context(toasts);
    StoredValue::new_local(links::on_link(move |query| navigation.follow(query)));
    StoredValue::new_local(links::on_unload(move || navigation.has_unsaved()));
    spawn_local(session.resume(navigation.route_untracked().host));
    // Another GitLab in the address is another connection: nothing is sent there before Connect.
    let host = navigation.part(|route| route.host.clone());
    let is_elsewhere = Memo::new(move |_| match (session.connection(), host.get()) {
        (Connection::Open(open), Some(host)) => !session.is_demo() && host != open.client.instance().host(),
        _ => false,
    });
    let screen = move || {
        let connection = session.connection();
        // What one connection asked for is nothing to the next, and must not go on with a token that was forgotten.
        fleet.reset();
        match connection {
            Connection::Open(_) if is_elsewhere.get() => view! { <ConnectPage reason=None /> }.into_any(),
            Connection::Open(open) => view! { <Connected open /> }.into_any(),
            Connection::Resuming => view! { <Resuming /> }.into_any(),
            Connection::None(reason) => view! { <ConnectPage reason /> }.into_any(),
        }
    };
    view! {
        {screen}
        <Show when=move || navigation.is_asking()>
            <LeaveQuestion />
        </Show>
        <ToastRegion toast=Signal::derive(move || toasts.current().map(toast)) on_close=move || toasts.close() />
        <TipLayer />
    }
}

/// The bar and the screen of the address.
#[component]
fn Connected(open: Arc<Session>) -> impl IntoView {
    let session = expect_context::<SessionState>();
    let navigation = expect_context::<Navigation>();
    let toasts = expect_context::<Toasts>();
    let view = navigation.part(|route| route.view);
    let is_help_open = RwSignal::new(false);
    StoredValue::new_local(keys::on_shortcut(move |key| {
        let is_help = key == "?";
        if is_help {
            is_help_open.set(true);
        }
        is_help
    }));
    let links = Signal::derive(move || {
        [("Runners", View::Runners), ("Settings", View::Settings)]
            .map(|(label, to)| NavLink { label, href: href_of(to), current: view.get() == to })
            .to_vec()
    });
    let disconnect = Callback::new(move |()| {
        navigation.set_unsaved(false);
        toasts.close();
        session.disconnect();
        navigation.go(Route::default());
    });
    let page = move || match view.get() {
        View::Settings => view! { <SettingsPage /> }.into_any(),
        _ => view! { <RunnersPage /> }.into_any(),
    };
    view! {
        <div class="frame">
            <Show when=move || session.is_demo()>
                <p class="demo-banner" role="note">
                    "This is a demo: an invented company, kept in this tab only. Reload to start afresh. "
                    <Button small=true on_click=disconnect>"Leave the demo"</Button>
                </p>
            </Show>
            <AppBar who=who(&open, session) links on_help=Callback::new(move |()| is_help_open.set(true)) on_disconnect=disconnect />
            {page}
        </div>
        <Show when=move || is_help_open.get()>
            <Help on_close=Callback::new(move |()| is_help_open.set(false)) />
        </Show>
    }
}

/// While a kept token is being checked: the frame is there, the content is not.
#[component]
fn Resuming() -> impl IntoView {
    view! {
        <div class="frame" aria-busy="true">
            <div class="app-bar"><span class="app-word">"Runnerboard"</span></div>
            <main class="panels">
                <section class="panel list-panel" aria-label="Connecting">
                    <p class="visually-hidden" role="status">"Connecting…"</p>
                    <div class="list-head"><Skeleton width=120 /></div>
                </section>
            </main>
        </div>
    }
}

/// The keys, over whatever is there.
#[component]
fn Help(on_close: Callback<()>) -> impl IntoView {
    let footer = move || view! { <Button autofocus=true on_click=on_close>"Close"</Button> };
    view! {
        <Dialog title="Keys" on_close footer>
            <KeysTable />
        </Dialog>
    }
}

/// Asks before unsaved work is lost.
#[component]
fn LeaveQuestion() -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    view! {
        <Confirm
            title="Leave without saving?"
            action="Leave"
            cancel="Stay"
            on_confirm=move || navigation.leave()
            on_cancel=move || navigation.stay()
        >
            {move || match navigation.route().runner {
                Some(id) => format!("The changes to runner #{id} will be lost."),
                None => "What you changed will be lost.".to_owned(),
            }}
        </Confirm>
    }
}

fn toast(said: Said) -> Toast {
    let action = said.action.map(|(label, act)| ToastAction { label, act });
    Toast { text: said.text, failed: said.failed, action }
}

fn href_of(view: View) -> String {
    crate::browser::history::href(&Route { view, ..Route::default() }.to_query())
}

/// What the bar says of a session.
fn who(open: &Session, session: SessionState) -> Who {
    let may = if crate::can::write(&open.who).is_err() {
        Some("Read only")
    } else if open.who.admin {
        Some("Administrator")
    } else {
        None
    };
    let now = clock::now();
    let expires = open.token.as_ref().and_then(|token| token.expires_at).map(|at| at.0);
    let soon = expires.filter(|at| *at - now < SOON_DAYS * DAY_MS && !untrack(|| session.is_demo()));
    Who {
        host: if untrack(|| session.is_demo()) { "Demo".to_owned() } else { open.client.instance().host().to_owned() },
        name: if open.user.name.is_empty() { open.user.username.clone() } else { open.user.name.clone() },
        username: open.user.username.clone(),
        may,
        scopes: open.who.scopes.join(", "),
        expires: soon.map(|at| format!("Token expires {}", format::until(now, at))),
    }
}
