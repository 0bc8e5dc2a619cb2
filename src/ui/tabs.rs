//! Tabs: arrow keys move the focus; Enter, Space or a click choose.

use leptos::{ev::KeyboardEvent, html, prelude::*};

use crate::browser::focus::{self, Step};

/// One tab.
#[derive(Clone)]
pub struct Tab {
    /// What it is known by.
    pub key: &'static str,
    /// What it says.
    pub label: &'static str,
    /// A number in a pill after it.
    pub count: Signal<Option<usize>>,
    /// Where it leads: then it is a link, and choosing it is left to whoever follows links.
    pub href: Option<Signal<String>>,
    /// The id of the panel that it shows, where that is in the page.
    pub panel: Option<String>,
}

impl Tab {
    /// A tab that is a button.
    pub fn new(key: &'static str, label: &'static str) -> Self {
        Self { key, label, count: Signal::stored(None), href: None, panel: None }
    }

    /// The same as a link.
    #[must_use]
    pub fn href(mut self, href: impl Into<Signal<String>>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// The same with a number.
    #[must_use]
    pub fn count(mut self, count: Signal<Option<usize>>) -> Self {
        self.count = count;
        self
    }

    /// The same with its panel.
    #[must_use]
    pub fn panel(mut self, panel: impl Into<String>) -> Self {
        self.panel = Some(panel.into());
        self
    }
}

/// A row of tabs.
#[component]
pub fn Tabs(
    /// What the tabs choose.
    #[prop(into)]
    name: String,
    /// The tabs, in their order.
    tabs: Vec<Tab>,
    /// The key of the chosen one.
    #[prop(into)]
    selected: Signal<&'static str>,
    /// Called with a tab's key when it is chosen and is no link.
    #[prop(optional, into)]
    on_select: Option<Callback<&'static str>>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let move_focus = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        event.prevent_default();
        if let Some(list) = list.get_untracked() {
            focus::step(&list, "[role=tab]", step);
        }
    };
    let tabs: Vec<_> = tabs.into_iter().map(|tab| view! { <TabItem tab selected on_select /> }).collect();
    view! {
        <div class="tabs" role="tablist" aria-label=name node_ref=list on:keydown=move_focus>
            {tabs}
        </div>
    }
}

#[component]
fn TabItem(tab: Tab, selected: Signal<&'static str>, on_select: Option<Callback<&'static str>>) -> impl IntoView {
    let Tab { key, label, count, href, panel } = tab;
    let is_selected = move || selected.get() == key;
    let aria_selected = move || if is_selected() { "true" } else { "false" };
    let tabindex = move || if is_selected() { "0" } else { "-1" };
    let inside = move || {
        let pill = move || count.get().map(|count| view! { <span class="count-pill">{count}</span> });
        view! {
            <span class="tab-words">
                {label}
                {pill}
            </span>
        }
    };
    if let Some(href) = href {
        let press = |event: KeyboardEvent| {
            if event.key() == " " {
                event.prevent_default();
                focus::click(&event_target(&event));
            }
        };
        view! {
            <a
                class="tab"
                role="tab"
                href=href
                aria-selected=aria_selected
                aria-controls=panel
                tabindex=tabindex
                on:keydown=press
            >
                {inside()}
            </a>
        }
        .into_any()
    } else {
        let choose = move |_| {
            if let Some(on_select) = on_select {
                on_select.run(key);
            }
        };
        view! {
            <button
                class="tab"
                role="tab"
                type="button"
                aria-selected=aria_selected
                aria-controls=panel
                tabindex=tabindex
                on:click=choose
            >
                {inside()}
            </button>
        }
        .into_any()
    }
}
