//! An icon of the sprite in `index.html`. It says nothing to a screen reader: the word beside it does.

use leptos::prelude::*;

/// An icon.
#[component]
pub fn Icon(
    /// Its name in the sprite, such as `pencil`.
    #[prop(into)]
    name: Signal<&'static str>,
    /// Its width and height in pixels.
    #[prop(default = 16)]
    size: u8,
) -> impl IntoView {
    view! {
        <svg class="icon" width=size height=size aria-hidden="true">
            <use href=move || format!("#icon-{}", name.get())></use>
        </svg>
    }
}
