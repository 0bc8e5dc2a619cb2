//! What was pressed in a piece whose events are heard in one place: parts say by `data-act` what they do.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::listener::Listener;

/// Hears events in an element for as long as it lives.
pub fn hear(element: &Element, events: &[&'static str], call: impl Fn(&Event) + 'static) -> Vec<Listener> {
    let call: Rc<dyn Fn(&Event)> = Rc::new(call);
    let listen = |event: &&'static str| {
        let call = call.clone();
        Listener::new(element, event, move |event| call(&event))
    };
    events.iter().map(listen).collect()
}

/// What an event happened to, be it an icon on a button.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest part that does something, and its word.
pub fn act(target: &Element) -> Option<(HtmlElement, String)> {
    let part: HtmlElement = target.closest("[data-act]").ok().flatten()?.dyn_into().ok()?;
    let word = part.get_attribute("data-act")?;
    Some((part, word))
}

/// Whether it cannot be pressed now; it can be focused all the same, so that the reason can be read.
pub fn is_off(part: &Element) -> bool {
    part.get_attribute("aria-disabled").as_deref() == Some("true")
}

/// Whether a checkbox is on.
pub fn is_checked(part: &Element) -> bool {
    part.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// An attribute of the nearest element around a part that has it.
pub fn around(part: &Element, attribute: &str) -> Option<String> {
    part.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(attribute)
}

/// What happened, such as `click`.
pub fn kind(event: &Event) -> String {
    event.type_()
}

/// The key that was pressed.
pub fn key(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

/// Whether Shift was held down when it was clicked.
pub fn has_shift(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::shift_key)
}

/// How far right the pointer is, in pixels.
pub fn x(event: &Event) -> i32 {
    event.dyn_ref::<MouseEvent>().map(MouseEvent::client_x).unwrap_or_default()
}

/// The part hears of the pointer wherever that goes, until it is let go; false for another button than the first.
pub fn take(event: &Event, part: &Element) -> bool {
    let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0);
    pointer.is_some_and(|pointer| part.set_pointer_capture(pointer.pointer_id()).is_ok())
}

/// What the browser does of itself is not wanted.
pub fn prevent(event: &Event) {
    event.prevent_default();
}
