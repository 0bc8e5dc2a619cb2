//! Ids that are there once in the page, to tie labels, notes and panels to what they belong to.

use std::cell::Cell;

/// An id nobody else has, such as `field-12`.
pub fn next(prefix: &str) -> String {
    thread_local!(static COUNT: Cell<u32> = const { Cell::new(0) });
    let number = COUNT.get() + 1;
    COUNT.set(number);
    format!("{prefix}-{number}")
}
