//! Whether anybody sees the page.

use web_sys::window;

/// Whether its tab is in front.
pub fn is_visible() -> bool {
    window().and_then(|window| window.document()).is_some_and(|document| !document.hidden())
}
