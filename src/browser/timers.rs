//! Waiting: for a while, for the next frame.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;

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
    let call = Closure::once_into_js(call);
    // Safari has no idle callbacks; there a moment later has to do.
    if window.request_idle_callback(call.unchecked_ref()).is_err() {
        let _ = window.set_timeout_with_callback(call.unchecked_ref());
    }
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
