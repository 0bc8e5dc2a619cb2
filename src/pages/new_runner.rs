//! New runner: what it is, its settings, its token with the commands that register it, and the wait until it is online.

use leptos::prelude::*;

use crate::ui::lazy::lazy;

lazy!(tokens, load, page, ());

fn page((): ()) -> AnyView {
    view! { <NewRunnerPage /> }.into_any()
}

/// Stands in the screen's place until it has come.
pub fn frame(content: AnyView) -> AnyView {
    view! {
        <main class="panels">
            <section class="panel" aria-label="New runner">
                <div class="lazy">{content}</div>
            </section>
        </main>
    }
    .into_any()
}

/// The screen.
#[component]
fn NewRunnerPage() -> impl IntoView {
    view! {
        <main class="panels">
            <section class="panel" aria-label="New runner">
                <div class="list-head">
                    <h1 class="list-title">"New runner"</h1>
                </div>
            </section>
        </main>
    }
}
