//! Where the focus is, and where it goes.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, window};

use super::timers;

/// Puts the focus on an element.
pub fn on(element: &HtmlElement) {
    let _ = element.focus();
}

/// Puts the focus on an element without bringing it into sight.
pub fn quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Whether an element, or what is in it, has the focus.
pub fn is_in(element: &Element) -> bool {
    active().is_some_and(|active| element.contains(Some(&active)))
}

/// Whether an element itself has the focus.
pub fn is_on(element: &HtmlElement) -> bool {
    active().as_ref() == Some(element)
}

/// Whether what has the focus is inside an element that the selector names.
pub fn is_within(selector: &str) -> bool {
    active().is_some_and(|active| active.closest(selector).is_ok_and(|found| found.is_some()))
}

/// The attribute of what has the focus.
pub fn attribute(name: &str) -> Option<String> {
    active()?.get_attribute(name)
}

/// The first element inside `root` that the selector names.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The nearest element around what has the focus that has an attribute, and that attribute.
pub fn around(attribute: &str) -> Option<(Element, String)> {
    let found = active()?.closest(&format!("[{attribute}]")).ok().flatten()?;
    let value = found.get_attribute(attribute)?;
    Some((found, value))
}

/// Puts the focus on the first element inside `root` that the selector names; false if there is none.
pub fn first(root: &Element, selector: &str) -> bool {
    let found = root.query_selector(selector).ok().flatten();
    focus_on(found)
}

/// Scrolls to the first element inside `root` that the selector names.
pub fn reveal(root: &Element, selector: &str) {
    if let Ok(Some(found)) = root.query_selector(selector) {
        found.scroll_into_view();
    }
}

/// Puts the focus on the first element of the page that the selector names; false if there is none.
pub fn on_page(selector: &str) -> bool {
    focus_on(document().and_then(|document| document.query_selector(selector).ok().flatten()))
}

/// Puts the focus in the next frame on an element of the page: of the first selector that names one. For what replaces
/// a button that leaves when it is pressed.
pub fn soon(selectors: Vec<String>) {
    timers::frame(move || {
        let _ = selectors.iter().any(|selector| on_page(selector));
    });
}

/// The same, unless something has the focus by then. What is hidden loses it only when that has been painted.
pub fn if_lost(selectors: Vec<String>) {
    timers::frame(move || {
        timers::frame(move || {
            let _ = is_nowhere() && selectors.iter().any(|selector| on_page(selector));
        });
    });
}

/// For what is about to leave the page: if it has the focus, the part of the page around it takes that over, unless
/// something else has it by then.
pub fn hand_over(leaving: &Element) {
    let around = leaving.closest("[role=tabpanel],[role=dialog],dialog,main").ok().flatten();
    let Some(around) = around.and_then(|around| around.dyn_into::<HtmlElement>().ok()).filter(|_| is_in(leaving))
    else {
        return;
    };
    timers::frame(move || {
        if is_nowhere() {
            if !around.has_attribute("tabindex") {
                let _ = around.set_attribute("tabindex", "-1");
            }
            quietly(&around);
        }
    });
}

/// Puts the focus on the first element the selector names inside the element with that id; false if there is none.
pub fn inside(id: &str, selector: &str) -> bool {
    let root = document().and_then(|document| document.get_element_by_id(id));
    root.is_some_and(|root| first(&root, selector))
}

/// Moves the focus among the visible elements that the selector names inside `root`, round its ends.
pub fn step(root: &Element, selector: &str, step: Step) {
    let Ok(list) = root.query_selector_all(selector) else {
        return;
    };
    let items = (0..list.length()).filter_map(|index| list.item(index)?.dyn_into::<HtmlElement>().ok());
    let items: Vec<HtmlElement> = items.filter(|item| item.get_bounding_client_rect().width() > 0.0).collect();
    if items.is_empty() {
        return;
    }
    let active = active();
    let now = items.iter().position(|item| Some(item) == active.as_ref());
    let end = items.len() - 1;
    let next = match (step, now) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Last, _) | (Step::Previous, None | Some(0)) => end,
        (Step::Next, Some(now)) => (now + 1) % items.len(),
        (Step::Previous, Some(now)) => now - 1,
    };
    if let Some(item) = items.get(next) {
        let _ = item.focus();
    }
}

/// A step of the focus through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one after, or round to the first.
    Next,
    /// To the one before, or round to the last.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Whether nothing has the focus: what had it has left the page.
pub fn is_nowhere() -> bool {
    active().is_none_or(|active| active.tag_name() == "BODY")
}

/// Whether a modal dialog, a menu or a list is open, which hears Escape and other keys first.
pub fn is_layer_open() -> bool {
    document()
        .and_then(|document| {
            document
                .query_selector("dialog[open],[popover=auto]:popover-open,[role=combobox][aria-expanded=true]")
                .ok()
                .flatten()
        })
        .is_some()
}

fn active() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn focus_on(element: Option<Element>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // What is hidden takes no focus, and says nothing.
    element.is_some_and(|element| element.focus().is_ok() && is_on(&element))
}

/// Clicks an element, as a key would.
pub fn click(element: &HtmlElement) {
    element.click();
}
