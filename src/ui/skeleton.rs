//! A bar in the place of words that are not here yet.

use leptos::prelude::*;

/// A grey bar. It says nothing: the list says that it loads.
#[component]
pub fn Skeleton(
    /// Its width in pixels.
    width: u16,
) -> impl IntoView {
    view! { <span class="skeleton" aria-hidden="true" style:width=format!("{width}px")></span> }
}
