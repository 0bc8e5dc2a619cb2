//! One of several, with the label inside the box, for a line of filters.

use leptos::prelude::*;

use super::select::Options;
use super::{FieldIds, FilterLabel, SelectOption};
use crate::browser::text;
use crate::ui::Icon;

/// Em before the label, and between the label and the value, at a type of 14 px.
const BEFORE: f64 = 10.0 / 14.0;
const BETWEEN: f64 = 6.0 / 14.0;

/// One of several. The first option is the one that filters nothing; its value is empty.
#[component]
pub fn FilterSelect(
    /// Its label, which is its name.
    label: &'static str,
    /// The several, in their order.
    options: Vec<SelectOption>,
    /// Further ones after these, which say what they are known by.
    #[prop(optional, into)]
    more: Signal<Vec<String>>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let FieldIds { control, .. } = FieldIds::new();
    // The select fills the whole box, so that a click anywhere opens it; its text begins after the label.
    let indent = text::em(BEFORE + text::width(label) + BETWEEN);
    let labels: Vec<_> = options.iter().map(|o| (o.value, o.label)).collect();
    let chosen = move || {
        let chosen = labels.iter().find(|(key, _)| *value.read() == *key);
        chosen.map_or_else(|| value.get(), |(_, label)| (*label).to_owned())
    };
    let further = move |option: String| {
        let label = option.clone();
        let is_chosen = {
            let option = option.clone();
            move || *value.read() == option
        };
        view! {
            <option value=option selected=is_chosen>
                {label}
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
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                <Options options value />
                {move || more.get().into_iter().map(further).collect_view()}
            </select>
            <Icon name="chevron-down" />
        </div>
    }
}
