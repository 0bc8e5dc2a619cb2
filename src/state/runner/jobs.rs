//! The jobs of one runner: a page at a time, of one status, of one manager or of all, and read again while one of them runs.

use futures::future::AbortHandle;
use leptos::prelude::*;

use crate::browser::{clock, sight};
use crate::gitlab::client::Client;
use crate::gitlab::endpoint::{Endpoint, ListJobs};
use crate::gitlab::error::Error;
use crate::gitlab::job::Job;
use crate::gitlab::page::{Page, PageToken};
use crate::gitlab::term::JobStatus;
use crate::jobs::Jobs;
use crate::reactive::derive;
use crate::state::fleet::spawn;
use crate::state::session::SessionState;

/// How often jobs are read again while one of them runs.
const AGAIN_MS: u32 = 15_000;

/// Pages that are read again at once, at most. Jobs that run are among the newest.
const AGAIN_PAGES: usize = 5;

/// The jobs that are loaded, for as long as they are on screen.
#[derive(Clone, Copy)]
pub struct JobsState {
    session: SessionState,
    /// What is asked for.
    call: RwSignal<ListJobs>,
    jobs: RwSignal<Jobs>,
    loading: RwSignal<bool>,
    failure: RwSignal<Option<Error>>,
    /// The page that is under way.
    task: StoredValue<Option<AbortHandle>>,
    /// Jobs that are being read again.
    again: StoredValue<Option<AbortHandle>>,
}

impl JobsState {
    /// Asks for the newest jobs of a runner, or of one of its managers.
    pub fn new(id: u64, session: SessionState, system_id: Option<String>) -> Self {
        let state = Self {
            session,
            call: RwSignal::new(ListJobs { id, system_id, ..ListJobs::default() }),
            jobs: RwSignal::new(Jobs::default()),
            loading: RwSignal::new(false),
            failure: RwSignal::new(None),
            task: StoredValue::new(None),
            again: StoredValue::new(None),
        };
        state.start();
        StoredValue::new_local(clock::every(AGAIN_MS, move || state.read_again()));
        on_cleanup(move || state.stop());
        state
    }

    /// Only jobs that stand so are shown; tracked.
    pub fn status(&self) -> Option<JobStatus> {
        self.call.with(|call| call.status.clone())
    }

    /// Only jobs of the manager with this system ID are shown; tracked.
    pub fn system_id(&self) -> Option<String> {
        self.call.with(|call| call.system_id.clone())
    }

    /// Whether the oldest come first, tracked.
    pub fn is_ascending(&self) -> bool {
        self.call.with(|call| call.ascending)
    }

    /// The jobs that are here.
    pub fn jobs(&self) -> Signal<Vec<Job>> {
        let jobs = self.jobs;
        derive(move || jobs.with(|jobs| jobs.list.clone()))
    }

    /// How many are here, tracked.
    pub fn count(&self) -> usize {
        self.jobs.with(|jobs| jobs.list.len())
    }

    /// How many there are in all, if GitLab says so; tracked.
    pub fn total(&self) -> Option<usize> {
        self.jobs.with(|jobs| jobs.total)
    }

    /// Whether there are more than are here, tracked.
    pub fn has_more(&self) -> bool {
        self.jobs.with(|jobs| jobs.next.is_some())
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
    pub fn choose_status(self, status: Option<JobStatus>) {
        self.call.update(|call| call.status = status);
        self.start();
    }

    /// Shows jobs of another manager.
    pub fn choose_manager(self, system_id: Option<String>) {
        self.call.update(|call| call.system_id = system_id);
        self.start();
    }

    /// Shows them the other way round.
    pub fn choose_order(self, ascending: bool) {
        self.call.update(|call| call.ascending = ascending);
        self.start();
    }

    /// Asks again for what failed: the next page, or the first.
    pub fn retry(self) {
        match self.jobs.with_untracked(|jobs| jobs.next.clone()) {
            Some(next) => self.load(next),
            None => self.start(),
        }
    }

    /// Asks for the next page.
    pub fn more(self) {
        if let Some(next) = self.jobs.with_untracked(|jobs| jobs.next.clone()) {
            self.load(next);
        }
    }

    fn start(self) {
        self.jobs.set(Jobs::new(self.call.with_untracked(|call| call.ascending)));
        self.load(PageToken::First);
    }

    fn load(self, page: PageToken) {
        let Some(session) = self.session.open_untracked() else { return };
        self.stop();
        self.loading.set(true);
        self.failure.set(None);
        let task = spawn(async move {
            match self.page(&session.client, &page).await {
                Ok(page) => self.jobs.update(|jobs| jobs.append(page)),
                Err(error) => self.failure.set(Some(error)),
            }
            self.loading.set(false);
        });
        self.task.set_value(Some(task));
    }

    /// One page. A GitLab that knows no cursor here refuses one with 405; from then on pages are asked for by number.
    async fn page(self, client: &Client, page: &PageToken) -> Result<Page<Job>, Error> {
        let call = self.call.get_untracked();
        match client.page(&call, page).await {
            Err(Error::Invalid { status: 405, .. }) if !call.numbered && *page == PageToken::First => {
                let call = ListJobs { numbered: true, ..call };
                let answer = client.page(&call, page).await;
                self.call.update(|call| call.numbered = true);
                answer
            }
            answer => answer,
        }
    }

    /// Reads the shown jobs again, if one of them runs and somebody sees it. What fails is tried with the next round.
    fn read_again(self) {
        let is_busy = self.loading.get_untracked() || self.again.with_value(Option::is_some);
        if is_busy || !sight::is_visible() || !self.jobs.with_untracked(Jobs::is_live) {
            return;
        }
        let Some(session) = self.session.open_untracked() else { return };
        let task = spawn(async move {
            if let Ok(again) = self.first_pages(&session.client).await {
                let per_page = self.call.with_untracked(ListJobs::per_page);
                self.jobs.update(|jobs| jobs.renew(again, per_page));
            }
            self.again.set_value(None);
        });
        self.again.set_value(Some(task));
    }

    /// Pages from the first on, as far as jobs stand that may have changed.
    async fn first_pages(self, client: &Client) -> Result<Jobs, Error> {
        let mut again = Jobs::new(self.call.with_untracked(|call| call.ascending));
        let mut page = PageToken::First;
        for _ in 0..AGAIN_PAGES {
            again.append(self.page(client, &page).await?);
            match again.next.clone() {
                Some(next) if self.jobs.with_untracked(|jobs| jobs.is_live_after(&again)) => page = next,
                _ => break,
            }
        }
        Ok(again)
    }

    fn stop(&self) {
        for task in [self.task, self.again] {
            task.update_value(|task| {
                if let Some(task) = task.take() {
                    task.abort();
                }
            });
        }
    }
}
