//! A tag: a word somebody gave, without colour.

use leptos::prelude::*;

/// A word in a box.
#[component]
pub fn Tag(
    /// The word.
    text: String,
) -> impl IntoView {
    view! { <span class="tag">{text}</span> }
}
