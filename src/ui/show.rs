//! What is there for as long as a condition holds.

use leptos::prelude::*;

use crate::reactive::memo;

/// Shows its children while a condition holds, and else the fallback. Leptos's own is compiled anew for every condition.
#[component]
pub fn Show(
    /// The condition. A change of what it reads changes the page only when its answer is another.
    #[prop(into)]
    when: Signal<bool>,
    /// Stands there instead.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let when = memo(move || when.get());
    move || if when.get() { children() } else { fallback.run() }
}
