//! The runners of the search in the address: loading them, their details as they come on screen, and changing them.

use std::collections::{HashMap, HashSet};

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

mod changing;
mod details;
mod loading;
mod removing;
mod token;

use crate::fleet::Fleet;
use crate::gitlab::endpoint::ListRunners;
use crate::gitlab::error::Error;

use super::session::SessionState;

/// Where the loading of a list stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing was asked for.
    Idle,
    /// Pages are coming.
    Loading,
    /// Somebody stopped it.
    Stopped,
    /// Everything is here.
    Done,
    /// It broke off; what came before is kept.
    Failed(Error),
}

/// The loaded runners, for the whole page.
#[derive(Clone, Copy)]
pub struct FleetState {
    session: SessionState,
    fleet: RwSignal<Fleet>,
    phase: RwSignal<Phase>,
    /// How many GitLab has for what it was asked, if it says so.
    total: RwSignal<Option<usize>>,
    /// What the loaded rows answer.
    asked: StoredValue<Option<ListRunners>>,
    /// The list that is under way.
    list_task: StoredValue<Option<AbortHandle>>,
    /// Details that are under way, by runner.
    detail_tasks: StoredValue<HashMap<u64, AbortHandle>>,
    /// The runners whose details were last wanted: those on screen.
    wanted: StoredValue<Vec<u64>>,
    /// Runners that are being changed.
    busy: RwSignal<HashSet<u64>>,
}

impl FleetState {
    /// Nothing is loaded yet.
    pub fn new(session: SessionState) -> Self {
        Self {
            session,
            fleet: RwSignal::new(Fleet::default()),
            phase: RwSignal::new(Phase::Idle),
            total: RwSignal::new(None),
            asked: StoredValue::new(None),
            list_task: StoredValue::new(None),
            detail_tasks: StoredValue::new(HashMap::new()),
            wanted: StoredValue::new(Vec::new()),
            busy: RwSignal::new(HashSet::new()),
        }
    }

    /// Looks at the loaded runners, tracked.
    pub fn with<T>(&self, look: impl FnOnce(&Fleet) -> T) -> T {
        self.fleet.with(look)
    }

    /// Looks at the loaded runners, for an action that happens now.
    pub fn with_untracked<T>(&self, look: impl FnOnce(&Fleet) -> T) -> T {
        self.fleet.with_untracked(look)
    }

    /// Where the loading stands, tracked.
    pub fn phase(&self) -> Phase {
        self.phase.get()
    }

    /// How many GitLab has for what it was asked, if it says so; tracked.
    pub fn total(&self) -> Option<usize> {
        self.total.get()
    }

    /// Whether a runner is being changed, tracked.
    pub fn is_busy(&self, id: u64) -> bool {
        self.busy.with(|busy| busy.contains(&id))
    }

    /// Forgets everything and gives up what is under way: nobody is connected any more, or somebody else is.
    pub fn reset(&self) {
        self.stop_list();
        self.detail_tasks.update_value(|tasks| tasks.drain().for_each(|(_, task)| task.abort()));
        self.asked.set_value(None);
        self.fleet.set(Fleet::default());
        self.total.set(None);
        self.phase.set(Phase::Idle);
    }

    /// Gives up the list that is under way. Details go on: they are true whatever is searched for.
    fn stop_list(&self) {
        self.list_task.update_value(|task| {
            if let Some(task) = task.take() {
                task.abort();
            }
        });
    }
}

/// Runs a task that can be given up; giving it up aborts its requests.
pub(super) fn spawn(task: impl Future<Output = ()> + 'static) -> AbortHandle {
    let (task, handle) = abortable(task);
    spawn_local(async move {
        // An aborted task has nothing left to say.
        let _ = task.await;
    });
    handle
}
