//! Tips: one small text above whatever has the attribute `data-tip`, under the pointer or with the focus.
//!
//! One layer and a few listeners serve the whole page, so that a tip costs a row nothing but its attribute.
//! `data-tip-cut` shows its text, or the element's own, only where that is cut off; `data-tip-time` the moment of its
//! `datetime`, worked out when somebody points at it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, window};

use super::place::{self, Align, Side};
use super::timers::{self, Timer};
use super::{clock, dialog, listener::Listener, media, text};

/// How long the pointer rests before a tip shows.
const REST_MS: u32 = 400;
/// Attributes by which an element says what its tip says.
const DESCRIBED: [&str; 3] = ["aria-label", "aria-description", "aria-describedby"];
const ANCHORS: &str = "[data-tip],[data-tip-cut],[data-tip-time]";

/// Shows tips in `layer`, a manual popover with an id, until dropped.
#[must_use = "dropped tips do not show"]
pub struct Tips(#[expect(dead_code, reason = "held for what their drop does")] Vec<Listener>);

/// Starts showing tips in `layer`.
pub fn watch(layer: &HtmlElement) -> Tips {
    let shown = Shown { layer: layer.clone(), anchor: Rc::default(), timer: Rc::default() };
    let Some(window) = window() else { return Tips(Vec::new()) };
    let Some(document) = window.document() else { return Tips(Vec::new()) };
    let resized = shown.clone();
    let hear = |event: &'static str, act: fn(&Shown, &Event)| {
        let shown = shown.clone();
        Listener::capturing(&document, event, move |event| act(&shown, &event))
    };
    Tips(vec![
        hear("pointerover", |shown, event| {
            let anchor = anchor_of(event);
            if anchor.is_some() || !shown.anchor_has_focus() {
                shown.point(anchor, REST_MS);
            }
        }),
        hear("focusin", |shown, event| {
            let anchor = anchor_of(event);
            let by_key = |anchor: &Element| anchor.matches(":focus-visible").unwrap_or(true);
            shown.point(anchor.filter(by_key), 0);
        }),
        hear("focusout", |shown, _| shown.hide()),
        hear("pointerdown", |shown, _| shown.hide()),
        hear("scroll", |shown, _| shown.hide()),
        hear("keydown", |shown, event| {
            let event = event.dyn_ref::<KeyboardEvent>();
            if event.is_some_and(|event| event.key() == "Escape") {
                shown.hide();
            }
        }),
        Listener::new(&window, "resize", move |_| resized.hide()),
    ])
}

/// The tip that is shown or about to be.
#[derive(Clone)]
struct Shown {
    layer: HtmlElement,
    anchor: Rc<RefCell<Option<Element>>>,
    timer: Rc<RefCell<Option<Timer>>>,
}

impl Shown {
    fn point(&self, anchor: Option<Element>, rest: u32) {
        if *self.anchor.borrow() == anchor {
            return;
        }
        self.hide();
        let Some(anchor) = anchor else { return };
        *self.anchor.borrow_mut() = Some(anchor.clone());
        if rest == 0 {
            self.show(&anchor);
        } else {
            let shown = self.clone();
            let timer = timers::after(rest, move || shown.show(&anchor));
            *self.timer.borrow_mut() = Some(timer);
        }
    }

    fn show(&self, anchor: &Element) {
        // What it opened says more, and lies below it.
        let is_open = anchor.get_attribute("aria-expanded").is_some_and(|open| open == "true");
        let Some(text) = text_of(anchor).filter(|_| anchor.is_connected() && !is_open) else {
            return;
        };
        self.layer.set_text_content(Some(&text));
        dialog::show(&self.layer);
        place::beside(&self.layer, anchor, Side::Above, Align::Middle);
        // What already says it otherwise need not say it twice.
        if !DESCRIBED.iter().any(|attribute| anchor.has_attribute(attribute)) {
            let _ = anchor.set_attribute("aria-describedby", &self.layer.id());
        }
    }

    fn hide(&self) {
        *self.timer.borrow_mut() = None;
        if let Some(anchor) = self.anchor.borrow_mut().take() {
            let by_tip = anchor.get_attribute("aria-describedby") == Some(self.layer.id());
            if by_tip {
                let _ = anchor.remove_attribute("aria-describedby");
            }
        }
        let _ = self.layer.remove_attribute("data-placed");
        dialog::hide(&self.layer);
    }

    fn anchor_has_focus(&self) -> bool {
        let anchor = self.anchor.borrow();
        anchor.as_ref().is_some_and(|anchor| anchor.matches(":focus-visible").unwrap_or(false))
    }
}

fn anchor_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(ANCHORS).ok().flatten()
}

/// What is given is the text, or the name where nothing is given; with `data-tip-cut` only where the element, or a part of it, has no room for its own.
fn text_of(anchor: &Element) -> Option<String> {
    let moment = || {
        let told = anchor.get_attribute("datetime").filter(|_| anchor.has_attribute("data-tip-time"));
        clock::parsed(&told?).map(clock::exact)
    };
    let given = anchor.get_attribute("data-tip").or_else(moment);
    let given = given
        .clone()
        .filter(|text| !text.is_empty())
        .or_else(|| anchor.get_attribute("aria-label").filter(|_| given.is_some()));
    let text = given.or_else(|| {
        let whole = anchor.get_attribute("data-tip-cut").filter(|text| !text.is_empty());
        let whole = whole.or_else(|| anchor.text_content())?;
        is_cut(anchor, &whole).then_some(whole)
    });
    text.filter(|text| !text.is_empty())
}

fn is_cut(anchor: &Element, whole: &str) -> bool {
    let overflows = |element: &Element| element.scroll_width() > element.client_width();
    if anchor.tag_name() == "SELECT" {
        // A select does not tell that it cuts its value.
        let length = |property| media::length(anchor, property).unwrap_or_default();
        let room = f64::from(anchor.client_width() - length("padding-left") - length("padding-right"));
        return text::width(whole) * f64::from(length("font-size")) > room;
    }
    let parts = anchor.children();
    overflows(anchor) || (0..parts.length()).filter_map(|index| parts.item(index)).any(|part| overflows(&part))
}
