//! Delete by token: the runner it belongs to, and its managers.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::refusal::Act;
use super::typed::{TokenField, Typed};
use crate::components::token_form::{Done, TokenForm};
use crate::form::typed_token::TokenKind;
use crate::gitlab::endpoint::DeleteByToken;
use crate::reactive::callback;
use crate::ui::{Confirm, Show};

/// The region.
#[component]
pub fn Delete() -> impl IntoView {
    let token = Typed::new();
    let attempt = Attempt::new(Act::Delete);
    let submit = callback(move |()| {
        attempt.clear();
        if token.token(TokenKind::Runner).is_some() {
            attempt.ask();
        }
    });
    let delete = callback(move |()| {
        let Some(secret) = token.token(TokenKind::Runner) else { return };
        attempt.run(async move {
            attempt.send(&DeleteByToken { token: secret }).await?;
            token.forget();
            Ok(Done::of("The runner of this token was deleted, with all its managers."))
        });
    });
    view! {
        <TokenForm
            title="Delete by token"
            about="Deletes the runner that a token belongs to, with all its managers, for good."
            action="Delete runner"
            working="Deleting…"
            is_busy=attempt.is_busy()
            refusal=attempt.refusal()
            done=attempt.done()
            on_submit=submit
        >
            <TokenField label="Runner token" typed=token />
        </TokenForm>
        <Show when=attempt.is_asking()>
            <Confirm
                title="Delete the runner of this token?"
                action="Delete runner"
                busy=attempt.busy_words("Deleting…")
                on_confirm=delete
                on_cancel=callback(move |()| attempt.give_up())
            >
                <p>"The runner that this token belongs to will be gone for good. With it:"</p>
                <ul>
                    <li>"all its runner managers stop getting jobs"</li>
                    <li>"it leaves every project it is assigned to"</li>
                    <li>"a job that is running on it now may fail"</li>
                </ul>
                <p>
                    "Jobs that are done and their logs stay. To use its machines again you need a new token. Which runner it is, this page does not know: verifying the token would tell, but counts as a contact."
                </p>
            </Confirm>
        </Show>
    }
}
