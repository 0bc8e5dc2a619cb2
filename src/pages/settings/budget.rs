//! The field that says how many requests a minute a sweep may send.

use leptos::prelude::*;

use crate::state::budget::{self, LIMITS, USUAL};
use crate::state::session::SessionState;
use crate::ui::field::TextField;

/// The field. What is typed counts at once, when it is a number that can be.
#[component]
pub fn BudgetField() -> impl IntoView {
    let session = expect_context::<SessionState>();
    let text = RwSignal::new(budget::kept().to_string());
    let error = RwSignal::new(None);
    let hear = move |typed: String| {
        match budget::parse(&typed) {
            Some(requests) => {
                budget::keep(requests);
                if let Some(open) = session.open_untracked() {
                    open.client.set_budget(requests);
                }
                error.set(None);
            }
            None => error.set(Some(format!("Enter a whole number from {} to {}.", LIMITS.start(), LIMITS.end()))),
        }
        text.set(typed);
    };
    view! {
        <TextField
            label="Requests a minute"
            value=text
            on_input=hear
            error
            help=|| {
                format!("Reading Everything and loading details of all never send more. {USUAL} unless you choose otherwise; GitLab.com lets 2,000 pass.")
            }
        />
    }
}
