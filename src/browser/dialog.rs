//! Native layers above the page: modal dialogs and popovers.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, window};

/// Opens a dialog above everything; the rest of the page waits.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
        lift_what_stays_on_top();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close(dialog: &HtmlDialogElement) {
    dialog.close();
}

/// Shows a popover; one that is shown already comes to the front.
pub fn show(popover: &HtmlElement) {
    hide(popover);
    let _ = popover.show_popover();
}

/// Hides a popover.
pub fn hide(popover: &HtmlElement) {
    if is_shown(popover) {
        let _ = popover.hide_popover();
    }
}

/// Whether a popover is shown.
pub fn is_shown(popover: &Element) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

/// Says that a hidden popover has no place until it is shown again.
pub fn unplace(popover: &Element) {
    let _ = popover.remove_attribute("data-placed");
}

/// What stays above dialogs has to be shown anew: the last one shown lies on top.
fn lift_what_stays_on_top() {
    let lifted = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all("[data-on-top]").ok());
    let Some(lifted) = lifted else { return };
    for index in 0..lifted.length() {
        if let Some(popover) = lifted.item(index).and_then(|node| node.dyn_into().ok()) {
            show(&popover);
        }
    }
}
