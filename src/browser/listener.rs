//! An event listener that goes when it is dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Hears an event of a target for as long as it lives.
#[must_use = "a listener that is dropped hears nothing"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    capture: bool,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Hears `event` where it happens or when it bubbles up.
    pub fn new(target: &EventTarget, event: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        Self::add(target, event, false, Box::new(hear))
    }

    /// Hears `event` on its way down: also events that do not bubble, such as scrolling.
    pub fn capturing(target: &EventTarget, event: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        Self::add(target, event, true, Box::new(hear))
    }

    /// Lets it hear for as long as the page lives.
    pub fn forget(self) {
        std::mem::forget(self);
    }

    fn add(target: &EventTarget, event: &'static str, capture: bool, hear: Box<dyn Fn(Event)>) -> Self {
        let closure = Closure::wrap(hear);
        let _ = target.add_event_listener_with_callback_and_bool(event, closure.as_ref().unchecked_ref(), capture);
        Self { target: target.clone(), event, capture, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.event,
            self.closure.as_ref().unchecked_ref(),
            self.capture,
        );
    }
}
