//! Tokens: what is done with a runner's own token, and with registration tokens.

use leptos::prelude::*;

mod attempt;
mod delete;
mod issued;
mod place;
mod refusal;
mod register;
mod remove_manager;
mod reset;
mod reset_registration;
mod typed;
mod verify;

use crate::browser::{clock, history};
use crate::components::token_form::Lead;
use crate::gitlab::timestamp::Timestamp;
use crate::route::{Route, Tab};
use crate::state::navigation::Navigation;
use crate::ui::lazy::lazy;
use crate::ui::{Badge, BadgeKind};
use delete::Delete;
use issued::{Issued, IssuedDialog};
use register::Register;
use remove_manager::RemoveManager;
use reset::Reset;
use reset_registration::ResetRegistration;
use verify::Verify;

lazy!(tokens, load, page, ());

fn page((): ()) -> AnyView {
    view! { <TokensPage /> }.into_any()
}

/// Stands in the screen's place until it has come.
pub fn frame(content: AnyView) -> AnyView {
    view! {
        <main class="panels">
            <section class="panel" aria-label="Tokens">
                <div class="lazy">{content}</div>
            </section>
        </main>
    }
    .into_any()
}

/// The screen. What is typed into it is gone when it is left.
#[component]
fn TokensPage() -> impl IntoView {
    let issued = Issued::new(expect_context::<Navigation>());
    provide_context(issued);
    view! {
        <main class="panels">
            <section class="panel" aria-label="Tokens">
                <div class="list-head">
                    <h1 class="list-title">"Tokens"</h1>
                </div>
                <div class="page-body">
                    <div class="page-column tokens">
                        <p class="tokens-about">
                            "What machines do with the token of their runner can be done here by hand. A token goes to this GitLab and nowhere else, without your own access token, and its field is emptied once it has been used."
                        </p>
                        <div class="tokens-group">
                            <h2 class="tokens-title">"Runner tokens"</h2>
                            <Verify />
                            <Reset />
                            <RemoveManager />
                            <Delete />
                        </div>
                        <div class="tokens-group">
                            <h2 class="tokens-title">
                                "Registration tokens " <Badge kind=BadgeKind::Warning icon="warning">"Deprecated"</Badge>
                            </h2>
                            <p class="tokens-about">
                                "One token for many machines, from before GitLab 16. New instances have them turned off, and GitLab means to remove them."
                            </p>
                            <Register />
                            <ResetRegistration />
                        </div>
                    </div>
                </div>
            </section>
        </main>
        <IssuedDialog issued />
    }
}

/// When a token ends, in a sentence.
fn expiry(at: Option<Timestamp>) -> String {
    at.map_or_else(|| "It does not expire.".to_owned(), |at| format!("It expires on {}.", clock::date(at.0)))
}

/// A link that opens a runner's drawer.
fn runner_link(id: u64) -> Lead {
    let route = Route::default().with_runner(id, Tab::Details);
    Lead { words: format!("runner #{id}"), href: history::href(&route.to_query()) }
}
