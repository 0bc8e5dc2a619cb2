//! Files that a person chooses, read here; nothing is sent anywhere.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlInputElement};

/// Why a file has no text for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is longer than what was asked for.
    TooLong,
    /// The browser could not read it.
    Failed,
}

/// Reads the file that was chosen in a file input, if it has at most so many bytes. The input is emptied, so that the
/// same file can be chosen again.
pub fn text_of(event: &Event, most: u32, hear: impl FnOnce(Result<String, Unread>) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, file)) = input.and_then(|input| Some((input.clone(), input.files()?.get(0)?))) else { return };
    input.set_value("");
    if file.size() > f64::from(most) {
        return hear(Err(Unread::TooLong));
    }
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        hear(text.ok_or(Unread::Failed));
    });
}
