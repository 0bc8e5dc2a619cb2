//! What the browser's own list of choices holds.

use leptos::prelude::*;

/// One of the several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What it is known by.
    pub value: &'static str,
    /// What it says.
    pub label: &'static str,
}

/// The options of a select.
#[component]
pub(super) fn Options(options: Vec<SelectOption>, value: Signal<String>) -> impl IntoView {
    let item = move |option: SelectOption| {
        view! {
            <option value=option.value selected=move || *value.read() == option.value>
                {option.label}
            </option>
        }
    };
    options.into_iter().map(item).collect_view()
}
