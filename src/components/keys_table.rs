//! The keys of the page and what they do.

use leptos::prelude::*;

const KEYS: [(&str, &str); 12] = [
    ("/", "Search"),
    ("j", "Next runner"),
    ("k", "Previous runner"),
    ("Arrows", "Move within the rows"),
    ("Enter", "Open the runner"),
    ("e", "Edit the runner"),
    ("p", "Pause or resume the runner"),
    ("x", "Select the runner"),
    ("r", "Refresh the list"),
    ("Shift+click", "Sort by a second column"),
    ("?", "Show the keys"),
    ("Escape", "Close what is open"),
];

/// The keys.
#[component]
pub fn KeysTable() -> impl IntoView {
    let row = |(key, does): (&'static str, &'static str)| {
        view! {
            <dt><kbd class="key">{key}</kbd></dt>
            <dd>{does}</dd>
        }
    };
    view! { <dl class="definition-list keys">{KEYS.map(row).collect_view()}</dl> }
}
