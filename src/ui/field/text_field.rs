//! A line of text.

use leptos::{html, prelude::*};

use super::{FieldFrame, FieldIds};

/// A line of text with its label.
#[component]
pub fn TextField(
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
    /// At the right of the label, such as a link.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
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
    /// The input's type, such as `url`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// In the type for code, such as a token or an id.
    #[prop(optional)]
    mono: bool,
    /// The element.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let FieldIds { control, note } = ids.clone();
    view! {
        <FieldFrame ids label optional changed aside help error>
            <input
                class="input"
                id=control
                type=kind
                data-font=mono.then_some("mono")
                placeholder=placeholder
                autocomplete=autocomplete
                spellcheck="false"
                prop:value=value
                readonly=move || disabled_reason.read().is_some()
                aria-disabled=move || disabled_reason.read().is_some().then_some("true")
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=note
                data-tip=move || disabled_reason.get()
                node_ref=node_ref
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </FieldFrame>
    }
}
