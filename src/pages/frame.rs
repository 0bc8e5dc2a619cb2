//! The frame of a connection: the bar, the screen of the address, and what may lie over them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{clock, history, keys};
use crate::components::app_bar::{AppBar, NavLink, Who};
use crate::components::keys_table::KeysTable;
use crate::components::runner_table::RowElements;
use crate::pages::runners::{KeptScroll, RunnersPage};
use crate::pages::{new_runner, settings, tokens};
use crate::reactive::{callback, derive, effect};
use crate::route::{Route, View};
use crate::state::connect::Session;
use crate::state::navigation::Navigation;
use crate::state::session::SessionState;
use crate::state::toasts::{Said, Toasts};
use crate::ui::lazy::lazy;
use crate::ui::{Button, Confirm, Dialog, Show, Toast, ToastAction, ToastRegion, lazy_view};
use crate::{can, format};

/// A token that expires within so many days is said.
const SOON_DAYS: i64 = 7;
const DAY_MS: i64 = 86_400_000;

lazy!(board, load, frame, Arc<Session>);

fn frame(open: Arc<Session>) -> AnyView {
    view! { <Frame open /> }.into_any()
}

/// The bar and the screen of the address.
#[component]
fn Frame(open: Arc<Session>) -> impl IntoView {
    let session = expect_context::<SessionState>();
    let navigation = expect_context::<Navigation>();
    let toasts = Toasts::new();
    provide_context(toasts);
    provide_context(RowElements::new());
    provide_context(KeptScroll::new());
    let view = navigation.part(|route| route.view);
    let is_help_open = RwSignal::new(false);
    StoredValue::new_local(keys::on_shortcut(move |key| {
        let is_help = key == "?";
        if is_help {
            is_help_open.set(true);
        }
        is_help
    }));
    let home = navigation.part(|route| route.to_view(View::Runners));
    let links = derive(move || {
        let href = |view| history::href(&home.read().to_view(view).to_query());
        [("Runners", View::Runners), ("Tokens", View::Tokens), ("Settings", View::Settings)]
            .map(|(label, to)| NavLink { label, href: href(to), current: is_below(view.get(), to) })
            .to_vec()
    });
    let disconnect = callback(move |()| {
        navigation.set_unsaved(false);
        toasts.close();
        session.disconnect();
        navigation.go(Route::default());
    });
    // The list says it beside its count.
    effect(move || {
        let warnings = navigation.warnings();
        if view.get() != View::Runners && !warnings.is_empty() {
            toasts.say(warnings.join(" "));
        }
    });
    let is_leaving = RwSignal::new(false);
    let want_to_disconnect = callback(move |()| {
        if navigation.has_unsaved() {
            is_leaving.set(true);
        } else {
            disconnect.run(());
        }
    });
    let leave = callback(move |()| {
        if is_leaving.get_untracked() {
            disconnect.run(());
        } else {
            navigation.leave();
        }
    });
    let stay = callback(move |()| {
        is_leaving.set(false);
        navigation.stay();
    });
    let page = move || match view.get() {
        View::Settings => lazy_view(settings::load, (), settings::frame).into_any(),
        View::Tokens => lazy_view(tokens::load, (), tokens::frame).into_any(),
        View::New => lazy_view(new_runner::load, (), new_runner::frame).into_any(),
        View::Runners => view! { <RunnersPage /> }.into_any(),
    };
    view! {
        <div class="frame">
            <Show when=move || session.is_demo()>
                <p class="demo-banner" role="note">
                    "This is a demo: an invented company, kept in this tab only. Reload to start afresh. "
                    <Button small=true on_click=want_to_disconnect>"Leave the demo"</Button>
                </p>
            </Show>
            <AppBar who=who(&open, session) links on_help=callback(move |()| is_help_open.set(true)) on_disconnect=want_to_disconnect />
            {page}
        </div>
        <Show when=move || is_help_open.get()>
            <Help on_close=callback(move |()| is_help_open.set(false)) />
        </Show>
        <Show when=derive(move || is_leaving.get() || navigation.is_asking())>
            <LeaveQuestion on_leave=leave on_stay=stay />
        </Show>
        <ToastRegion toast=derive(move || toasts.current().map(toast)) on_close=move || toasts.close() />
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
fn LeaveQuestion(on_leave: Callback<()>, on_stay: Callback<()>) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    view! {
        <Confirm
            title="Leave without saving?"
            action="Leave"
            cancel="Stay"
            on_confirm=on_leave
            on_cancel=on_stay
        >
            {move || match navigation.route().runner {
                Some(id) => format!("The changes to runner #{id} will be lost."),
                None if navigation.route().view == View::New => {
                    "What you entered is lost, and a token that was not copied is not shown again.".to_owned()
                }
                None => "What you changed will be lost.".to_owned(),
            }}
        </Confirm>
    }
}

fn toast(said: Said) -> Toast {
    let action = said.action.map(|(label, act)| ToastAction { label, act });
    Toast { text: said.text, failed: said.failed, action }
}

/// Whether a link of the bar leads to where a view is: a new runner is one of the runners.
fn is_below(view: View, link: View) -> bool {
    view == link || (view == View::New && link == View::Runners)
}

/// What the bar says of a session.
fn who(open: &Session, session: SessionState) -> Who {
    let may = if can::is_read_only(&open.who.scopes) {
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
