//! Requests and responses as messages between the page and the worker.

use http::{Request, Response};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;

/// The request that a message from the page holds, if it holds one.
pub fn request(message: &JsValue) -> Option<Request<Vec<u8>>> {
    let get = |key: &str| Reflect::get(message, &key.into()).ok();
    let mut request =
        Request::builder().method(get("method")?.as_string()?.as_str()).uri(get("path_and_query")?.as_string()?);
    for header in Array::from(&get("headers")?) {
        let header = Array::from(&header);
        request = request.header(header.get(0).as_string()?, header.get(1).as_string()?);
    }
    let body = get("body").filter(|body| !body.is_null() && !body.is_undefined());
    request.body(body.map(|body| Uint8Array::new(&body).to_vec()).unwrap_or_default()).ok()
}

/// The message that answers one from the page.
pub fn answer(asked: &JsValue, response: &Response<Vec<u8>>) -> JsValue {
    let headers = Array::new();
    for (name, value) in response.headers() {
        if let Ok(value) = value.to_str() {
            headers.push(&Array::of2(&name.as_str().into(), &value.into()));
        }
    }
    object(&[
        ("id", Reflect::get(asked, &"id".into()).unwrap_or_default()),
        ("status", response.status().as_u16().into()),
        ("headers", headers.into()),
        ("body", Uint8Array::from(response.body().as_slice()).into()),
    ])
}

/// The first message: from now on requests are answered.
pub fn ready() -> JsValue {
    object(&[("ready", true.into())])
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a key of an object that was just made cannot fail.
        drop(Reflect::set(&object, &(*key).into(), value));
    }
    object.into()
}
