//! Leptos's reactive values, made in one place for each type of value.
//!
//! Leptos's own makers are compiled into every place that calls them, some 600 bytes each. These box their closure first, so that
//! the page holds one copy for each type: a tenth of the first load.

#![expect(clippy::disallowed_methods, reason = "this is the one place that may")]

use leptos::prelude::*;

/// A value worked out from others, again whenever one of them changes. Who reads it hears of it only when the value is another.
pub fn memo<T: PartialEq + Send + Sync + 'static>(work: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    #[inline(never)]
    fn boxed<T: PartialEq + Send + Sync + 'static>(work: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| work())
    }
    boxed(Box::new(work))
}

/// A value worked out from others at every reading.
pub fn derive<T: Send + Sync + 'static>(work: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    #[inline(never)]
    fn boxed<T: Send + Sync + 'static>(work: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
        Signal::derive(work)
    }
    boxed(Box::new(work))
}

/// Does something after the page is drawn, and again whenever a value that it read changes.
pub fn effect(work: impl FnMut() + 'static) {
    #[inline(never)]
    fn boxed(work: Box<dyn FnMut()>) {
        Effect::new(work);
    }
    boxed(Box::new(work));
}

/// What a piece calls: when something happened, or for what only its owner knows.
pub fn callback<A: 'static, R: 'static>(act: impl Fn(A) -> R + Send + Sync + 'static) -> Callback<A, R> {
    #[inline(never)]
    fn boxed<A: 'static, R: 'static>(act: Box<dyn Fn(A) -> R + Send + Sync>) -> Callback<A, R> {
        Callback::new(act)
    }
    boxed(Box::new(act))
}
