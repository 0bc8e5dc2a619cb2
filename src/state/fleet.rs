//! The loaded runners of the page: what is read, what is known, what is being changed. No markup.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

mod all_details;
mod changing;
mod details;
mod everything;
mod lists_read;
mod loading;
mod query;
mod reading;
mod removing;
mod telling;
mod token;
mod wanted;

use crate::browser::timers::Timer;
use crate::fleet::{Fleet, Orders, Undecided};
use crate::gitlab::error::Error;
use crate::gitlab::graphql::Pack;
use crate::search::{Reading, RunnerSearch};
use crate::sweep::Sweep;

use super::session::SessionState;
pub use everything::SweepReport;
use wanted::Wanted;

/// Where the reading of a list stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing was asked for.
    Idle,
    /// Pages are coming.
    Loading,
    /// What is shown was known; it is being read again.
    Refreshing,
    /// Somebody stopped it, or nobody looks any more.
    Stopped,
    /// Everything is here.
    Done,
    /// It broke off; what came before is kept.
    Failed(Error),
}

impl Phase {
    /// Whether runners are on their way.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Loading | Self::Refreshing)
    }
}

/// A list that was read to its end in this tab.
#[derive(Clone, Debug)]
struct Kept {
    places: Vec<u32>,
    /// In epoch milliseconds.
    read_at: i64,
}

/// A sweep that is not done.
#[derive(Clone, Debug)]
struct Aside {
    reading: Reading,
    /// The places of what came.
    places: Vec<u32>,
    /// Whether somebody stopped it.
    is_stopped: bool,
}

/// What is to be read when somebody looks at the list again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owed {
    /// What was under way when nobody looked any more.
    Rest,
    /// All of it anew: something was changed.
    All,
}

/// Details that are under way.
#[derive(Clone, Debug)]
struct Coming {
    task: AbortHandle,
    /// When they were asked for: a later task may have taken the place of an earlier one.
    asked_at: u32,
    /// Whether the task is about this one only, so that it can be given up.
    is_alone: bool,
}

/// The loaded runners, for the whole page.
#[derive(Clone, Copy)]
pub struct FleetState {
    session: SessionState,
    fleet: RwSignal<Fleet>,
    orders: StoredValue<Orders>,
    phase: RwSignal<Phase>,
    /// How many GitLab has for what it was asked, if it says so.
    total: RwSignal<Option<usize>>,
    /// What the listed rows answer.
    asked: RwSignal<Option<Reading>>,
    /// What was read to its end.
    kept: StoredValue<HashMap<Reading, Kept>>,
    /// When something was last read because it may be new, in epoch milliseconds.
    renewed_at: StoredValue<i64>,
    /// When the listed rows were last read to their end, in epoch milliseconds.
    read_at: RwSignal<Option<i64>>,
    /// Whether somebody looks at the list.
    is_seen: StoredValue<bool>,
    /// What is to be read when somebody looks again.
    owed: StoredValue<Option<Owed>>,
    /// Whether the sweep is to be followed by another one.
    again: StoredValue<bool>,
    /// A sweep that is not done, while another list is looked at.
    aside: StoredValue<Option<Aside>>,
    /// What is done and to do of everything, if that was asked for.
    sweep: StoredValue<Option<Sweep>>,
    sweep_report: RwSignal<Option<SweepReport>>,
    /// The last sweep without a filter that was read to its end, while another one has taken its place.
    swept: StoredValue<Option<Sweep>>,
    /// Takes the marks of news away.
    news: StoredValue<Option<Timer>, LocalStorage>,
    /// The reading that is under way.
    list_task: StoredValue<Option<AbortHandle>>,
    /// Whether those who watch are about to hear of what arrived.
    telling: StoredValue<bool>,
    /// Details that are under way, by runner.
    coming: StoredValue<HashMap<u64, Coming>>,
    /// What was learned about this GitLab's GraphQL.
    pack: StoredValue<Pack>,
    /// The loading of all details.
    all_task: StoredValue<Option<AbortHandle>>,
    all_progress: RwSignal<Option<(usize, usize)>>,
    wanted: StoredValue<Wanted>,
    /// Runners that are being changed.
    busy: RwSignal<HashSet<u64>>,
    /// The runner that was last found to be gone.
    gone: RwSignal<Option<u64>>,
}

impl FleetState {
    /// Nothing is loaded yet.
    pub fn new(session: SessionState) -> Self {
        Self {
            session,
            fleet: RwSignal::new(Fleet::default()),
            orders: StoredValue::new(Orders::default()),
            phase: RwSignal::new(Phase::Idle),
            total: RwSignal::new(None),
            asked: RwSignal::new(None),
            kept: StoredValue::new(HashMap::new()),
            renewed_at: StoredValue::new(0),
            read_at: RwSignal::new(None),
            is_seen: StoredValue::new(false),
            owed: StoredValue::new(None),
            again: StoredValue::new(false),
            aside: StoredValue::new(None),
            sweep: StoredValue::new(None),
            sweep_report: RwSignal::new(None),
            swept: StoredValue::new(None),
            news: StoredValue::new_local(None),
            list_task: StoredValue::new(None),
            telling: StoredValue::new(false),
            coming: StoredValue::new(HashMap::new()),
            pack: StoredValue::new(Pack::default()),
            all_task: StoredValue::new(None),
            all_progress: RwSignal::new(None),
            wanted: StoredValue::new(Wanted::default()),
            busy: RwSignal::new(HashSet::new()),
            gone: RwSignal::new(None),
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

    /// The places of the runners a search shows, in its order, and how many are left out only because it is not known
    /// whether they are to be shown; tracked. `now` is in epoch milliseconds.
    pub fn order(&self, search: &RunnerSearch, now: i64) -> (Arc<Vec<u32>>, Undecided) {
        self.fleet.with(|fleet| {
            let order = self.orders.try_update_value(|orders| orders.order(fleet, search, fleet.answered(), now));
            order.unwrap_or_default()
        })
    }

    /// The runners that are left out until details tell whether a search shows them. `now` is in epoch milliseconds.
    pub fn undecided(&self, search: &RunnerSearch, now: i64) -> Vec<u64> {
        self.fleet.with_untracked(|fleet| {
            let undecided =
                self.orders.try_update_value(|orders| orders.undecided(fleet, search, fleet.answered(), now));
            undecided.unwrap_or_default()
        })
    }

    /// Works for a slice on the orders that will be wanted, while nothing else is to be done. Whether there is more.
    pub fn prepare(&self) -> bool {
        self.fleet.with_untracked(|fleet| self.orders.try_update_value(|orders| orders.prepare(fleet)).unwrap_or(false))
    }

    /// What the listed rows answer, tracked.
    pub fn asked(&self) -> Option<Reading> {
        self.asked.get()
    }

    /// Where the reading stands, tracked.
    pub fn phase(&self) -> Phase {
        self.phase.get()
    }

    /// How many GitLab has for what it was asked, if it says so; tracked.
    pub fn total(&self) -> Option<usize> {
        self.total.get()
    }

    /// When the listed rows were last read to their end, in epoch milliseconds; tracked.
    pub fn read_at(&self) -> Option<i64> {
        self.read_at.get()
    }

    /// Whether runners are on their way, for an action that happens now.
    pub fn is_loading_untracked(&self) -> bool {
        self.phase.try_with_untracked(Phase::is_busy).unwrap_or(false)
    }

    /// Whether a runner is being changed, tracked.
    pub fn is_busy(&self, id: u64) -> bool {
        self.with_busy(|busy| busy.contains(&id))
    }

    /// Looks at the runners that are being changed, tracked.
    pub fn with_busy<T>(&self, look: impl FnOnce(&HashSet<u64>) -> T) -> T {
        self.busy.with(look)
    }

    /// The runner that was last found to be gone while details were asked for; tracked.
    pub fn gone(&self) -> Option<u64> {
        self.gone.get()
    }

    /// Forgets everything and gives up what is under way: nobody is connected any more, or somebody else is.
    pub fn reset(&self) {
        self.stop_list();
        self.stop_all_details();
        self.coming.update_value(|coming| coming.drain().for_each(|(_, coming)| coming.task.abort()));
        self.pack.set_value(Pack::default());
        self.kept.update_value(HashMap::clear);
        self.set_wanted(&[]);
        self.busy.update(HashSet::clear);
        self.gone.set(None);
        self.orders.set_value(Orders::default());
        self.owed.set_value(None);
        self.again.set_value(false);
        self.aside.set_value(None);
        self.sweep.set_value(None);
        self.sweep_report.set(None);
        self.swept.set_value(None);
        self.asked.set(None);
        let session = self.session.open_untracked();
        let mut fleet = Fleet::default();
        fleet.ask_more(session.is_some_and(|session| session.version.leaves_activity_to_graphql()));
        self.fleet.set(fleet);
        self.total.set(None);
        self.read_at.set(None);
        self.phase.set(Phase::Idle);
    }

    /// Gives up the reading that is under way. Details go on: they are true whatever is searched for.
    fn stop_list(&self) {
        self.list_task.update_value(|task| {
            if let Some(task) = task.take() {
                task.abort();
            }
        });
        // What was under way of a sweep is to be done again when it goes on.
        if self.with_sweep(Sweep::give_back_all).is_some() {
            self.report();
        }
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
