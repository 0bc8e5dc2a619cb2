//! A secret: dots, unless one asks to see it.

use leptos::prelude::*;

use super::{FieldFrame, FieldIds};
use crate::ui::IconButton;

/// A secret with its label and an eye.
#[component]
pub fn PasswordField(
    /// Its label, which is its name.
    label: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// At the right of the label, such as a link.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// One sentence below it.
    #[prop(optional, into)]
    help: Option<ViewFn>,
    /// What is wrong, in place of the help.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It is marked as wrong; what is wrong is said elsewhere.
    #[prop(optional, into)]
    invalid: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let FieldIds { control, note } = ids.clone();
    let shown = RwSignal::new(false);
    let changed = Signal::stored(false);
    let is_invalid = move || invalid.get() || error.read().is_some();
    view! {
        <FieldFrame ids label optional=false changed aside help error>
            <div class="password">
                <input
                    class="input"
                    id=control
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=value
                    aria-invalid=move || is_invalid().then_some("true")
                    aria-describedby=note
                    on:input=move |event| on_input.run(event_target_value(&event))
                />
                <IconButton
                    icon=move || if shown.get() { "eye-slash" } else { "eye" }
                    name=move || if shown.get() { "Hide the secret" } else { "Show the secret" }
                    small=true
                    on_click=move || shown.update(|shown| *shown = !*shown)
                />
            </div>
        </FieldFrame>
    }
}
