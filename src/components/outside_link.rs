//! A link to a page of GitLab. The address comes from GitLab's answers, so only http and https become links.

use leptos::prelude::*;

use crate::format::safe_link;

/// Words that lead to a page of GitLab, or only the words where there is no such page.
#[component]
pub fn OutsideLink(
    /// The page's address as GitLab told it.
    address: Option<String>,
    /// The words.
    children: Children,
) -> impl IntoView {
    match address.and_then(|address| safe_link(&address).map(str::to_owned)) {
        Some(href) => view! {
            <a href=href target="_blank" rel="noopener noreferrer">
                {children()}
            </a>
        }
        .into_any(),
        None => view! { <span>{children()}</span> }.into_any(),
    }
}
