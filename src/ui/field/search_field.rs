//! A field to search with, as one types.

use leptos::{ev, html, prelude::*};

use crate::browser::focus;
use crate::ui::Show;
use crate::ui::{Icon, IconButton};

/// A search box.
#[component]
pub fn SearchField(
    /// Its name, also shown while it is empty.
    #[prop(default = "Search")]
    name: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what was typed, and with nothing when it is cleared.
    #[prop(into)]
    on_input: Callback<String>,
    /// A key that leads here, shown while it is empty.
    #[prop(optional)]
    key_hint: Option<&'static str>,
    /// The element.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let has_text = move || !value.read().is_empty();
    let clear = move || {
        on_input.run(String::new());
        if let Some(input) = node_ref.get_untracked() {
            focus::on(&input);
        }
    };
    let press = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !value.read_untracked().is_empty() {
            event.prevent_default();
            on_input.run(String::new());
        }
    };
    view! {
        <div class="search-field" data-in-use=move || has_text().then_some("")>
            <Icon name="search" />
            <input
                class="filter-value"
                type="search"
                aria-label=name
                aria-keyshortcuts=key_hint
                placeholder=name
                autocomplete="off"
                spellcheck="false"
                prop:value=value
                node_ref=node_ref
                on:input=move |event| on_input.run(event_target_value(&event))
                on:keydown=press
            />
            {key_hint.map(|key| view! { <kbd class="key" aria-hidden="true">{key}</kbd> })}
            <Show when=has_text>
                <IconButton icon="clear" name="Clear search" small=true on_click=clear />
            </Show>
        </div>
    }
}
