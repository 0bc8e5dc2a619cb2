//! Files given to the person, who keeps them where downloads go. They are made here; nothing is fetched.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

use super::timers;

/// How long the browser may take to begin writing the file.
const BEGIN_MS: u32 = 60_000;

/// Gives a text as a file with this name; false where the browser does not let us.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    give(name, kind, text).is_some()
}

fn give(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{kind};charset=utf-8"));
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    timers::later(BEGIN_MS, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}
