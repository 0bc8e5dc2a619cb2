//! Keys that act anywhere on the page, but never while somebody types.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, window};

use super::{focus, listener::Listener};

/// What takes keys for itself.
const FIELDS: &str =
    "input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable],[role=combobox],[role=menu]";
/// What Enter and Space already press.
const PRESSED: &str = "a[href],button,summary,input,[role=tab],[role=menuitem]";

/// Calls with a key pressed on its own outside fields and dialogs; true means that it meant something.
///
/// Escape is not among them: whatever is open hears its own.
pub fn on_shortcut(call: impl Fn(&str) -> bool + 'static) -> Option<Listener> {
    let document = window()?.document()?;
    Some(Listener::new(&document, "keydown", move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if is_free(event) && call(&event.key()) {
            event.prevent_default();
        }
    }))
}

/// Calls on Escape, unless a field has the focus or something nearer to the person has used it.
pub fn on_escape(call: impl Fn() + 'static) -> Option<Listener> {
    let document = window()?.document()?;
    Some(Listener::new(&document, "keydown", move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let used = event.default_prevented() || event.is_composing() || focus::is_layer_open();
        if event.key() == "Escape" && !used && !is_within(event, FIELDS) {
            event.prevent_default();
            call();
        }
    }))
}

fn is_within(event: &KeyboardEvent, selector: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest(selector).ok().flatten())
        .is_some()
}

fn is_free(event: &KeyboardEvent) -> bool {
    let key = event.key();
    // With Control these two mean the same, but farther.
    let is_end = matches!(key.as_str(), "Home" | "End");
    let modified = event.ctrl_key() && !is_end || event.alt_key() || event.meta_key();
    let composing = event.is_composing() || event.default_prevented();
    let presses = matches!(key.as_str(), "Enter" | " ");
    let is_taken = key == "Escape"
        || modified
        || composing
        || is_within(event, FIELDS)
        || (presses && is_within(event, PRESSED))
        || focus::is_layer_open();
    !is_taken
}
