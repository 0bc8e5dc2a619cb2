//! The demo: the fake GitLab with its example world, in a web worker. It does not know the page, only messages.
//!
//! In comes `{id, method, path_and_query, headers: [[name, value]…], body: Uint8Array | null}`,
//! out goes `{id, status, headers, body: Uint8Array}`. The first message out is `{ready: true}`.

#[cfg(target_arch = "wasm32")]
mod message;

#[cfg(target_arch = "wasm32")]
fn main() {
    use fake_gitlab::{Gitlab, World};
    use http::{Response, StatusCode};
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for long")]
    fn now() -> i64 {
        js_sys::Date::now() as i64
    }

    fn unreadable() -> Response<Vec<u8>> {
        let mut response = Response::default();
        *response.status_mut() = StatusCode::BAD_REQUEST;
        response
    }

    let page: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let world = match World::example(now()) {
        Ok(world) => world,
        Err(why) => wasm_bindgen::throw_str(&format!("the example world does not load: {why}")),
    };
    let mut gitlab = Gitlab::new(world);

    let to_page = page.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let response = message::request(&data).map_or_else(unreadable, |request| gitlab.handle(request, now()));
        drop(to_page.post_message(&message::answer(&data, &response)));
    });
    page.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    drop(page.post_message(&message::ready()));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a web worker: `make build` puts it beside the page.");
}
