//! The clipboard, to write to.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// The browser did not let us write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

/// Puts `text` into the clipboard.
///
/// # Errors
/// `Blocked` where the browser or the person says no, and on pages that are neither https nor loopback.
pub async fn write(text: &str) -> Result<(), Blocked> {
    let navigator = window().ok_or(Blocked)?.navigator();
    // Outside secure contexts there is no clipboard at all, whatever the types say.
    let there = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if there.is_ok_and(|clipboard| clipboard.is_object()) {
        JsFuture::from(navigator.clipboard().write_text(text)).await.map(|_| ()).map_err(|_| Blocked)
    } else {
        Err(Blocked)
    }
}
