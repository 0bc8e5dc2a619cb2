//! The size of things: of the window by media query, of an element as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ResizeObserver, window};

use super::listener::Listener;

/// Watches an element's size for as long as it lives.
#[must_use = "an observer that is dropped sees nothing"]
pub struct SizeObserver {
    observer: ResizeObserver,
    _closure: Closure<dyn Fn()>,
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// How high the window is, in pixels.
pub fn window_height() -> usize {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).and_then(whole);
    height.and_then(|height| usize::try_from(height).ok()).unwrap_or_default()
}

/// Whether a media query holds now, such as `(max-width: 639px)`.
pub fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Calls whenever a media query begins or ceases to hold.
pub fn on_change(query: &str, call: impl Fn(bool) + 'static) -> Option<Listener> {
    let list = window()?.match_media(query).ok().flatten()?;
    let asked = list.clone();
    Some(Listener::new(&list, "change", move |_| call(asked.matches())))
}

/// Calls with an element's inner width and height, at once and whenever they change.
pub fn on_size(element: &Element, call: impl Fn(i32, i32) + 'static) -> Option<SizeObserver> {
    let watched = element.clone();
    let closure = Closure::<dyn Fn()>::new(move || {
        call(watched.client_width(), watched.client_height());
    });
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeObserver { observer, _closure: closure })
}

/// A length in whole pixels that a property of the element holds, such as `--row-height`.
pub fn length(element: &Element, property: &str) -> Option<i32> {
    let style = window()?.get_computed_style(element).ok().flatten()?;
    let value = style.get_property_value(property).ok()?;
    // Rust's own reader of floats would bring its tables into the first load.
    whole(js_sys::parse_float(&value))
}

/// Has the browser lay out the page once what is running now is done, not only in the next frame: most of the wait for
/// that frame is idle.
pub fn lay_out_soon(element: &HtmlElement) {
    let element = element.clone();
    spawn_local(async move {
        let _ = element.offset_height();
    });
}

/// Sets a property of the element's style, such as `--tracks`.
pub fn set(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn whole(pixels: f64) -> Option<i32> {
    pixels.is_finite().then(|| pixels.round() as i32)
}
