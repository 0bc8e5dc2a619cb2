//! A checkbox with its words. (Those of the table are bare boxes, named for screen readers.)

use leptos::prelude::*;

use super::{Changed, FieldIds, FieldNote};
use crate::ui::Icon;

/// A box with its words.
#[component]
pub fn CheckboxField(
    /// Its words, which are its name.
    label: &'static str,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what it became.
    #[prop(into)]
    on_change: Callback<bool>,
    /// An icon after its words.
    #[prop(optional_no_strip)]
    icon: Option<&'static str>,
    /// It differs from what is saved.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// One sentence below it.
    #[prop(optional, into)]
    help: Option<ViewFn>,
    /// What is wrong, in place of the help.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Why it cannot be changed; it stays focusable so that the reason can be read.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
) -> impl IntoView {
    let FieldIds { control, note } = FieldIds::new();
    let is_off = move || disabled_reason.read().is_some();
    let keep = move |event: leptos::ev::MouseEvent| {
        if disabled_reason.read_untracked().is_some() {
            event.prevent_default();
        }
    };
    view! {
        <div class="choice">
            <input
                class="checkbox"
                type="checkbox"
                id=control.clone()
                prop:checked=checked
                aria-disabled=move || is_off().then_some("true")
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=note.clone()
                data-tip=move || disabled_reason.get()
                on:click=keep
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label class="choice-label" for=control>
                {label}
                {icon.map(|icon| view! { <Icon name=icon /> })}
            </label>
            <Changed changed />
            <FieldNote id=note help error />
        </div>
    }
}
