//! Tokens: what is done with a runner's own token, and with registration tokens.

use leptos::prelude::*;

use crate::ui::lazy::lazy;

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

/// The screen.
#[component]
fn TokensPage() -> impl IntoView {
    view! {
        <main class="panels">
            <section class="panel" aria-label="Tokens">
                <div class="list-head">
                    <h1 class="list-title">"Tokens"</h1>
                </div>
            </section>
        </main>
    }
}
