//! One runner as its drawer shows it: its details read anew, its managers, its projects, and how many jobs it runs.

use futures::future::AbortHandle;
use leptos::prelude::*;

mod assignment;
mod edit;
mod jobs;
mod projects;

pub use assignment::{AssignmentState, Refused};
pub use edit::{EditState, Saved};
pub use jobs::JobsState;

use super::fleet::{FleetState, spawn};
use super::session::SessionState;
use crate::gitlab::endpoint::{ListJobs, ListManagers};
use crate::gitlab::error::Error;
use crate::gitlab::page::PageToken;
use crate::gitlab::project::Project;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_manager::RunnerManager;
use crate::gitlab::term::JobExecutionStatus;
use crate::reactive::{effect, memo};

/// What came of asking GitLab; `None` while it is under way.
pub type Answer<T> = Option<Result<T, Error>>;

/// One runner, for as long as its drawer is open.
#[derive(Clone, Copy)]
pub struct RunnerState {
    id: u64,
    session: SessionState,
    fleet: FleetState,
    /// Why the details could not be read anew.
    failure: RwSignal<Option<Error>>,
    /// Whether it was found to be gone since.
    gone: Memo<bool>,
    managers: RwSignal<Answer<Vec<RunnerManager>>>,
    /// Its projects from their own list, once that was wanted.
    projects: RwSignal<Answer<Vec<Project>>>,
    /// How many jobs it runs now, if GitLab tells.
    running: RwSignal<Option<usize>>,
    task: StoredValue<Option<AbortHandle>>,
}

impl RunnerState {
    /// Reads everything about a runner; gives up when the drawer goes.
    pub fn new(id: u64, session: SessionState, fleet: FleetState) -> Self {
        let state = Self {
            id,
            session,
            fleet,
            failure: RwSignal::new(None),
            gone: memo(move || fleet.with(|fleet| fleet.is_gone(id))),
            managers: RwSignal::new(None),
            projects: RwSignal::new(None),
            running: RwSignal::new(None),
            task: StoredValue::new(None),
        };
        state.read();
        let is_listed = memo(move || fleet.with(|fleet| fleet.place(id).is_some()));
        effect(move || {
            if is_listed.get() {
                state.ask_for_row();
            }
        });
        on_cleanup(move || state.stop());
        state
    }

    /// Its details, as new as they are known; tracked.
    pub fn details(&self) -> Option<RunnerDetails> {
        self.fleet.with(|fleet| fleet.opened(self.id).cloned())
    }

    /// Why its details could not be read, tracked.
    pub fn failure(&self) -> Option<Error> {
        self.failure.get().or_else(|| self.gone.get().then_some(Error::NotFound { message: None }))
    }

    /// Its managers, tracked.
    pub fn managers(&self) -> Answer<Vec<RunnerManager>> {
        self.managers.get()
    }

    /// How many jobs it runs now, if GitLab tells; tracked.
    pub fn running(&self) -> Option<usize> {
        self.running.get()
    }

    /// Reads everything, again. What is known stays on screen meanwhile.
    pub fn read(self) {
        self.stop();
        self.failure.set(None);
        let task = spawn(async move {
            futures::join!(self.read_details(), self.read_managers(), self.read_known_projects());
        });
        self.task.set_value(Some(task));
    }

    async fn read_details(self) {
        let answer = self.fleet.fetch_details(self.id).await;
        self.ask_for_row();
        match answer {
            Ok(details) if details.runner.job_execution_status == Some(JobExecutionStatus::Active) => {
                self.count_running().await;
            }
            Ok(_) => self.running.set(Some(0)),
            Err(error) => self.failure.set(Some(error)),
        }
    }

    /// What a row shows and REST does not tell comes through GraphQL, also for a row that nobody has seen yet.
    fn ask_for_row(self) {
        let is_told = self.fleet.with_untracked(|fleet| fleet.is_by_rest() || fleet.place(self.id).is_none());
        if !is_told {
            self.fleet.ask_missing(&[self.id]);
        }
    }

    async fn read_managers(self) {
        let Some(session) = self.session.open_untracked() else { return };
        let answer = session.client.send(&ListManagers { id: self.id }).await;
        self.managers.set(Some(answer));
    }

    async fn count_running(self) {
        let Some(session) = self.session.open_untracked() else { return };
        let total =
            session.client.page(&ListJobs::running(self.id), &PageToken::First).await.ok().and_then(|page| page.total);
        self.running.set(total);
    }

    fn stop(&self) {
        self.task.update_value(|task| {
            if let Some(task) = task.take() {
                task.abort();
            }
        });
    }
}
