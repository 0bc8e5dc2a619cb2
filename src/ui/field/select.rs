//! One of several, from the browser's own list.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds};
use crate::ui::Icon;

/// One of the several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What it is known by.
    pub value: &'static str,
    /// What it says.
    pub label: &'static str,
}

/// One of several, with its label above.
#[component]
pub fn Select(
    /// Its label, which is its name.
    label: &'static str,
    /// The several, in their order.
    options: Vec<SelectOption>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// One sentence below it.
    #[prop(optional, into)]
    help: Option<ViewFn>,
    /// What is wrong, in place of the help.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let FieldIds { control, note } = ids.clone();
    let (changed, aside) = (Signal::stored(false), None);
    view! {
        <FieldFrame ids label optional=false changed aside help error>
            <div class="select">
                <select
                    class="input"
                    id=control
                    aria-invalid=move || error.read().is_some().then_some("true")
                    aria-describedby=note
                    prop:value=value
                    on:change=move |event| on_change.run(event_target_value(&event))
                >
                    <Options options value />
                </select>
                <Icon name="chevron-down" />
            </div>
        </FieldFrame>
    }
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
