//! Reset a registration token: of the instance, a group or a project. Deprecated.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attempt::{Attempt, Outcome};
use super::issued::NewToken;
use super::place::{PlaceField, resolve};
use super::refusal::Act;
use super::typed::Typed;
use crate::can;
use crate::components::token_form::{Done, TokenForm};
use crate::gitlab::endpoint::ResetRegistrationToken;
use crate::gitlab::error::Error;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::new_runner::RunnerOwner;
use crate::gitlab::term::RunnerType;
use crate::reactive::{callback, derive};
use crate::state::session::SessionState;
use crate::ui::field::{Select, SelectOption};
use crate::ui::{Confirm, Show};

const OF: [SelectOption; 3] = [
    SelectOption { value: "instance", label: "Instance" },
    SelectOption { value: "group", label: "Group" },
    SelectOption { value: "project", label: "Project" },
];

/// The region.
#[component]
pub fn ResetRegistration() -> impl IntoView {
    let state = State::new();
    let attempt = state.attempt;
    let place = move || match state.of.get().as_str() {
        "group" => Some(view! { <PlaceField label="Group" typed=state.group is_group=true /> }),
        "project" => Some(view! { <PlaceField label="Project" typed=state.project is_group=false /> }),
        _ => None,
    };
    view! {
        <TokenForm
            title="Reset a registration token (deprecated)"
            about="Gives the instance, a group or a project a new registration token. This one is done with your own access token."
            action="Reset registration token"
            working="Resetting…"
            is_busy=derive(move || attempt.is_busy().get() || state.looking.get())
            disabled_reason=derive(move || state.reason())
            refusal=attempt.refusal()
            done=attempt.done()
            on_submit=callback(move |()| state.ask())
        >
            <Select label="Of" options=OF.to_vec() value=state.of on_change=move |of| state.of.set(of) />
            {place}
        </TokenForm>
        <Show when=attempt.is_asking()>
            <Confirm
                title=derive(move || format!("Reset the registration token of {}?", state.name.get()))
                action="Reset registration token"
                busy=attempt.busy_words("Resetting…")
                on_confirm=callback(move |()| state.reset())
                on_cancel=callback(move |()| attempt.give_up())
            >
                <p>
                    "The registration token of "<strong>{state.name}</strong>
                    " stops working at once. Scripts, images and machines that register runners with it fail until they have the new one."
                </p>
                <p>"Runners that are registered already have tokens of their own and keep working."</p>
            </Confirm>
        </Show>
    }
}

/// What is chosen, and what it turned out to be.
#[derive(Clone, Copy)]
struct State {
    session: SessionState,
    attempt: Attempt,
    of: RwSignal<String>,
    group: Typed,
    project: Typed,
    /// Whether GitLab is asked what was typed.
    looking: RwSignal<bool>,
    owner: StoredValue<RunnerOwner>,
    /// What the owner is called.
    name: RwSignal<String>,
}

impl State {
    /// Those who may not reset the instance's begin with a group's.
    fn new() -> Self {
        let session = expect_context::<SessionState>();
        let admin = session.open_untracked().is_some_and(|open| open.who.admin);
        Self {
            session,
            attempt: Attempt::new(Act::ResetRegistration),
            of: RwSignal::new(if admin { "instance" } else { "group" }.to_owned()),
            group: Typed::new(),
            project: Typed::new(),
            looking: RwSignal::new(false),
            owner: StoredValue::new(RunnerOwner::Instance),
            name: RwSignal::new(String::new()),
        }
    }

    /// Why GitLab is sure to refuse, tracked.
    fn reason(self) -> Option<String> {
        let of = match self.of.read().as_str() {
            "group" => RunnerType::Group,
            "project" => RunnerType::Project,
            _ => RunnerType::Instance,
        };
        let who = &self.session.open_untracked()?.who;
        can::reset_registration_token(who, &of).err().map(|reason| reason.to_string())
    }

    /// Finds out what is meant, then asks.
    fn ask(self) {
        self.attempt.clear();
        let (typed, is_group) = match self.of.get_untracked().as_str() {
            "group" => (self.group, true),
            "project" => (self.project, false),
            _ => return self.ask_about(RunnerOwner::Instance, "this instance".to_owned()),
        };
        let kind = if is_group { "group" } else { "project" };
        let Some(place) = IdOrPath::parse(&typed.text.read_untracked()) else {
            typed.error.set(Some(format!("Choose a {kind}. An id or a full path works too.")));
            return;
        };
        if self.looking.get_untracked() {
            return;
        }
        self.looking.set(true);
        spawn_local(async move {
            let outcome = resolve(self.session, is_group, place.clone()).await;
            match outcome {
                Ok((owner, path)) if self.looking.try_get_untracked().is_some() => {
                    self.ask_about(owner, format!("the {kind} {path}"));
                }
                Ok(_) => {}
                Err(error) => {
                    typed.error.try_set(Some(match error {
                        Error::NotFound { .. } => format!("There is no {kind} {place}, or you may not see it."),
                        error => error.sentence(),
                    }));
                }
            }
            self.looking.try_set(false);
        });
    }

    fn ask_about(self, owner: RunnerOwner, name: String) {
        self.owner.set_value(owner);
        self.name.set(name);
        self.attempt.ask();
    }

    fn reset(self) {
        let (owner, name) = (self.owner.get_value(), self.name.get_untracked());
        let attempt = self.attempt;
        attempt.run(async move {
            let answer = attempt.send(&ResetRegistrationToken(owner)).await?;
            Ok(Outcome {
                done: Done::of(&format!(
                    "The registration token of {name} was reset. The old one does not work any more."
                )),
                token: Some(NewToken {
                    title: "Copy the new registration token".to_owned(),
                    kind: "registration token",
                    token: answer.token,
                    expires_at: answer.token_expires_at,
                    note: format!(
                        "With it anyone can register runners for {name}. The old one does not work any more."
                    ),
                }),
            })
        });
    }
}
