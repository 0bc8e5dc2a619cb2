//! A line of text with the label inside the box, for a line of filters.

use leptos::prelude::*;

use super::{FieldIds, FilterLabel};

/// A line of text that filters.
#[component]
pub fn FilterText(
    /// Its label, which is its name.
    label: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// An example, in grey.
    #[prop(optional)]
    placeholder: &'static str,
) -> impl IntoView {
    let FieldIds { control, .. } = FieldIds::new();
    view! {
        <div class="filter-text" data-in-use=move || (!value.read().is_empty()).then_some("")>
            <FilterLabel label control=control.clone() />
            <input
                class="filter-value"
                id=control
                type="text"
                placeholder=placeholder
                autocomplete="off"
                spellcheck="false"
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </div>
    }
}
