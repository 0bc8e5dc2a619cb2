//! Links of this page followed without loading it anew, and a question before unsaved work is closed.

use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Element, Event, MouseEvent, window};

use super::listener::Listener;

/// Calls with the query of a link to this page that was clicked plainly. Clicks that open a new tab stay the browser's.
pub fn on_link(follow: impl Fn(&str) + 'static) -> Option<Listener> {
    let document = window()?.document()?;
    Some(Listener::new(&document, "click", move |event| {
        if let Some(query) = query_of(&event) {
            event.prevent_default();
            follow(&query);
        }
    }))
}

/// Asks before the page is closed, as long as `unsaved` says so.
pub fn on_unload(unsaved: impl Fn() -> bool + 'static) -> Option<Listener> {
    let window = window()?;
    Some(Listener::new(&window, "beforeunload", move |event| {
        if unsaved() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        }
    }))
}

/// Opens another site's page in a new tab, which learns nothing of this one.
pub fn open(url: &str) {
    if let Some(window) = window() {
        let _ = window.open_with_url_and_target_and_features(url, "_blank", "noopener,noreferrer");
    }
}

fn query_of(event: &Event) -> Option<String> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    if event.default_prevented()
        || mouse.button() != 0
        || mouse.ctrl_key()
        || mouse.meta_key()
        || mouse.shift_key()
        || mouse.alt_key()
    {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let href = link.get_attribute("href")?;
    let here = window()?.location().pathname().ok()?;
    if href == here {
        return Some(String::new());
    }
    href.strip_prefix('?').map(str::to_owned)
}
