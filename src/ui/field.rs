//! Fields: a label above, the control, and help or an error below. What is typed belongs to the parent.

pub mod checkbox;
mod chips;
pub mod combobox;
pub mod filter_pick;
pub mod filter_select;
pub mod filter_text;
pub mod password_field;
pub mod radio_group;
pub mod search_field;
pub mod select;
pub mod suggest;
pub mod tag_field;
pub mod tag_filter;
pub mod text_area;
pub mod text_field;

pub use checkbox::CheckboxField;
pub use combobox::{ComboOption, Combobox};
pub use filter_pick::{FilterPick, PickOption};
pub use filter_select::FilterSelect;
pub use filter_text::FilterText;
pub use password_field::PasswordField;
pub use radio_group::{RadioGroup, RadioOption};
pub use search_field::SearchField;
pub use select::{Select, SelectOption};
pub use suggest::Suggestion;
pub use tag_field::TagField;
pub use tag_filter::TagFilter;
pub use text_area::TextArea;
pub use text_field::TextField;

use leptos::prelude::*;

use super::{Icon, ids};

/// Ids of a control and of the note below it.
#[derive(Clone)]
pub struct FieldIds {
    pub control: String,
    pub note: String,
}

impl FieldIds {
    pub fn new() -> Self {
        let control = ids::next("field");
        let note = format!("{control}-note");
        Self { control, note }
    }
}

/// What surrounds a control.
#[component]
pub(super) fn FieldFrame(
    ids: FieldIds,
    label: &'static str,
    optional: bool,
    changed: Signal<bool>,
    aside: Option<ViewFn>,
    help: Option<ViewFn>,
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <div class="field-head">
                <label class="field-label" for=ids.control>
                    {label}
                </label>
                {optional.then(|| view! { <span class="field-optional">"(optional)"</span> })}
                <Changed changed />
                {aside.map(|aside| view! { <span class="field-aside">{aside.run()}</span> })}
            </div>
            {children()}
            <FieldNote id=ids.note help error />
        </div>
    }
}

/// A label inside its box, as in a line of filters.
#[component]
pub(super) fn FilterLabel(label: &'static str, control: String) -> impl IntoView {
    view! {
        <label class="filter-label" for=control>
            {label}
        </label>
    }
}

/// Says that a field differs from what is saved.
#[component]
pub(super) fn Changed(changed: Signal<bool>) -> impl IntoView {
    move || changed.get().then(|| view! { <span class="field-changed">"Changed"</span> })
}

/// The error if there is one, else the help.
#[component]
pub(super) fn FieldNote(id: String, help: Option<ViewFn>, error: Signal<Option<String>>) -> impl IntoView {
    let has_error = move || error.read().is_some();
    let text = move || match error.get() {
        Some(error) => view! {
            <Icon name="error" size=14 />
            <span>{error}</span>
        }
        .into_any(),
        None => help.as_ref().map(ViewFn::run).into_any(),
    };
    view! {
        <div class="field-note" id=id data-error=move || has_error().then_some("")>
            {text}
        </div>
    }
}
