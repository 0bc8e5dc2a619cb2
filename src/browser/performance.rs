//! Marks on the browser's timeline, so that others can measure the page as well.

use web_sys::window;

/// Sets a mark with that name at this moment.
pub fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}
