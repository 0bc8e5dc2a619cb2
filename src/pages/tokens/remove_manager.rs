//! Remove one manager: a machine leaves a runner, the runner stays.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::refusal::Act;
use super::typed::{SystemIdField, TokenField, Typed};
use crate::components::token_form::{Done, TokenForm};
use crate::form::typed_token::TokenKind;
use crate::gitlab::endpoint::DeleteManager;
use crate::reactive::{callback, derive};
use crate::ui::{Confirm, Show};

/// The region.
#[component]
pub fn RemoveManager() -> impl IntoView {
    let (token, system_id) = (Typed::new(), Typed::new());
    let attempt = Attempt::new(Act::RemoveManager);
    let submit = callback(move |()| {
        attempt.clear();
        let has_id = !system_id.trimmed().is_empty();
        system_id.error.set((!has_id).then(|| "Enter the system ID of the manager.".to_owned()));
        if token.token(TokenKind::Runner).is_some() && has_id {
            attempt.ask();
        }
    });
    let remove = callback(move |()| {
        let Some(secret) = token.token(TokenKind::Runner) else { return };
        let named = system_id.trimmed();
        attempt.run(async move {
            attempt.send(&DeleteManager { token: secret, system_id: named.clone() }).await?;
            token.forget();
            system_id.forget();
            Ok(Done::of(&format!("The manager {named} was removed. Its runner stays.")))
        });
    });
    let named = derive(move || system_id.text.read().trim().to_owned());
    view! {
        <TokenForm
            title="Remove one manager"
            about="Takes one machine out of a runner that several share. The runner and its token stay."
            action="Remove manager"
            working="Removing…"
            is_busy=attempt.is_busy()
            refusal=attempt.refusal()
            done=attempt.done()
            on_submit=submit
        >
            <TokenField label="Runner token" typed=token />
            <SystemIdField typed=system_id help="The tab Managers of the runner shows it, such as s_1f0c2ab9." />
        </TokenForm>
        <Show when=attempt.is_asking()>
            <Confirm
                title=derive(move || format!("Remove manager {}?", named.get()))
                action="Remove manager"
                busy=attempt.busy_words("Removing…")
                on_confirm=remove
                on_cancel=callback(move |()| attempt.give_up())
            >
                <p>
                    "The manager with the system ID "<strong>{named}</strong>
                    " leaves the runner of this token. GitLab forgets when it was last there, its version and its address."
                </p>
                <p>"A machine that still has the token comes back with its next contact."</p>
            </Confirm>
        </Show>
    }
}
