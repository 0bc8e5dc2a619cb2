//! How many tags fit into a width: never half a tag.
//!
//! What fits is reckoned from the width of the words, not read from the layout: rows come and go fast.

use crate::browser::text;

/// Pixels of `tag.css`: the type's size, the space inside at both sides, between tags.
const SIZE: f64 = 12.0;
const PADDING: f64 = 16.0;
const MORE_PADDING: f64 = 12.0;
const GAP: f64 = 4.0;

/// How many tags fit into `room` pixels, with the button for the rest.
#[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
pub fn fitting<T: AsRef<str>>(tags: &[T], room: usize) -> usize {
    let room = room as f64;
    let width = |text: &str, padding: f64| (text::width(text) * SIZE).ceil() + padding;
    let mut used = 0.0;
    let mut fitting = 0;
    for (index, tag) in tags.iter().enumerate() {
        used += width(tag.as_ref(), PADDING);
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
