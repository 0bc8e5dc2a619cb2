//! Reset with the current token: a new one takes its place.

use leptos::prelude::*;

use super::attempt::{Attempt, Outcome};
use super::issued::NewToken;
use super::refusal::Act;
use super::typed::{TokenField, Typed};
use crate::components::token_form::{Done, TokenForm};
use crate::form::typed_token::TokenKind;
use crate::gitlab::endpoint::ResetByToken;
use crate::reactive::callback;
use crate::ui::{Confirm, Show};

/// The region.
#[component]
pub fn Reset() -> impl IntoView {
    let token = Typed::new();
    let attempt = Attempt::new(Act::Reset);
    let submit = callback(move |()| {
        attempt.clear();
        if token.token(TokenKind::Runner).is_some() {
            attempt.ask();
        }
    });
    let reset = callback(move |()| {
        let Some(secret) = token.token(TokenKind::Runner) else { return };
        attempt.run(async move {
            let answer = attempt.send(&ResetByToken { token: secret }).await?;
            token.forget();
            let note =
                "The old token does not work any more. Put this one into the config.toml of every machine that had it.";
            Ok(Outcome {
                done: Done::of("The token was reset. The old one does not work any more."),
                token: Some(NewToken {
                    title: "Copy the new token".to_owned(),
                    kind: "authentication token",
                    token: answer.token,
                    expires_at: answer.token_expires_at,
                    note: note.to_owned(),
                }),
            })
        });
    });
    view! {
        <TokenForm
            title="Reset with the current token"
            about="Gives a runner a new token in the place of the one you enter. GitLab shows the new one once."
            action="Reset token"
            working="Resetting…"
            is_busy=attempt.is_busy()
            refusal=attempt.refusal()
            done=attempt.done()
            on_submit=submit
        >
            <TokenField label="Runner token" typed=token />
        </TokenForm>
        <Show when=attempt.is_asking()>
            <Confirm
                title="Reset this runner's token?"
                action="Reset token"
                busy=attempt.busy_words("Resetting…")
                on_confirm=reset
                on_cancel=callback(move |()| attempt.give_up())
            >
                <p>
                    "The token you entered stops working at once. The machines that have it get no more jobs until the new one is in their config.toml; a job that is running now may fail."
                </p>
                <p>"GitLab shows the new token once. Have a place for it ready."</p>
            </Confirm>
        </Show>
    }
}
