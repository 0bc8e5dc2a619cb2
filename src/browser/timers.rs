//! Waiting: for a while, for the next frame.

use gloo_timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdleDeadline, Window, window};

/// A call that is still to come; dropping it takes it back.
#[must_use = "a timer that is dropped never calls"]
pub struct Timer(#[expect(dead_code, reason = "held for what its drop does")] Timeout);

/// Calls once, after `ms` milliseconds.
pub fn after(ms: u32, call: impl FnOnce() + 'static) -> Timer {
    Timer(Timeout::new(ms, call))
}

/// Calls once, after `ms` milliseconds, whatever happens until then.
pub fn later(ms: u32, call: impl FnOnce() + 'static) {
    Timeout::new(ms, call).forget();
}

/// Calls when nothing else is to be done.
pub fn idle(call: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    request_idle(&window, Closure::once_into_js(call).unchecked_ref());
}

/// Safari has no idle callbacks; there a moment later has to do.
fn request_idle(window: &Window, call: &Function) {
    if window.request_idle_callback(call).is_err() {
        let _ = window.set_timeout_with_callback(call);
    }
}

/// A slice of such work takes less, in milliseconds.
const SLICE_MS: f64 = 4.0;

/// Works while nothing else is to be done, slice by slice, until the step says that there is no more.
pub fn idle_work(mut step: impl FnMut() -> bool + 'static) {
    let Some(window) = window() else { return };
    let work = Closure::once_into_js(move |deadline: JsValue| {
        // Safari's moments have no end.
        let left = || deadline.dyn_ref::<IdleDeadline>().map_or(0.0, IdleDeadline::time_remaining);
        while step() {
            if left() < SLICE_MS {
                idle_work(step);
                return;
            }
        }
    });
    request_idle(&window, work.unchecked_ref());
}

/// Waits for `ms` milliseconds.
pub async fn sleep(ms: u32) {
    gloo_timers::future::TimeoutFuture::new(ms).await;
}

/// Calls before the next frame is painted.
pub fn frame(call: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let call = Closure::once_into_js(call);
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}
