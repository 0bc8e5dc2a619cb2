//! The address: its query string, and moving through the history. Knows nothing of what the keys mean.

use wasm_bindgen::JsValue;
use web_sys::{Location, window};

use super::listener::Listener;

/// The query of the address, without the question mark.
pub fn query() -> String {
    let search = location().and_then(|location| location.search().ok());
    search.unwrap_or_default().trim_start_matches('?').to_owned()
}

/// A link to this page with that query; it holds in any folder of any host.
pub fn href(query: &str) -> String {
    if query.is_empty() {
        // A lone `?` would work as well, but it would stay in the address.
        location().and_then(|location| location.pathname().ok()).unwrap_or_else(|| ".".to_owned())
    } else {
        format!("?{query}")
    }
}

/// This page's whole address with that query, to be shared.
pub fn absolute(query: &str) -> String {
    let origin = location().and_then(|location| location.origin().ok());
    let path = location().and_then(|location| location.pathname().ok());
    let page = origin.unwrap_or_default() + &path.unwrap_or_default();
    if query.is_empty() { page } else { format!("{page}?{query}") }
}

/// Goes to that query; Back leads to where one was.
pub fn push(query: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&href(query)));
    }
}

/// Goes to that query in the place of this one.
pub fn replace(query: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href(query)));
    }
}

/// Calls when Back or Forward changed the address, for as long as the page lives.
pub fn on_pop(call: impl Fn() + 'static) {
    if let Some(window) = window() {
        Listener::new(&window, "popstate", move |_| call()).forget();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(location) = location() {
        let _ = location.reload();
    }
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}
