//! A badge: a word in a pill for something decided or counted. What is measured is plain text instead.

use leptos::prelude::*;

use super::Icon;

/// What a badge tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// A plain fact.
    #[default]
    Neutral,
    /// A fact of less weight.
    Outline,
    /// Work is under way.
    Running,
    /// Somebody paused it.
    Paused,
    /// It needs care.
    Warning,
}

impl BadgeKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Outline => "outline",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Warning => "warning",
        }
    }
}

/// A word in a pill.
#[component]
pub fn Badge(
    /// What it tells.
    #[prop(optional)]
    kind: BadgeKind,
    /// An icon before the word.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// Its word.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="badge" data-kind=kind.as_str()>
            {icon.map(|icon| view! { <Icon name=icon size=12 /> })}
            {children()}
        </span>
    }
}
