//! As many tags as fit into a width, and a button that lists the rest: never half a tag.
//!
//! What fits is reckoned from the width of the words, not read from the layout: rows come and go fast.

use leptos::prelude::*;

use super::{Popover, Tag};
use crate::browser::{place::Align, text};
use crate::reactive::memo;
use crate::ui::Show;

/// Pixels of `tag.css`: the type's size, the space inside at both sides, between tags.
const SIZE: f64 = 12.0;
const PADDING: f64 = 16.0;
const MORE_PADDING: f64 = 12.0;
const GAP: f64 = 4.0;

/// Tags in one line.
#[component]
pub fn TagList(
    /// The tags, in their order.
    #[prop(into)]
    tags: Signal<Vec<String>>,
    /// How many pixels there are.
    #[prop(into)]
    width: Signal<usize>,
    /// Whose tags they are, for the name of the list of all: "Tags of #41".
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let fitting = memo(move || fitting(&tags.read(), width.get()));
    let shown = move || {
        // The tags before what is derived from them: a view that asks in the other order misses their change
        // whenever as many fit as before (reactive_graph 0.2.16).
        let tags = tags.get();
        tags.into_iter().take(fitting.get()).map(|text| view! { <Tag text /> }).collect_view()
    };
    let more = move || tags.read().len().saturating_sub(fitting.get());
    let label = move || format!("{} more: {}", more(), name.get());
    view! {
        <span class="tag-list">
            {shown}
            <Show when=move || { more() > 0 }>
                <Popover
                    name=label
                    class="tag-more"
                    layer_name=name
                    align=Align::Start
                    trigger=move || {
                        move || format!("+{}", more())
                    }
                >
                    <div class="tag-all">
                        {move || tags.get().into_iter().map(|text| view! { <Tag text /> }).collect_view()}
                    </div>
                </Popover>
            </Show>
        </span>
    }
}

/// How many tags fit into `room` pixels, with the button for the rest.
#[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
fn fitting(tags: &[String], room: usize) -> usize {
    let room = room as f64;
    let width = |text: &str, padding: f64| (text::width(text) * SIZE).ceil() + padding;
    let mut used = 0.0;
    let mut fitting = 0;
    for (index, tag) in tags.iter().enumerate() {
        used += width(tag, PADDING);
        let left = tags.len() - index - 1;
        let more = if left > 0 { GAP + width(&format!("+{left}"), MORE_PADDING) } else { 0.0 };
        if used + more <= room {
            fitting = index + 1;
        }
        used += GAP;
        if used > room {
            break;
        }
    }
    fitting
}
