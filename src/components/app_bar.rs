//! The bar on top: where one may go, who is connected to what, and the way out.

use leptos::{ev, html, prelude::*};

use super::theme_menu::ThemeMenu;
use crate::browser::{beside, focus};
use crate::reactive::effect;
use crate::ui::{Badge, BadgeKind, Button, IconButton, Mark};

/// Who is connected to what, for the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Host of the GitLab, with its path where it lives under one.
    pub host: String,
    /// The user's full name.
    pub name: String,
    /// The user's `@` name.
    pub username: String,
    /// What the token may do: "Read only", "Administrator", or nothing worth a badge.
    pub may: Option<&'static str>,
    /// The token's scopes, for the tip.
    pub scopes: String,
    /// That the token expires soon, in words.
    pub expires: Option<String>,
}

/// A view the bar leads to.
#[derive(Clone)]
pub struct NavLink {
    /// What it is called.
    pub label: &'static str,
    /// Where it is.
    pub href: String,
    /// Whether one is there.
    pub current: bool,
}

/// The bar.
#[component]
pub fn AppBar(
    /// Who is connected.
    who: Who,
    /// The views, the one to begin with first.
    #[prop(into)]
    links: Signal<Vec<NavLink>>,
    /// Called to show the keys.
    on_help: Callback<()>,
    /// Called to disconnect.
    on_disconnect: Callback<()>,
) -> impl IntoView {
    let is_menu_open = RwSignal::new(false);
    let bar = NodeRef::<html::Header>::new();
    let beside = StoredValue::new_local(None);
    effect(move || {
        let open = bar.get().filter(|_| is_menu_open.get());
        beside.set_value(open.and_then(|bar| beside::on_press(&bar, move || is_menu_open.set(false))));
    });
    let press = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_menu_open.get_untracked() && !event.default_prevented() {
            event.prevent_default();
            is_menu_open.set(false);
            // What had it may be in the menu.
            bar.get_untracked().map(|bar| focus::first(&bar, "[aria-expanded]"));
        }
    };
    let who = StoredValue::new(who);
    let nav = move || {
        let link = |link: NavLink| view! { <a class="nav-link" href=link.href aria-current=link.current.then_some("page")>{link.label}</a> };
        links.get().into_iter().map(link).collect_view()
    };
    view! {
        <header
            class="app-bar"
            role="banner"
            data-open=move || is_menu_open.get().then_some("")
            node_ref=bar
            on:keydown=press
        >
            <a class="app-home" href=move || links.get().first().map(|home| home.href.clone())>
                <Mark />
                <span class="app-word">"Runnerboard"</span>
            </a>
            <span class="app-menu-button">
                <IconButton
                    icon="hamburger"
                    name="Menu"
                    expanded=is_menu_open
                    on_click=move || is_menu_open.update(|open| *open = !*open)
                />
            </span>
            <div class="app-menu" on:click=move |_| is_menu_open.set(false)>
                <nav class="app-nav" aria-label="Main">
                    {nav}
                </nav>
                <div class="app-who">
                    <span class="app-host">{who.with_value(|who| who.host.clone())}</span>
                    <WhoIs who=who.get_value() />
                </div>
                <div class="app-tools" on:click=|event| event.stop_propagation()>
                    <IconButton icon="question-o" name="Keys and help" on_click=on_help />
                    <ThemeMenu />
                    <Button on_click=on_disconnect>"Disconnect"</Button>
                </div>
            </div>
        </header>
    }
}

/// The user, and what the token may do.
#[component]
fn WhoIs(who: Who) -> impl IntoView {
    view! {
        <span class="app-user" data-tip=format!("@{} · scopes: {}", who.username, who.scopes)>
            {who.name}
        </span>
        {who.may.map(|may| view! { <Badge kind=BadgeKind::Outline>{may}</Badge> })}
        {who.expires.map(|expires| view! { <span class="app-expires">{expires}</span> })}
    }
}
