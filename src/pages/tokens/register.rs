//! Register with a registration token, as it was done before GitLab 16. Deprecated.

use leptos::{html, prelude::*};

use super::attempt::{Attempt, Outcome};
use super::issued::NewToken;
use super::refusal::Act;
use super::runner_link;
use super::typed::{TokenField, Typed};
use crate::components::runner_fields::RunnerFields;
use crate::components::token_form::{Done, TokenForm};
use crate::form::typed_token::TokenKind;
use crate::form::{Problem, RunnerForm};
use crate::gitlab::endpoint::RegisterRunner;
use crate::gitlab::error::Error;
use crate::gitlab::registration::RegistrationDetails;
use crate::gitlab::runner_changes::RunnerChanges;
use crate::gitlab::term::RunnerType;
use crate::reactive::{callback, derive, effect};
use crate::state::session::SessionState;
use crate::ui::Icon;

/// The region.
#[component]
pub fn Register() -> impl IntoView {
    let session = expect_context::<SessionState>();
    let token = Typed::new();
    let settings = Settings::new();
    let attempt = Attempt::new(Act::Register);
    let submit = callback(move |()| {
        attempt.clear();
        let (secret, changes) = (token.token(TokenKind::Registration), settings.read());
        let (Some(token_typed), Some(changes)) = (secret, changes) else { return };
        let knows_paused = session.open_untracked().is_none_or(|open| open.version.knows_paused());
        let changes = if knows_paused { changes } else { changes.in_old_words() };
        attempt.run(async move {
            let call = RegisterRunner { token: token_typed, settings: changes };
            let answer = attempt.send(&call).await.inspect_err(|error| settings.refuse(error))?;
            token.forget();
            settings.forget();
            Ok(registered(answer))
        });
    });
    view! {
        <TokenForm
            title="Register with a registration token (deprecated)"
            about="Adds a runner to whatever the registration token belongs to. Where GitLab has this turned off, create the runner in this page first and register its machine with the token that it gets."
            action="Register"
            working="Registering…"
            is_busy=attempt.is_busy()
            refusal=attempt.refusal()
            done=attempt.done()
            on_submit=submit
        >
            <TokenField
                label="Registration token"
                typed=token
                help="Of the instance, a group or a project. Not the token of a runner."
            />
            <MoreSettings settings />
        </TokenForm>
    }
}

fn registered(answer: RegistrationDetails) -> Outcome {
    let RegistrationDetails { id, token, token_expires_at: expires_at } = answer;
    let note = "Whoever has it can register a machine as this runner. Keep it like a password.";
    Outcome {
        done: Done { text: "Registered as ".to_owned(), lead: Some(runner_link(id)), rest: ".".to_owned() },
        token: Some(NewToken {
            title: format!("Copy the token of runner #{id}"),
            kind: "authentication token",
            token,
            expires_at,
            note: note.to_owned(),
        }),
    }
}

/// What is set from the beginning, and what is wrong with it.
#[derive(Clone, Copy)]
struct Settings {
    form: RwSignal<RunnerForm>,
    /// Whether somebody tried to send it: only then is it said what is wrong.
    tried: RwSignal<bool>,
    /// What GitLab refused, until it is changed.
    refused: RwSignal<Vec<Problem>>,
}

impl Settings {
    fn new() -> Self {
        Self {
            form: RwSignal::new(RunnerForm::unset()),
            tried: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
        }
    }

    fn change(self, form: RunnerForm) {
        self.refused.update(|refused| {
            let before = self.form.read_untracked();
            refused.retain(|problem| before.shown(problem.field) == form.shown(problem.field));
        });
        self.form.set(form);
    }

    /// What to send, unless something is wrong with it.
    fn read(self) -> Option<RunnerChanges> {
        self.tried.set(true);
        self.refused.set(Vec::new());
        self.form.read_untracked().registration().ok()
    }

    /// What is wrong, for the fields at which to say it; tracked.
    fn problems(self) -> Vec<Problem> {
        let mut problems = self.refused.get();
        if self.tried.get() {
            let found = self.form.read().registration().err().unwrap_or_default();
            problems.retain(|refused| found.iter().all(|problem| problem.field != refused.field));
            problems.extend(found);
        }
        problems
    }

    /// Says at its fields what GitLab does not take.
    fn refuse(self, error: &Error) {
        if let Error::Invalid { fields, .. } = error {
            self.refused.try_set(Problem::from_gitlab(fields).0);
        }
    }

    fn forget(self) {
        self.tried.try_set(false);
        self.form.try_set(RunnerForm::unset());
    }
}

/// What few need, folded away until something is wrong with it.
#[component]
fn MoreSettings(settings: Settings) -> impl IntoView {
    let element = NodeRef::<html::Details>::new();
    let problems = derive(move || settings.problems());
    effect(move || {
        if let (Some(element), false) = (element.get(), problems.read().is_empty()) {
            element.set_open(true);
        }
    });
    view! {
        <details class="more-settings" node_ref=element>
            <summary>
                <Icon name="chevron-right" />
                <strong>"More settings"</strong>
                <span>"Description, tags, timeout"</span>
            </summary>
            <div class="form">
                <RunnerFields
                    form=settings.form.into()
                    on_change=move |form| settings.change(form)
                    problems
                    changed=Signal::stored(Vec::new())
                    refusal=Signal::stored(None::<String>)
                    kind=RunnerType::Project
                />
            </div>
        </details>
    }
}
