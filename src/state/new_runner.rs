//! A runner that is being created: whose it is to be, what is typed, its token while that is shown, and the wait until a
//! machine has used it.

use futures::future::AbortHandle;
use leptos::prelude::*;

mod contact;
mod creating;
mod place;
mod typed;

pub use creating::Outcome;
pub use place::Place;
pub use typed::Typed;

use super::fleet::FleetState;
use super::session::SessionState;
use crate::form::new_runner::{FIRST, OPTIONAL};
use crate::form::{Field, Problem, RunnerForm};
use crate::gitlab::registration::RegistrationDetails;
use crate::gitlab::term::RunnerType;
use crate::search::Source;

/// Where somebody is on the way to a new runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Whose it is and what it is found by.
    Settings,
    /// What can as well be left as it is.
    Optional,
    /// It is there; a machine has to be registered as it.
    Register,
}

impl Step {
    /// The fields that are asked in it.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Settings => FIRST,
            Self::Optional => OPTIONAL,
            Self::Register => &[],
        }
    }
}

/// A new runner, for as long as its screen is there.
#[derive(Clone, Copy)]
pub struct NewRunnerState {
    session: SessionState,
    fleet: FleetState,
    /// What type it is to be.
    pub kind: RwSignal<RunnerType>,
    /// The group, should it be a group runner.
    pub group: RwSignal<Place>,
    /// The project, should it be a project runner.
    pub project: RwSignal<Place>,
    form: RwSignal<RunnerForm>,
    step: RwSignal<Step>,
    /// The steps that somebody tried to end: only then is it said what is wrong in them.
    tried: RwSignal<Vec<Step>>,
    place_problem: RwSignal<Option<String>>,
    /// Why it was not created, if that is not about a field.
    failure: RwSignal<Option<String>>,
    /// What is under way, in a word.
    busy: RwSignal<Option<&'static str>>,
    /// The runner with its token, while that is shown.
    created: RwSignal<Option<RegistrationDetails>>,
    id: RwSignal<Option<u64>>,
    /// Whether the token was copied.
    pub copied: RwSignal<bool>,
    contacted: RwSignal<bool>,
    task: StoredValue<Option<AbortHandle>>,
}

impl NewRunnerState {
    /// Begins with the group or project that was looked at before, if there was one.
    pub fn new(session: SessionState, fleet: FleetState, source: Option<&Source>) -> Self {
        let is_admin = session.open_untracked().is_some_and(|open| open.who.admin);
        let kind = match source {
            Some(Source::Project(_)) => RunnerType::Project,
            Some(Source::Group(_)) => RunnerType::Group,
            _ if is_admin => RunnerType::Instance,
            _ => RunnerType::Group,
        };
        let place = |wanted| {
            let named = source.filter(|_| kind == wanted).and_then(Source::chosen).map(ToString::to_string);
            RwSignal::new(Place::named(named.unwrap_or_default()))
        };
        let state = Self {
            session,
            fleet,
            group: place(RunnerType::Group),
            project: place(RunnerType::Project),
            kind: RwSignal::new(kind.clone()),
            form: RwSignal::new(RunnerForm::fresh()),
            step: RwSignal::new(Step::Settings),
            tried: RwSignal::new(Vec::new()),
            place_problem: RwSignal::new(None),
            failure: RwSignal::new(None),
            busy: RwSignal::new(None),
            created: RwSignal::new(None),
            id: RwSignal::new(None),
            copied: RwSignal::new(false),
            contacted: RwSignal::new(false),
            task: StoredValue::new(None),
        };
        on_cleanup(move || state.stop_waiting());
        state
    }

    /// What is typed.
    pub fn form(&self) -> Signal<RunnerForm> {
        self.form.into()
    }

    /// Where somebody is, tracked.
    pub fn step(&self) -> Step {
        self.step.get()
    }

    /// What is wrong in the steps that somebody tried to end, tracked.
    pub fn problems(&self) -> Vec<Problem> {
        let tried = self.tried.read();
        let mut problems = self.found();
        problems.retain(|problem| tried.iter().any(|step| step.fields().contains(&problem.field)));
        problems
    }

    /// What is wrong with the group or project, tracked.
    pub fn place_problem(&self) -> Option<String> {
        self.place_problem.get()
    }

    /// Why it was not created, tracked.
    pub fn failure(&self) -> Option<String> {
        self.failure.get()
    }

    /// What is under way, tracked.
    pub fn busy(&self) -> Option<String> {
        self.busy.get().map(str::to_owned)
    }

    /// The runner with its token, while that is shown; tracked.
    pub fn created(&self) -> Option<RegistrationDetails> {
        self.created.get()
    }

    /// The runner's id once it is there, tracked.
    pub fn id(&self) -> Option<u64> {
        self.id.get()
    }

    /// Whether a machine has contacted GitLab as this runner, tracked.
    pub fn is_contacted(&self) -> bool {
        self.contacted.get()
    }

    /// Whether leaving would lose something, tracked: what is typed, an answer that is under way, a token not yet copied.
    pub fn would_lose(&self) -> bool {
        if self.step.get() == Step::Register {
            return self.created.read().is_some() && !self.copied.get();
        }
        let is_typed = *self.form.read() != RunnerForm::fresh();
        is_typed || self.group.read().is_chosen() || self.project.read().is_chosen() || self.busy.get().is_some()
    }

    /// Takes what was typed.
    pub fn change(&self, form: RunnerForm) {
        self.form.set(form);
    }

    /// Takes another type.
    pub fn choose_kind(&self, kind: RunnerType) {
        self.place_problem.set(None);
        self.kind.set(kind);
    }

    /// Takes another group or project.
    pub fn choose_place(&self, of: RwSignal<Place>, place: Place) {
        self.place_problem.set(None);
        of.set(place);
    }

    /// Back to the first step; nothing typed is lost.
    pub fn back(&self) {
        self.step.set(Step::Settings);
    }

    /// The dialog of the token is closed: the token leaves the page's memory.
    pub fn forget_token(&self) {
        self.created.set(None);
    }

    /// Another one of the same type, for the same group or project.
    pub fn again(&self) {
        self.stop_waiting();
        self.form.set(RunnerForm::fresh());
        self.tried.set(Vec::new());
        self.id.set(None);
        self.copied.set(false);
        self.contacted.set(false);
        self.step.set(Step::Settings);
    }

    fn found(&self) -> Vec<Problem> {
        self.form.read().settings(&self.kind.read()).err().unwrap_or_default()
    }

    /// The group or project that the type wants.
    fn place(&self) -> Option<RwSignal<Place>> {
        match self.kind.get_untracked() {
            RunnerType::Group => Some(self.group),
            RunnerType::Project => Some(self.project),
            _ => None,
        }
    }
}
