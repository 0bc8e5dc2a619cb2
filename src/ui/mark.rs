//! The mark: three rows of a board leaning forward, one of them alive.

use leptos::prelude::*;

/// The mark of the page. The word beside it names it.
#[component]
pub fn Mark(
    /// Its width and height in pixels.
    #[prop(default = 24)]
    size: u8,
) -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 24 24" width=size height=size aria-hidden="true">
            <rect class="mark-board" width="24" height="24" rx="6"></rect>
            <path class="mark-rows" d="M9.5 7.5H19M7 12h6.5M4.5 16.5H14"></path>
            <circle class="mark-dot" cx="17.25" cy="12" r="2"></circle>
        </svg>
    }
}
