//! Presses beside an element, which close what is open in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, window};

use super::listener::Listener;

/// Calls when something is pressed that is not in the element.
pub fn on_press(element: &Element, call: impl Fn() + 'static) -> Option<Listener> {
    let (document, element) = (window()?.document()?, element.clone());
    Some(Listener::capturing(&document, "pointerdown", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if !element.contains(target.as_ref()) {
            call();
        }
    }))
}
