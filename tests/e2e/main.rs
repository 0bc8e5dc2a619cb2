//! Stories: what a person does and sees, in a real browser, with the built site and a GitLab of their own.
//!
//! A story starts a fake GitLab, serves the site on another origin, opens a browser, and finds things as people and
//! screen readers do: by role and name. It waits for what it wants to see and never for time to pass. Nothing here
//! knows the page's classes, ids or code.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story stops where something is missing")]

mod act;
mod browser;
mod check;
mod console;
mod devtools;
mod find;
mod page;
mod poll;
mod stories;
mod story;
mod world;
