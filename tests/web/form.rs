//! The connect form in a body of its own, used as a person does: by labels and buttons.

use std::panic;

use leptos::prelude::document;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// The page as it stands before one is connected.
pub struct Form;

impl Form {
    /// Starts the page in place of an earlier one.
    pub async fn open() -> Self {
        // The test runner's own elements stay: it reads the results from them.
        let earlier = document().query_selector_all("body > :not(pre, script)").unwrap();
        for index in 0..earlier.length() {
            earlier.item(index).unwrap().unchecked_into::<Element>().remove();
        }
        // The screen of a dead page would take their place too, so a failing test keeps the runner's panic hook.
        let hook = panic::take_hook();
        runnerboard::start();
        panic::set_hook(hook);
        tick().await;
        Self
    }

    /// The input whose label says this.
    #[expect(clippy::unused_self, reason = "what is asked of the form is asked through it")]
    pub fn field(&self, label: &str) -> HtmlInputElement {
        let label = with_text("label", label);
        let id = label.get_attribute("for").unwrap();
        document().get_element_by_id(&id).unwrap().unchecked_into()
    }

    /// Types this in the place of what is there.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.field(label);
        field.set_value(text);
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &bubbles).unwrap()).unwrap();
        tick().await;
    }

    /// Presses the button that says this.
    pub async fn press(&self, name: &str) {
        with_text("button", name).unchecked_into::<HtmlElement>().click();
        tick().await;
    }

    /// What is said about an input, if something is wrong with it.
    pub fn problem(&self, label: &str) -> Option<String> {
        let field = self.field(label);
        let note = field.get_attribute("aria-describedby").unwrap();
        let note = document().get_element_by_id(&note).unwrap();
        (field.get_attribute("aria-invalid").as_deref() == Some("true")).then(|| note.text_content().unwrap())
    }
}

/// The first element of a kind that is called or says this.
pub fn with_text(kind: &str, text: &str) -> Element {
    let all = document().query_selector_all(kind).unwrap();
    let all = (0..all.length()).map(|index| all.item(index).unwrap().unchecked_into::<Element>());
    let says = |element: &Element| element.text_content().is_some_and(|own| own.trim() == text);
    let is_called = |element: &Element| element.get_attribute("aria-label").as_deref() == Some(text);
    all.into_iter().find(|element| says(element) || is_called(element)).unwrap()
}
