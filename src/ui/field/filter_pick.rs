//! One of several that may change while it is shown, with the label inside the box, for a line of filters.

use leptos::prelude::*;

use super::{FieldIds, FilterLabel};
use crate::browser::text;
use crate::ui::Icon;

/// Em before the label, and between the label and the value, at a type of 14 px.
const BEFORE: f64 = 10.0 / 14.0;
const BETWEEN: f64 = 6.0 / 14.0;

/// One of the several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickOption {
    /// What it is known by.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is only said and cannot be chosen.
    pub disabled: bool,
}

impl PickOption {
    /// One that can be chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), disabled: false }
    }
}

/// One of several. The first option is the one that filters nothing; its value is empty.
#[component]
pub fn FilterPick(
    /// Its label, which is its name.
    label: &'static str,
    /// The several, in their order; the chosen one is among them.
    #[prop(into)]
    options: Signal<Vec<PickOption>>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// Becomes true when somebody turns to it, and false when they leave it.
    #[prop(optional)]
    looked_at: RwSignal<bool>,
) -> impl IntoView {
    let FieldIds { control, .. } = FieldIds::new();
    // The select fills the whole box, so that a click anywhere opens it; its text begins after the label.
    let indent = text::em(BEFORE + text::width(label) + BETWEEN);
    let chosen = move || {
        let value = value.read();
        options.read().iter().find(|option| option.value == *value).map(|option| option.label.clone())
    };
    // Elements are kept and only their words change: an open list must not lose what is pointed at.
    let item = move |option: PickOption| {
        let own = option.value.clone();
        view! {
            <option value=option.value disabled=option.disabled prop:selected=move || *value.read() == own>
                {option.label}
            </option>
        }
    };
    view! {
        <div class="filter-select" data-name=label data-in-use=move || (!value.read().is_empty()).then_some("")>
            <FilterLabel label control=control.clone() />
            <select
                class="filter-value"
                id=control
                data-tip-cut=chosen
                style:padding-inline-start=indent
                prop:value=value
                on:mousedown=move |_| looked_at.set(true)
                on:focus=move |_| looked_at.set(true)
                on:blur=move |_| looked_at.set(false)
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {move || options.get().into_iter().map(item).collect_view()}
            </select>
            <Icon name="chevron-down" />
        </div>
    }
}
