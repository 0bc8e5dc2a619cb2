//! A question mark that opens an explanation.

use leptos::prelude::*;

use crate::ui::{Icon, Popover};

/// Explains one term.
#[component]
pub fn Help(
    /// The term.
    about: &'static str,
    /// The explanation: a sentence or two.
    text: &'static str,
) -> impl IntoView {
    view! {
        <Popover
            name=format!("About {about}")
            class="help"
            layer_name=about.to_owned()
            trigger=|| view! { <Icon name="question-o" size=14 /> }
        >
            <p class="help-text">{text}</p>
        </Popover>
    }
}
