//! The browser's timeline: marks on it, so that others can measure the page as well, and where on it we are.

use web_sys::window;

/// Sets a mark with that name at this moment.
pub fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}

/// Milliseconds since the page began. Setting the computer's clock does not change them.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds fit for 280,000 years")]
pub fn now() -> i64 {
    window().and_then(|window| window.performance()).map_or(0, |performance| performance.now() as i64)
}
