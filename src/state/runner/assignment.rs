//! The projects one runner is assigned to: assigning it to several at once and taking it from one.

use leptos::prelude::*;

use super::RunnerState;
use crate::gitlab::endpoint::{AssignRunner, UnassignRunner};
use crate::gitlab::error::Error;
use crate::gitlab::project::Project;
use crate::state::session::SessionState;

/// A project to which GitLab did not assign the runner.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The project.
    pub project: Project,
    /// Why.
    pub error: Error,
}

/// Changes of a runner's projects, for as long as they are on screen. One that is under way outlives it.
#[derive(Clone, Copy)]
pub struct AssignmentState {
    id: u64,
    session: SessionState,
    runner: RunnerState,
    /// Chosen, to be assigned to.
    chosen: RwSignal<Vec<Project>>,
    /// The project that it is being assigned to.
    under_way: RwSignal<Option<Project>>,
    refused: RwSignal<Vec<Refused>>,
    /// The project that GitLab called the owner of the runner.
    owner: RwSignal<Option<u64>>,
}

impl AssignmentState {
    /// Nothing is chosen.
    pub fn new(id: u64, session: SessionState, runner: RunnerState) -> Self {
        let (chosen, under_way, refused) = (RwSignal::new(Vec::new()), RwSignal::new(None), RwSignal::new(Vec::new()));
        Self { id, session, runner, chosen, under_way, refused, owner: RwSignal::new(None) }
    }

    /// What is chosen, to be assigned to.
    pub fn chosen(&self) -> Signal<Vec<Project>> {
        self.chosen.into()
    }

    /// The project that it is being assigned to, tracked.
    pub fn under_way(&self) -> Option<Project> {
        self.under_way.get()
    }

    /// Those to which GitLab did not assign it the last time, tracked.
    pub fn refused(&self) -> Vec<Refused> {
        self.refused.get()
    }

    /// The project that GitLab called the owner of the runner when it was to be unassigned, tracked.
    pub fn told_owner(&self) -> Option<u64> {
        self.owner.get()
    }

    /// Whether it has left the screen.
    pub fn is_gone(&self) -> bool {
        self.refused.is_disposed()
    }

    /// Chooses one more.
    pub fn choose(&self, project: Project) {
        if self.chosen.with_untracked(|chosen| chosen.iter().all(|other| other.id != project.id)) {
            self.chosen.update(|chosen| chosen.push(project));
        }
    }

    /// Chooses one less.
    pub fn give_up(&self, id: u64) {
        self.chosen.update(|chosen| chosen.retain(|project| project.id != id));
        self.refused.update(|refused| refused.retain(|refused| refused.project.id != id));
    }

    /// Assigns the runner to all that are chosen, one after the other, whatever becomes of each. Gives those that came about and
    /// those that did not; the latter stay chosen.
    pub async fn assign(self) -> (Vec<Project>, Vec<Refused>) {
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        if self.under_way.get_untracked().is_some() {
            return (done, refused);
        }
        let Some(session) = self.session.open_untracked() else { return (done, refused) };
        self.refused.set(Vec::new());
        for project in self.chosen.get_untracked() {
            self.under_way.try_set(Some(project.clone()));
            let answer = session.client.send(&AssignRunner { project: project.id, runner: self.id }).await;
            // The others are those of a GitLab that was left.
            if !self.session.is_still(&session) {
                return (Vec::new(), Vec::new());
            }
            match answer {
                Ok(_) => {
                    let id = project.id;
                    self.chosen.try_update(|chosen| chosen.retain(|project| project.id != id));
                    done.push(project);
                }
                Err(error) => refused.push(Refused { project, error }),
            }
        }
        self.refused.try_set(refused.clone());
        if !(done.is_empty() && refused.is_empty()) {
            self.runner.read_assignment().await;
        }
        self.under_way.try_set(None);
        (done, refused)
    }

    /// Takes the runner from a project. Where GitLab does not have it there any more, that is what was wanted.
    ///
    /// # Errors
    /// Every other [`Error`].
    pub async fn unassign(self, project: &Project) -> Result<(), Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        match session.client.send(&UnassignRunner { project: project.id, runner: self.id }).await {
            Ok(()) => {}
            Err(Error::NotFound { message: Some(words) }) if words.contains("Runner") => {}
            Err(error) => {
                if names_owner(&error) {
                    self.owner.try_set(Some(project.id));
                }
                return Err(error);
            }
        }
        self.runner.read_assignment().await;
        Ok(())
    }
}

/// Whether GitLab refused because the project owns the runner (`app/services/ci/runners/unassign_runner_service.rb`; in the words
/// of 17 and newer, and of 16 and older).
fn names_owner(error: &Error) -> bool {
    let (Error::Forbidden { message, .. } | Error::Invalid { message, .. }) = error else { return false };
    ["owner project", "Only one project associated"].iter().any(|words| message.contains(words))
}
