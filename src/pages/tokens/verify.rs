//! Verify a runner token: whether it is good, and whose it is.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::refusal::Act;
use super::typed::{SystemIdField, TokenField, Typed, system_id_help};
use super::{expiry, runner_link};
use crate::components::token_form::{Done, TokenForm};
use crate::form::typed_token::TokenKind;
use crate::gitlab::endpoint::VerifyRunner;
use crate::reactive::callback;

/// The region.
#[component]
pub fn Verify() -> impl IntoView {
    let (token, system_id) = (Typed::new(), Typed::new());
    let attempt = Attempt::new(Act::Verify);
    let submit = callback(move |()| {
        attempt.clear();
        let Some(secret) = token.token(TokenKind::Runner) else { return };
        let machine = Some(system_id.trimmed()).filter(|id| !id.is_empty());
        attempt.run(async move {
            let answer = attempt.send(&VerifyRunner { token: secret, system_id: machine }).await?;
            token.forget();
            system_id.forget();
            let lead = Some(runner_link(answer.id));
            let rest = format!(". {}", expiry(answer.token_expires_at));
            Ok(Done { text: "The token is good: ".to_owned(), lead, rest })
        });
    });
    view! {
        <TokenForm
            title="Verify a runner token"
            about="Asks GitLab whether a token is good and which runner it belongs to. GitLab counts this as a contact of the runner."
            action="Verify"
            working="Verifying…"
            is_busy=attempt.is_busy()
            refusal=attempt.refusal()
            done=attempt.done()
            on_submit=submit
        >
            <TokenField label="Runner token" typed=token />
            <SystemIdField typed=system_id help=system_id_help(token, system_id) optional=true />
        </TokenForm>
    }
}
