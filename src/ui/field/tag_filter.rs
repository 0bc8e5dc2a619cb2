//! Tags in a line of filters.

use leptos::{html, prelude::*};

use super::chips::Chips;
use super::{FieldIds, FilterLabel, Suggestion};
use crate::browser::{media, text};
use crate::reactive::{derive, effect};

/// Pixels of `tag_field.css`: what a chip is wider than its word, the space between chips, around the label, for "+9".
const CHIP: f64 = 30.0;
const GAP: f64 = 4.0;
const EDGES: f64 = 18.0;
const MORE: f64 = 28.0;

/// Tags in a line of filters, with the label inside the box. Chips that do not fit are counted until it has the focus.
#[component]
pub fn TagFilter(
    /// Its label, which is its name.
    label: &'static str,
    /// The tags, in their order.
    #[prop(into)]
    tags: Signal<Vec<String>>,
    /// Called with all tags when one came or went.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// Tells the tags that can be added, asked when somebody turns to the field.
    #[prop(into)]
    suggestions: Callback<(), Vec<Suggestion>>,
) -> impl IntoView {
    let FieldIds { control, .. } = FieldIds::new();
    let (error, disabled_reason) = (Signal::stored(None), Signal::stored(None));
    let in_use = move || (!tags.read().is_empty()).then_some("");
    let element = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0);
    let focused = RwSignal::new(false);
    let observer = StoredValue::new_local(None);
    effect(move || {
        let watch = |element: &_| media::on_size(element, move |now, _| width.set(now));
        observer.set_value(element.get().and_then(|element| watch(&element)));
    });
    let shown = derive(move || {
        let room = f64::from(width.get()) - EDGES - text::width(label) * 14.0;
        if focused.get() { usize::MAX } else { fitting(&tags.read(), room) }
    });
    view! {
        <div
            class="tag-filter"
            data-in-use=in_use
            node_ref=element
            on:focusin=move |_| focused.set(true)
            on:focusout=move |_| focused.set(false)
        >
            <div class="tag-filter-box">
                <FilterLabel label control=control.clone() />
                <Chips
                    id=control
                    note=None
                    tags
                    shown
                    on_change
                    error
                    disabled_reason
                    placeholder="Add a tag"
                    suggestions
                />
            </div>
        </div>
    }
}

/// How many chips fit into `room` pixels, with a count of the rest.
fn fitting(tags: &[String], room: f64) -> usize {
    let mut used = 0.0;
    for (index, tag) in tags.iter().enumerate() {
        used += text::width(tag) * 12.0 + CHIP;
        let more = if index + 1 < tags.len() { GAP + MORE } else { 0.0 };
        if used + more > room {
            return index;
        }
        used += GAP;
    }
    tags.len()
}
