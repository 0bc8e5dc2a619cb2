//! Several lines of text.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds};

/// Several lines of text with their label; grows with what is typed.
#[component]
pub fn TextArea(
    /// Its label, which is its name.
    label: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// Says "(optional)".
    #[prop(optional)]
    optional: bool,
    /// It differs from what is saved.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// One sentence below it.
    #[prop(optional, into)]
    help: Option<ViewFn>,
    /// What is wrong, in place of the help.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Why it cannot be changed; it can still be read.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// An example, in grey.
    #[prop(optional)]
    placeholder: &'static str,
) -> impl IntoView {
    let ids = FieldIds::new();
    let FieldIds { control, note } = ids.clone();
    let aside = None;
    view! {
        <FieldFrame ids label optional changed aside help error>
            // Not every engine has `field-sizing`: a hidden copy of the text gives the height.
            <div class="text-area">
                <div class="text-area-copy" aria-hidden="true">
                    {value}
                    "\u{200b}"
                </div>
                <textarea
                    class="input"
                    id=control
                    placeholder=placeholder
                    prop:value=value
                    readonly=move || disabled_reason.read().is_some()
                    aria-disabled=move || disabled_reason.read().is_some().then_some("true")
                    aria-invalid=move || error.read().is_some().then_some("true")
                    aria-describedby=note
                    data-tip=move || disabled_reason.get()
                    on:input=move |event| on_input.run(event_target_value(&event))
                ></textarea>
            </div>
        </FieldFrame>
    }
}
