//! The demo's worker as a [`Transport`]: a GitLab inside this browser, fetched only when somebody tries the demo.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use futures::channel::oneshot;
use futures::future::LocalBoxFuture;
use http::{Request, Response};
use js_sys::{Array, Object, Reflect, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use super::listener::Listener;
use super::{performance, timers};
use crate::gitlab::transport::{Transport, Unreachable, header};

/// Where the demo's loader is, beside the page.
const LOADER: &str = "demo-worker.js";

type Waiting = Rc<RefCell<HashMap<u32, oneshot::Sender<Response<Vec<u8>>>>>>;

/// A GitLab in a worker. Dropping it ends the worker, and all that was changed is forgotten.
pub struct DemoWorker(SendWrapper<Inner>);

struct Inner {
    worker: Worker,
    waiting: Waiting,
    last: Cell<u32>,
    #[expect(dead_code, reason = "held for what their drop does")]
    listeners: [Listener; 2],
}

impl DemoWorker {
    /// Starts the worker; requests wait until it is ready.
    ///
    /// # Errors
    /// When the browser starts no workers.
    pub fn start() -> Result<Self, Unreachable> {
        let worker = Worker::new(LOADER).map_err(|_| Unreachable { timed_out: false })?;
        let waiting = Waiting::default();
        let hearing = Rc::clone(&waiting);
        let on_message = Listener::new(&worker, "message", move |event| receive(&hearing, &event));
        let failing = Rc::clone(&waiting);
        // Who waits is told by its sender going.
        let on_error = Listener::new(&worker, "error", move |_| failing.borrow_mut().clear());
        let listeners = [on_message, on_error];
        Ok(Self(SendWrapper::new(Inner { worker, waiting, last: Cell::new(0), listeners })))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Transport for DemoWorker {
    fn send(&self, request: Request<Vec<u8>>) -> LocalBoxFuture<'_, Result<Response<Vec<u8>>, Unreachable>> {
        Box::pin(async move {
            let (sender, answer) = oneshot::channel();
            let id = self.0.last.get() + 1;
            self.0.last.set(id);
            self.0.waiting.borrow_mut().insert(id, sender);
            let lost = Unreachable { timed_out: true };
            self.0.worker.post_message(&message(id, &request)).map_err(|_| lost)?;
            answer.await.map_err(|_| lost)
        })
    }

    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()> {
        Box::pin(timers::sleep(u32::try_from(span.as_millis()).unwrap_or(u32::MAX)))
    }

    fn now(&self) -> i64 {
        performance::now()
    }
}

/// The request as the worker takes it.
fn message(id: u32, request: &Request<Vec<u8>>) -> JsValue {
    let path = request.uri().path_and_query().map_or("/", http::uri::PathAndQuery::as_str);
    let headers: Array = request
        .headers()
        .iter()
        .map(|(name, value)| Array::of2(&name.as_str().into(), &value.to_str().unwrap_or_default().into()))
        .collect();
    let body =
        if request.body().is_empty() { JsValue::NULL } else { Uint8Array::from(request.body().as_slice()).into() };
    object(&[
        ("id", id.into()),
        ("method", request.method().as_str().into()),
        ("path_and_query", path.into()),
        ("headers", headers.into()),
        ("body", body),
    ])
}

fn object(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

/// Hands an answer to whoever waits for it.
fn receive(waiting: &Waiting, event: &Event) {
    let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
    let data = event.data();
    let get = |key: &str| Reflect::get(&data, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let (Some(id), Some(status)) = (whole(&get("id")), whole(&get("status"))) else { return };
    let mut response = Response::builder().status(u16::try_from(status).unwrap_or(500));
    for pair in Array::from(&get("headers")).iter() {
        let pair = Array::from(&pair);
        let told = pair.get(0).as_string().unwrap_or_default();
        let known = header::READ.into_iter().find(|name| name.as_str() == told);
        if let (Some(name), Some(value)) = (known, pair.get(1).as_string()) {
            response = response.header(name, value);
        }
    }
    let body = Uint8Array::new(&get("body")).to_vec();
    if let (Some(sender), Ok(response)) = (waiting.borrow_mut().remove(&id), response.body(body)) {
        // Nobody waits any more if it was given up.
        let _ = sender.send(response);
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ids and statuses are small whole numbers")]
fn whole(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
