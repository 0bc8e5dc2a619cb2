//! The address: its query string, and moving through the history. Knows nothing of what the keys mean.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{Location, window};

use super::listener::Listener;
use super::timers::{self, Timer};

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

/// How long a change of the address that nobody can go back from waits for the next one, in milliseconds.
const SOON_MS: u32 = 120;

thread_local! {
    static COMING: RefCell<Option<Coming>> = const { RefCell::new(None) };
}

/// The query that the address is about to have, and what is called then.
struct Coming {
    query: String,
    call: Box<dyn FnOnce()>,
    _timer: Timer,
}

/// Goes to that query; Back leads to where one was.
pub fn push(query: &str) {
    settle();
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&href(query)));
    }
}

/// Goes to that query in the place of this one, when the typing rests, and calls then: a browser takes longer to change its
/// address than we to show what was found. Another `replace` and Back give both up.
pub fn replace_soon(query: &str, call: impl FnOnce() + 'static) {
    let coming = Coming { query: query.to_owned(), call: Box::new(call), _timer: timers::after(SOON_MS, settle) };
    COMING.set(Some(coming));
}

/// Changes the address now if it was about to be.
fn settle() {
    if let Some(Coming { query, call, .. }) = COMING.take() {
        replace(&query);
        call();
    }
}

/// Goes to that query in the place of this one.
pub fn replace(query: &str) {
    COMING.set(None);
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href(query)));
    }
}

/// Calls when Back or Forward changed the address, for as long as the page lives.
pub fn on_pop(call: impl Fn() + 'static) {
    if let Some(window) = window() {
        // Where the browser went counts; and a page that is left has the address of what it showed.
        Listener::new(&window, "popstate", move |_| {
            COMING.set(None);
            call();
        })
        .forget();
        Listener::new(&window, "pagehide", move |_| settle()).forget();
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
