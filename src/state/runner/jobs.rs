//! The jobs of one runner: newest first, a page at a time, of one status or of all.

use futures::future::AbortHandle;
use leptos::prelude::*;

use crate::gitlab::endpoint::ListJobs;
use crate::gitlab::error::Error;
use crate::gitlab::job::Job;
use crate::gitlab::page::{Page, PageToken};
use crate::gitlab::term::JobStatus;
use crate::state::fleet::spawn;
use crate::state::session::SessionState;

/// The jobs that are loaded, for as long as they are on screen.
#[derive(Clone, Copy)]
pub struct JobsState {
    id: u64,
    session: SessionState,
    status: RwSignal<Option<JobStatus>>,
    jobs: RwSignal<Vec<Job>>,
    /// Where the next page begins; `None` when all are here.
    next: RwSignal<Option<PageToken>>,
    total: RwSignal<Option<usize>>,
    loading: RwSignal<bool>,
    failure: RwSignal<Option<Error>>,
    task: StoredValue<Option<AbortHandle>>,
}

impl JobsState {
    /// Asks for the newest jobs.
    pub fn new(id: u64, session: SessionState) -> Self {
        let state = Self {
            id,
            session,
            status: RwSignal::new(None),
            jobs: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            total: RwSignal::new(None),
            loading: RwSignal::new(false),
            failure: RwSignal::new(None),
            task: StoredValue::new(None),
        };
        state.start();
        on_cleanup(move || state.stop());
        state
    }

    /// Only jobs that stand so are shown; tracked.
    pub fn status(&self) -> Option<JobStatus> {
        self.status.get()
    }

    /// The jobs that are here.
    pub fn jobs(&self) -> Signal<Vec<Job>> {
        self.jobs.into()
    }

    /// How many there are in all, if GitLab says so; tracked.
    pub fn total(&self) -> Option<usize> {
        self.total.get()
    }

    /// Whether there are more than are here, tracked.
    pub fn has_more(&self) -> bool {
        self.next.with(Option::is_some)
    }

    /// Whether a page is under way, tracked.
    pub fn is_loading(&self) -> bool {
        self.loading.get()
    }

    /// Why the last page could not be had, tracked.
    pub fn failure(&self) -> Option<Error> {
        self.failure.get()
    }

    /// Shows jobs of another status.
    pub fn choose(self, status: Option<JobStatus>) {
        self.status.set(status);
        self.start();
    }

    /// Asks again for what failed: the next page, or the first.
    pub fn retry(self) {
        match self.next.get_untracked() {
            Some(_) => self.more(),
            None => self.start(),
        }
    }

    /// Asks for the next page.
    pub fn more(self) {
        if let Some(next) = self.next.get_untracked() {
            self.load(next);
        }
    }

    fn start(self) {
        self.jobs.set(Vec::new());
        self.next.set(None);
        self.total.set(None);
        self.load(PageToken::First);
    }

    fn load(self, page: PageToken) {
        let Some(session) = self.session.open_untracked() else { return };
        self.stop();
        self.loading.set(true);
        self.failure.set(None);
        let call = ListJobs { id: self.id, status: self.status.get_untracked(), ..ListJobs::default() };
        let task = spawn(async move {
            match session.client.page(&call, &page).await {
                Ok(page) => self.take(page),
                Err(error) => self.failure.set(Some(error)),
            }
            self.loading.set(false);
        });
        self.task.set_value(Some(task));
    }

    /// New jobs push old ones to the next page, so that some come twice.
    fn take(self, page: Page<Job>) {
        self.next.set(page.next);
        self.total.set(page.total);
        self.jobs.update(|jobs| {
            for job in page.items {
                if !jobs.iter().any(|known| known.id == job.id) {
                    jobs.push(job);
                }
            }
        });
    }

    fn stop(&self) {
        self.task.update_value(|task| {
            if let Some(task) = task.take() {
                task.abort();
            }
        });
    }
}
