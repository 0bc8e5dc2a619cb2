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
    /// Says why one of them, by its value, cannot be chosen; it stays focusable so that the reason can be read.
    #[prop(optional, into)]
    refusal: Option<Callback<&'static str, Option<String>>>,
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
            view! { <Radio option group value on_change refusal /> }
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
    refusal: Option<Callback<&'static str, Option<String>>>,
) -> impl IntoView {
    let reason = move || refusal.and_then(|refusal| refusal.run(option.value));
    let keep = move |event: leptos::ev::MouseEvent| {
        if reason().is_some() {
            event.prevent_default();
        }
    };
    let id = format!("{group}-{}", option.value);
    let note = option.help.map(|_| format!("{id}-note"));
    view! {
        <div class="choice" data-tip=reason>
            <input
                class="radio"
                type="radio"
                id=id.clone()
                name=group
                value=option.value
                prop:checked=move || value.get() == option.value
                aria-disabled=move || reason().map(|_| "true")
                aria-describedby=note.clone()
                aria-description=reason
                on:click=keep
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
