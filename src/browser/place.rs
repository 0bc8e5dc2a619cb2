//! Puts a popover beside what it belongs to. Done in script because not every engine anchors by style yet.

use web_sys::{Element, HtmlElement, window};

/// What happens to an element, any element, and one that a layer is put beside.
pub use web_sys::{Element as AnyElement, Event as AnyEvent, HtmlElement as Anchor};

/// Pixels between the two, and to the edge of the window.
const GAP: f64 = 4.0;
const EDGE: f64 = 8.0;

/// Which edges of the two lie above each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Their left edges.
    #[default]
    Start,
    /// Their middles.
    Middle,
    /// Their right edges.
    End,
}

/// Which side is tried first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Below, as menus and lists.
    #[default]
    Below,
    /// Above, as tips.
    Above,
}

/// Puts a shown popover on a side of its anchor, or on the other side where there is no room.
pub fn beside(popover: &HtmlElement, anchor: &Element, side: Side, align: Align) {
    let Some((width, height)) = viewport() else {
        return;
    };
    let at = anchor.get_bounding_client_rect();
    let (own_width, own_height) = (f64::from(popover.offset_width()), f64::from(popover.offset_height()));
    let left = match align {
        Align::Start => at.left(),
        Align::Middle => at.left() + (at.width() - own_width) / 2.0,
        Align::End => at.right() - own_width,
    };
    let below = at.bottom() + GAP;
    let above = at.top() - GAP - own_height;
    let fits_below = below + own_height <= height - EDGE;
    let fits_above = above >= EDGE;
    let top = match side {
        Side::Below if fits_below || !fits_above => below,
        Side::Above if !fits_above => below,
        _ => above,
    };
    let style = popover.style();
    let left = left.min(width - EDGE - own_width).max(EDGE);
    let _ = style.set_property("left", &px(left));
    let _ = style.set_property("top", &px(top.min(height - EDGE - own_height).max(EDGE)));
    let _ = popover.set_attribute("data-placed", "");
}

/// Puts a shown popover under its anchor, at least as wide.
pub fn under(popover: &HtmlElement, anchor: &Element) {
    let width = anchor.get_bounding_client_rect().width();
    let _ = popover.style().set_property("min-width", &format!("{width}px"));
    beside(popover, anchor, Side::Below, Align::Start);
}

fn viewport() -> Option<(f64, f64)> {
    let window = window()?;
    Some((window.inner_width().ok()?.as_f64()?, window.inner_height().ok()?.as_f64()?))
}

/// A length of CSS in whole pixels.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
