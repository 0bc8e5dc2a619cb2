//! What is so about a thing, a line each: the term at the left, what it is at the right.

use leptos::prelude::*;

use super::help::Help;

/// Lines that belong together, under a heading.
#[component]
pub fn DefinitionList(
    /// What they have in common.
    title: &'static str,
    /// The lines.
    children: Children,
) -> impl IntoView {
    view! {
        <section>
            <h3 class="section-title">{title}</h3>
            <dl class="definition-list">{children()}</dl>
        </section>
    }
}

/// A line.
#[component]
pub fn Definition(
    /// What it is about.
    term: &'static str,
    /// Explains the term, where GitLab does.
    #[prop(optional)]
    help: Option<&'static str>,
    /// What is so.
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <dt>
                {term} {help.map(|text| view! { <Help about=term text /> })}
            </dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// Stands where there is nothing.
#[component]
pub fn Nothing(
    /// The word for it.
    #[prop(default = "None")]
    word: &'static str,
) -> impl IntoView {
    view! { <span class="none">{word}</span> }
}

/// A text, or the word for nothing.
#[component]
pub fn TextOr(
    /// The text, if there is one.
    text: Option<String>,
    /// The word for nothing.
    #[prop(default = "None")]
    word: &'static str,
) -> impl IntoView {
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => text.into_any(),
        None => view! { <Nothing word /> }.into_any(),
    }
}
