//! One of a few, all in sight.

use leptos::prelude::*;

use super::FieldIds;
use crate::ui::Icon;

/// One of the few.
#[derive(Clone, Copy)]
pub struct RadioOption {
    /// What it is known by.
    pub value: &'static str,
    /// What it says.
    pub label: &'static str,
    /// One sentence below it.
    pub help: Option<&'static str>,
    /// An icon before its words.
    pub icon: Option<&'static str>,
}

/// One of a few.
#[component]
pub fn RadioGroup(
    /// What is chosen.
    label: &'static str,
    /// The few, in their order.
    #[prop(into)]
    options: Signal<Vec<RadioOption>>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<&'static str>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<&'static str>,
    /// Shown as cards side by side.
    #[prop(optional)]
    cards: bool,
    /// A name for screen readers, where it is not the label.
    #[prop(optional)]
    name: Option<&'static str>,
) -> impl IntoView {
    let FieldIds { control: group, .. } = FieldIds::new();
    let label_id = format!("{group}-label");
    let items = move || {
        let group = group.clone();
        let item = move |option| {
            let group = group.clone();
            view! { <Radio option group value on_change /> }
        };
        options.get().into_iter().map(item).collect_view()
    };
    view! {
        <div
            class="radio-group"
            role="radiogroup"
            data-cards=cards.then_some("")
            aria-label=name
            aria-labelledby=name.is_none().then(|| label_id.clone())
        >
            <div class="field-label" id=label_id.clone()>
                {label}
            </div>
            <div class="radio-options">{items}</div>
        </div>
    }
}

#[component]
fn Radio(
    option: RadioOption,
    group: String,
    value: Signal<&'static str>,
    on_change: Callback<&'static str>,
) -> impl IntoView {
    let id = format!("{group}-{}", option.value);
    let note = option.help.map(|_| format!("{id}-note"));
    view! {
        <div class="choice">
            <input
                class="radio"
                type="radio"
                id=id.clone()
                name=group
                value=option.value
                prop:checked=move || value.get() == option.value
                aria-describedby=note.clone()
                on:change=move |_| on_change.run(option.value)
            />
            <label class="choice-label" for=id>
                {option.icon.map(|icon| view! { <Icon name=icon /> })}
                {option.label}
            </label>
            {option
                .help
                .map(|help| {
                    view! {
                        <div class="field-note" id=note>
                            {help}
                        </div>
                    }
                })}
        </div>
    }
}
