//! A button that is only an icon: it has a name, and a tip that shows it.

use leptos::{html, prelude::*};

use super::Icon;

/// A button with an icon on it.
#[component]
pub fn IconButton(
    /// Its icon.
    #[prop(into)]
    icon: Signal<&'static str>,
    /// What it does.
    #[prop(into)]
    name: Signal<String>,
    /// What its tip says, where that is not its name.
    #[prop(optional, into)]
    tip: Signal<Option<String>>,
    /// 28 px instead of 32, for rows.
    #[prop(optional)]
    small: bool,
    /// Why it cannot be pressed now; it stays focusable so that the reason can be read.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Its work is under way; it cannot be pressed then.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it is on, for one that turns something on and off.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Whether what it opens is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// Called when it is pressed and not disabled.
    #[prop(into)]
    on_click: Callback<()>,
    /// The element.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
) -> impl IntoView {
    let is_off = move || disabled_reason.read().is_some() || busy.get();
    let press = move |_| {
        if !is_off() {
            on_click.run(());
        }
    };
    let shown_tip = move || disabled_reason.get().or_else(|| tip.get()).unwrap_or_else(|| name.get());
    view! {
        <button
            class="icon-button"
            type="button"
            data-size=small.then_some("small")
            aria-label=name
            aria-pressed=move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" })
            aria-expanded=move || expanded.map(|expanded| if expanded.get() { "true" } else { "false" })
            aria-disabled=move || is_off().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-description=move || disabled_reason.get()
            data-tip=shown_tip
            node_ref=node_ref
            on:click=press
        >
            <Icon name=icon />
        </button>
    }
}
