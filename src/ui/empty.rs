//! What stands where there is nothing: why, and what to do.

use leptos::prelude::*;

use super::Icon;

/// A state with nothing to show.
#[component]
pub fn Empty(
    /// Its icon.
    icon: &'static str,
    /// What is the case.
    #[prop(into)]
    title: Signal<String>,
    /// One or two sentences.
    #[prop(into)]
    text: Signal<String>,
    /// What to do about it: buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <div class="empty-disc">
                <Icon name=icon size=24 />
            </div>
            <h2 class="empty-title">{title}</h2>
            <p class="empty-text">{text}</p>
            {children.map(|children| view! { <div class="empty-actions">{children()}</div> })}
        </div>
    }
}
