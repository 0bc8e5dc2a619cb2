//! A line of text with the label inside the box, for a line of filters.

use leptos::{ev, html, prelude::*};

use super::suggest::{Suggest, SuggestList};
use super::{FieldIds, FilterLabel, Suggestion};
use crate::reactive::callback;

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
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// An example, in grey.
    #[prop(optional)]
    placeholder: &'static str,
    /// What the browser takes it for: `text`, `date`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What is counted in it, said after it.
    #[prop(optional)]
    unit: Option<&'static str>,
    /// Tells the values that it could hold. They show on a click or an arrow key and go when somebody types.
    #[prop(optional, into)]
    suggestions: Option<Callback<(), Vec<Suggestion>>>,
) -> impl IntoView {
    let FieldIds { control, note } = FieldIds::new();
    let input = NodeRef::<html::Input>::new();
    let suggest = suggestions.map(|offer| {
        let choose = callback(move |value: String| on_input.run(value));
        // What stands in it narrows nothing: whoever looks at the values wants another one.
        Suggest::new(offer, Signal::stored(String::new()), Signal::stored(Vec::new()), choose)
    });
    let hide = move || {
        if let Some(suggest) = suggest {
            suggest.hide();
        }
    };
    let show = move || {
        if let Some(suggest) = suggest.filter(|_| value.read_untracked().is_empty()) {
            suggest.show();
        }
    };
    let press = move |event: &ev::KeyboardEvent| {
        if let Some(suggest) = suggest {
            suggest.press(event);
        }
    };
    let hear = move |event| {
        hide();
        on_input.run(event_target_value(&event));
    };
    view! {
        <div class="filter-text" data-name=label data-in-use=move || (!value.read().is_empty()).then_some("")>
            <FilterLabel label control=control.clone() />
            <input
                class="filter-value"
                id=control
                type=kind
                placeholder=placeholder
                autocomplete="off"
                spellcheck="false"
                inputmode=unit.map(|_| "numeric")
                aria-description=unit
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=note.clone()
                aria-autocomplete=suggest.map(|_| "list")
                aria-controls=suggest.map(Suggest::list_id)
                aria-activedescendant=move || suggest.and_then(Suggest::active_id)
                prop:value=value
                node_ref=input
                on:input=hear
                on:click=move |_| show()
                on:keydown=move |event| press(&event)
                on:blur=move |_| hide()
            />
            {unit.map(|unit| view! { <span class="filter-label" aria-hidden="true">{unit}</span> })}
            <span class="filter-note" id=note aria-live="polite">{move || error.get()}</span>
            {suggest.map(|suggest| view! { <SuggestList suggest field=input /> })}
        </div>
    }
}
