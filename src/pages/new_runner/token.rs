//! The token of the new runner, shown once, and what to do with it.

use leptos::prelude::*;

use super::created::Contact;
use crate::components::new_runner::install_help::InstallHelp;
use crate::components::token_dialog::TokenDialog;
use crate::gitlab::registration::RegistrationDetails;
use crate::install::Installation;
use crate::reactive::callback;
use crate::state::new_runner::NewRunnerState;
use crate::state::session::SessionState;

/// The dialog, for as long as the token is known.
#[component]
pub fn NewToken(state: NewRunnerState, created: RegistrationDetails) -> impl IntoView {
    let session = expect_context::<SessionState>();
    let Some(open) = session.open_untracked() else { return ().into_any() };
    let RegistrationDetails { id, token, token_expires_at } = created;
    let description = state.form().read_untracked().description.trim().to_owned();
    let installation = Installation {
        url: open.client.instance().to_string(),
        id,
        name: if description.is_empty() { format!("runner-{id}") } else { description },
        token: token.clone(),
    };
    let on_copied = callback(move |()| state.copied.set(true));
    let aside = move || view! { <Contact state id /> };
    view! {
        <TokenDialog
            title=format!("Copy the token of runner #{id}")
            token
            expires_at=token_expires_at
            note="Whoever has it can register a machine as this runner. Keep it like a password."
            on_close=move || state.forget_token()
            copied=state.copied
            aside
        >
            <InstallHelp installation=installation.clone() on_copied />
        </TokenDialog>
    }
    .into_any()
}
