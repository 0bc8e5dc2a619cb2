//! Settings: which GitLab and which token this is, what is kept in this browser, and the keys.

use leptos::prelude::*;

mod budget;

use crate::browser::clock;
use crate::components::keys_table::KeysTable;
use crate::gitlab::version::Lack;
use crate::state::session::SessionState;
use crate::ui::lazy::lazy;
use crate::ui::{Alert, AlertKind};
use budget::BudgetField;

lazy!(board, load, settings, ());

fn settings((): ()) -> AnyView {
    view! { <SettingsPage /> }.into_any()
}

/// Stands in the screen's place until it has come.
pub fn frame(content: AnyView) -> AnyView {
    view! {
        <main class="panels">
            <section class="panel settings" aria-label="Settings">
                <div class="lazy">{content}</div>
            </section>
        </main>
    }
    .into_any()
}

/// The settings screen.
#[component]
fn SettingsPage() -> impl IntoView {
    let session = expect_context::<SessionState>();
    let Some(open) = session.open_untracked() else { return ().into_any() };
    let expiry = match open.token.as_ref().map(|token| token.expires_at) {
        Some(Some(at)) => clock::date(at.0),
        Some(None) => "Never".to_owned(),
        None => "GitLab does not say".to_owned(),
    };
    let scopes = match open.who.scopes.as_slice() {
        [] => "GitLab does not say".to_owned(),
        scopes => scopes.join(", "),
    };
    let version = match (open.version.is_known(), open.version.version.clone()) {
        (true, version) => version,
        (false, version) if version.is_empty() => "GitLab does not say. It is treated like the newest.".to_owned(),
        (false, version) => format!("{version}. It is treated like the newest."),
    };
    let lacks = open.version.lacks();
    let old =
        open.version.is_old().then_some("It lacks much of what this page uses. What is used instead is listed below.");
    view! {
        <main class="panels">
            <section class="panel settings" aria-label="Settings">
                <div class="list-head">
                    <h1 class="list-title">"Settings"</h1>
                </div>
                <div class="settings-body">
                    {old.map(|old| view! { <Alert kind=AlertKind::Warning title="An old GitLab">{old}</Alert> })}
                    <h2 class="section-title">"GitLab"</h2>
                    <dl class="definition-list">
                        <dt>"Address"</dt>
                        <dd>{open.client.instance().to_string()}</dd>
                        <dt>"Version"</dt>
                        <dd>{version}</dd>
                    </dl>
                    {(!lacks.is_empty()).then(|| view! { <Lacks lacks /> })}
                    <h2 class="section-title">"Token"</h2>
                    <dl class="definition-list">
                        <dt>"User"</dt>
                        <dd>{format!("{} (@{})", open.user.name, open.user.username)}</dd>
                        <dt>"Scopes"</dt>
                        <dd>{scopes}</dd>
                        <dt>"Expires"</dt>
                        <dd>{expiry}</dd>
                        <dt>"Kept"</dt>
                        <dd>{session.kept_words()}</dd>
                    </dl>
                    <h2 class="section-title">"Requests"</h2>
                    <BudgetField />
                    <h2 class="section-title">"Keys"</h2>
                    <KeysTable />
                </div>
            </section>
        </main>
    }
    .into_any()
}

/// What this GitLab does not have, and what takes its place.
#[component]
fn Lacks(lacks: Vec<&'static Lack>) -> impl IntoView {
    let item = |lack: &'static Lack| {
        view! {
            <dt>{lack.what}</dt>
            <dd>{lack.instead} " "<span class="definition-aside">{format!("({})", lack.versions())}</span></dd>
        }
    };
    view! {
        <h2 class="section-title">"What this GitLab lacks, and what is used instead"</h2>
        <dl class="definition-list" aria-label="What this GitLab lacks">
            {lacks.into_iter().map(item).collect_view()}
        </dl>
    }
}
