//! Giving a runner a new token: asked first, then the token is shown once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::Board;
use crate::components::token_dialog::TokenDialog;
use crate::gitlab::error::Error;
use crate::gitlab::registration::ResetTokenResult;
use crate::reactive::{callback, derive};
use crate::state::toasts::Toasts;
use crate::ui::Confirm;

/// The question, and then the token.
#[component]
pub fn Resetting(
    /// The screen's state.
    board: Board,
    /// The runner's id.
    id: u64,
) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let result = RwSignal::new(None::<ResetTokenResult>);
    let failure = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let close = callback(move |()| board.asking.close());
    // A new token that nobody sees would be lost: while it is on its way, the question stays.
    let cancel = callback(move |()| {
        if !is_busy.get_untracked() {
            close.run(());
        }
    });
    let reset = callback(move |()| {
        is_busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = board.fleet.reset_token(id).await;
            is_busy.try_set(false);
            match answer {
                Ok(new) => {
                    if result.try_set(Some(new)).is_some() {
                        toasts.fail(format!("The token of runner #{id} was reset but not shown. Reset it again."));
                    }
                }
                Err(error) => {
                    if let Some(Some(text)) = failure.try_set(Some(words(id, &error))) {
                        toasts.fail(format!("The token of runner #{id} was not reset. {text}"));
                    }
                }
            }
        });
    });
    let question = move || {
        view! {
            <Confirm
                title=format!("Reset the token of runner #{id}?")
                action="Reset token"
                busy=derive(move || is_busy.get().then(|| "Resetting…".to_owned()))
                error=failure
                on_confirm=reset
                on_cancel=cancel
            >
                <p>
                    "The old token stops working at once. Every machine that uses it must be given the new one, or it takes no more jobs."
                </p>
                <p>"GitLab shows the new token once, here, after it is reset."</p>
            </Confirm>
        }
    };
    move || match result.get() {
        None => question().into_any(),
        Some(ResetTokenResult { token, token_expires_at: expires_at }) => {
            let note = "The old token has stopped working: put this one into config.toml on every machine that used it. \
                 Whoever has it can register a machine as this runner, so keep it like a password.";
            view! { <TokenDialog title=format!("Copy the token of runner #{id}") token expires_at note on_close=close /> }
                .into_any()
        }
    }
}

/// Why there is no new token.
fn words(id: u64, error: &Error) -> String {
    match error {
        Error::NotFound { .. } => {
            format!("Runner #{id} is not there any more, or this GitLab is too old to reset its token here.")
        }
        other => other.sentence(),
    }
}
