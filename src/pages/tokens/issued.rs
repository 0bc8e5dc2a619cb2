//! A new token: on its way, or shown in its dialog. Nothing keeps it once that is closed.

use leptos::prelude::*;

use crate::components::token_dialog::TokenDialog;
use crate::gitlab::timestamp::Timestamp;
use crate::gitlab::token::RunnerToken;
use crate::reactive::{callback, effect};
use crate::state::navigation::Navigation;

/// A token that GitLab tells once, with what is said of it.
#[derive(Clone)]
pub struct NewToken {
    pub title: String,
    pub kind: &'static str,
    pub token: RunnerToken,
    pub expires_at: Option<Timestamp>,
    pub note: String,
}

/// The one new token of the screen.
#[derive(Clone, Copy)]
pub struct Issued {
    expected: RwSignal<bool>,
    shown: RwSignal<Option<NewToken>>,
}

impl Issued {
    /// While a token is expected or shown, leaving the screen would lose it, so that is asked about.
    pub fn new(navigation: Navigation) -> Self {
        let issued = Self { expected: RwSignal::new(false), shown: RwSignal::new(None) };
        effect(move || navigation.set_unsaved(issued.expected.get() || issued.shown.read().is_some()));
        on_cleanup(move || navigation.set_unsaved(false));
        issued
    }

    /// Says whether a token is on its way.
    pub fn expect(self, expected: bool) {
        self.expected.try_set(expected);
    }

    /// Shows one that came; false if the screen was left meanwhile.
    pub fn show(self, token: NewToken) -> bool {
        self.shown.try_set(Some(token)).is_none()
    }
}

/// The dialog of the new token, while there is one.
#[component]
pub fn IssuedDialog(issued: Issued) -> impl IntoView {
    let close = callback(move |()| issued.shown.set(None));
    move || {
        issued.shown.get().map(|new| {
            let NewToken { title, kind, token, expires_at, note } = new;
            view! { <TokenDialog title kind token expires_at note on_close=close /> }
        })
    }
}
