//! Whether anybody sees the page.

use web_sys::window;

use super::listener::Listener;

/// Whether its tab is in front.
pub fn is_visible() -> bool {
    window().and_then(|window| window.document()).is_some_and(|document| !document.hidden())
}

/// Calls whenever its tab comes to the front or goes.
pub fn on_change(call: impl Fn() + 'static) -> Option<Listener> {
    let document = window()?.document()?;
    Some(Listener::new(&document, "visibilitychange", move |_| call()))
}
