//! An alert: what went wrong or needs care, in the place where it matters, never over content.

use leptos::{html, prelude::*};

use super::{Button, Icon};
use crate::browser::focus;

/// How bad it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AlertKind {
    /// Something failed.
    #[default]
    Danger,
    /// Something needs care.
    Warning,
}

/// A title and a sentence or two that say what to do.
#[component]
pub fn Alert(
    /// How bad it is.
    #[prop(optional)]
    kind: AlertKind,
    /// What happened, in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// Offers a button Retry that calls this.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// What it means and what to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (word, icon) = match kind {
        AlertKind::Danger => ("danger", "error"),
        AlertKind::Warning => ("warning", "warning"),
    };
    let element = NodeRef::<html::Div>::new();
    // Its buttons go with it when what they were for has come about.
    on_cleanup(move || {
        if let Some(element) = element.try_get_untracked().flatten() {
            focus::hand_over(&element);
        }
    });
    view! {
        <div class="alert" role="alert" data-kind=word node_ref=element>
            <Icon name=icon />
            <div class="alert-text">
                <strong class="alert-title">{title}</strong>
                {children.map(|children| children())}
                {on_retry
                    .map(|on_retry| {
                        view! {
                            <div class="alert-actions">
                                <Button small=true on_click=on_retry>
                                    "Retry"
                                </Button>
                            </div>
                        }
                    })}
            </div>
        </div>
    }
}
