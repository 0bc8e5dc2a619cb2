//! What is typed into one field of the screen, and what is wrong with it. It is gone with its field.

use leptos::prelude::*;

use crate::form::typed_token::{TokenKind, read};
use crate::gitlab::token::RunnerToken;
use crate::reactive::{callback, derive};
use crate::ui::field::{PasswordField, TextField};

/// A field's text and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Typed {
    pub text: RwSignal<String>,
    pub error: RwSignal<Option<String>>,
}

impl Typed {
    pub fn new() -> Self {
        Self { text: RwSignal::new(String::new()), error: RwSignal::new(None) }
    }

    /// Takes what was typed.
    pub fn hear(self, text: String) {
        self.text.set(text);
        self.error.set(None);
    }

    /// The token that is typed; if it cannot be one, that is said at the field.
    pub fn token(self, kind: TokenKind) -> Option<RunnerToken> {
        let outcome = read(&self.text.read_untracked(), kind);
        self.error.set(outcome.as_ref().err().map(ToString::to_string));
        outcome.ok()
    }

    /// What is typed, without white space around it.
    pub fn trimmed(self) -> String {
        self.text.read_untracked().trim().to_owned()
    }

    /// What has been used is forgotten, also if the screen was left meanwhile.
    pub fn forget(self) {
        self.text.try_set(String::new());
    }
}

/// A field for a token: dots, unless one asks to see it.
#[component]
pub fn TokenField(label: &'static str, typed: Typed, #[prop(optional)] help: Option<&'static str>) -> impl IntoView {
    view! {
        <PasswordField
            label
            value=typed.text
            error=typed.error
            help=move || help
            on_input=callback(move |text| typed.hear(text))
        />
    }
}

/// A field for a machine's system ID.
#[component]
pub fn SystemIdField(
    typed: Typed,
    #[prop(into)] help: Signal<&'static str>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    view! {
        <TextField
            label="System ID"
            value=typed.text
            error=typed.error
            help=move || help.get()
            optional
            mono=true
            on_input=callback(move |text| typed.hear(text))
        />
    }
}

/// The help at an optional system ID: what it is, and that the typed token should have one.
pub fn system_id_help(token: Typed, system_id: Typed) -> Signal<&'static str> {
    derive(move || {
        let is_wanted = RunnerToken::parse(&token.text.read()).is_some_and(|token| token.is_authenticated_user());
        if is_wanted && system_id.text.read().trim().is_empty() {
            "A glrt- token needs the system ID of its machine. Without it GitLab may refuse, or list a manager named <legacy>."
        } else {
            "Of the machine that has the token. Needed for glrt- tokens; it is in the file .runner_system_id beside config.toml."
        }
    })
}
