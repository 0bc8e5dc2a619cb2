//! Files that are made here and kept by the browser's downloads.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

use super::timers;

/// How long the text stays for the browser to take it.
const KEPT_MS: u32 = 60_000;

/// Saves a text of a kind such as `text/csv` as a file of this name.
pub fn save(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{kind};charset=utf-8"));
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    let Ok(address) = blob.and_then(|blob| Url::create_object_url_with_blob(&blob)) else { return };
    let link = window().and_then(|window| window.document()?.create_element("a").ok()?.dyn_into().ok());
    if let Some(link) = link {
        let link: HtmlAnchorElement = link;
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    timers::later(KEPT_MS, move || {
        let _ = Url::revoke_object_url(&address);
    });
}
