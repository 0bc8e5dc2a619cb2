//! What was pressed in a piece whose events are heard in one place: parts say by `data-act` what they do.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

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
