//! Tags in a form.

use leptos::prelude::*;

use super::chips::Chips;
use super::{FieldFrame, FieldIds};

/// Tags in a form, with the label above.
#[component]
pub fn TagField(
    /// Its label, which is its name.
    label: &'static str,
    /// The tags, in their order.
    #[prop(into)]
    tags: Signal<Vec<String>>,
    /// Called with all tags when one came or went.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// Says "(optional)".
    #[prop(optional)]
    optional: bool,
    /// They differ from what is saved.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// One sentence below.
    #[prop(optional, into)]
    help: Option<ViewFn>,
    /// What is wrong, in place of the help.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Why they cannot be changed; they can still be read.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Words in the empty field.
    #[prop(default = "Add a tag")]
    placeholder: &'static str,
) -> impl IntoView {
    let ids = FieldIds::new();
    let FieldIds { control, note } = ids.clone();
    let aside = None;
    view! {
        <FieldFrame ids label optional changed aside help error>
            <div
                class="tag-field"
                aria-disabled=move || disabled_reason.read().is_some().then_some("true")
                data-error=move || error.read().is_some().then_some("")
                data-tip=move || disabled_reason.get()
            >
                <Chips
                    id=control
                    note=Some(note)
                    tags
                    shown=Signal::stored(usize::MAX)
                    on_change
                    error
                    disabled_reason
                    placeholder
                />
            </div>
        </FieldFrame>
    }
}
