//! From step to step, and creating the runner: once, because GitLab would create a second one.

use leptos::prelude::*;

use super::{NewRunnerState, Step};
use crate::form::new_runner::explain;
use crate::gitlab::endpoint::CreateRunner;
use crate::gitlab::error::Error;
use crate::gitlab::new_runner::NewRunner;

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// Something is to be put right, or it failed; the form says so.
    Refused,
    /// It was under way already.
    Busy,
    /// The runner with this id was created when its screen had been left: nobody has seen its token.
    Unseen(u64),
}

impl NewRunnerState {
    /// On to the second step.
    pub async fn next(self) -> Outcome {
        if self.is_busy() {
            return Outcome::Busy;
        }
        self.try_step(Step::Settings);
        let owner = self.owner().await;
        if self.is_gone() || owner.is_none() || self.is_wrong(Step::Settings) {
            return Outcome::Refused;
        }
        self.step.try_set(Step::Optional);
        Outcome::Done
    }

    /// Creates the runner.
    pub async fn create(self) -> Outcome {
        if self.is_busy() {
            return Outcome::Busy;
        }
        self.try_step(Step::Optional);
        let owner = self.owner().await;
        if self.is_gone() {
            return Outcome::Refused;
        }
        let kind = self.kind.get_untracked();
        let settings = self.form.read_untracked().settings(&kind);
        let (Some(owner), Ok(settings)) = (owner, settings) else {
            if !self.is_wrong(Step::Optional) {
                self.step.set(Step::Settings);
            }
            return Outcome::Refused;
        };
        let Some(session) = self.session.open_untracked() else { return Outcome::Refused };
        self.busy.set(Some("Creating…"));
        let answer = session.client.send(&CreateRunner(NewRunner::new(owner, settings))).await;
        self.busy.try_set(None);
        match answer {
            Ok(created) => {
                let id = created.id;
                self.fleet.reload();
                if self.created.try_set(Some(created)).is_some() {
                    return Outcome::Unseen(id);
                }
                self.id.set(Some(id));
                self.step.set(Step::Register);
                self.wait_for_contact(id);
                Outcome::Done
            }
            Err(error) => {
                // It may have been created all the same.
                if matches!(error, Error::Unexpected { .. } | Error::Unreachable | Error::Server { .. }) {
                    self.fleet.reload();
                }
                self.failure.try_set(Some(explain(&error, &kind)));
                Outcome::Refused
            }
        }
    }

    fn is_busy(self) -> bool {
        self.busy.get_untracked().is_some()
    }

    /// Whether the screen was left meanwhile.
    fn is_gone(self) -> bool {
        self.step.try_get_untracked().is_none()
    }

    /// From now on it is said what is wrong in this step.
    fn try_step(self, step: Step) {
        self.failure.set(None);
        self.place_problem.set(None);
        if !self.tried.read_untracked().contains(&step) {
            self.tried.update(|tried| tried.push(step));
        }
    }

    fn is_wrong(self, step: Step) -> bool {
        untrack(|| self.found()).iter().any(|problem| step.fields().contains(&problem.field))
    }
}
