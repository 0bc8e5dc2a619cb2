//! The page's pieces in a real browser, without any GitLab: what stands before one is connected.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test stops where something is missing")]

mod connect;
mod form;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
