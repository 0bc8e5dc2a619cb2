//! What the list shows, worked out from the address and from what is loaded.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::timers;
use crate::components::no_runners::Reason;
use crate::fleet::{Fleet, Progress};
use crate::gitlab::error::Error;
use crate::reactive::{derive, effect, memo};
use crate::search::{Column, RunnerSearch, Source};
use crate::state::fleet::{FleetState, Phase};
use crate::state::navigation::Navigation;
use crate::state::session::SessionState;
use crate::ui::time_ago::use_now;

/// How long rows stay in sight before their details are asked for: scrolling past is no reason to ask.
const SETTLED_MS: u32 = 90;
/// Up to so many rows, a sort by what only details tell fetches them all; beyond, it sorts what is known.
const SORT_FETCHES: usize = 500;

/// The list of the page.
#[derive(Clone, Copy)]
pub struct List {
    fleet: FleetState,
    navigation: Navigation,
    /// What is searched for.
    pub search: Memo<RunnerSearch>,
    /// Whose runners are listed.
    pub source: Memo<Source>,
    /// Every runner shown, in order.
    pub ids: Memo<Arc<Vec<u64>>>,
    /// How far it is, in a sentence; empty where there is nothing to count.
    pub sentence: Memo<String>,
    /// Loaded of all in percent, while that is known.
    pub done: Signal<Option<usize>>,
    /// Why there is no row, if there is none.
    pub nothing: Memo<Option<Reason>>,
    settled: StoredValue<Option<timers::Timer>, LocalStorage>,
}

impl List {
    /// Follows the address, and asks GitLab for what it names.
    pub fn new() -> Self {
        let fleet = expect_context::<FleetState>();
        let navigation = expect_context::<Navigation>();
        let session = expect_context::<SessionState>();
        let search = navigation.part(|route| route.search.clone());
        let source = memo(move || search.read().source.clone().unwrap_or_else(|| session.landing()));
        let asked = memo(move || search.read().list_runners(&session.landing()));
        effect(move || fleet.ask(asked.get()));
        let ids = memo(move || {
            let search = search.read();
            fleet.with(|fleet| {
                Arc::new(fleet.order(&search).into_iter().filter_map(|place| fleet.id_at(place)).collect::<Vec<_>>())
            })
        });
        let now = use_now();
        let progress = memo(move || {
            let phase = fleet.phase();
            Progress {
                shown: ids.read().len(),
                loaded: fleet.with(Fleet::len),
                total: fleet.total(),
                loading: phase == Phase::Loading,
                stopped: phase == Phase::Stopped,
                slow_down: session.slow_down().map(|until| ((until - now.get()) / 1000).max(1)),
            }
        });
        let done = derive(move || {
            let progress = progress.get();
            progress.total.filter(|total| *total > 0).map(|total| progress.loaded * 100 / total)
        });
        let nothing = memo(move || nothing(&search.read(), &source.read(), &progress.read(), &fleet.phase()));
        let sentence = memo(move || {
            // Read before what is derived from it: else changes that leave that as it was would be missed.
            let progress = progress.get();
            match *nothing.read() {
                Some(Reason::Forbidden(_) | Reason::NoSuchPlace | Reason::NotChosen) => String::new(),
                _ => progress.sentence(),
            }
        });
        fetch_what_decides(fleet, search, progress);
        let settled = StoredValue::new_local(None);
        Self { fleet, navigation, search, source, ids, sentence, done, nothing, settled }
    }

    /// Rows came into sight; their details are asked for once they stay.
    pub fn in_sight(self, ids: Vec<u64>) {
        let (fleet, navigation) = (self.fleet, self.navigation);
        self.settled.set_value(Some(timers::after(SETTLED_MS, move || {
            if !wants_all(fleet, navigation) {
                fleet.want_details(&ids);
            }
        })));
    }

    /// The runner above, if there is one.
    pub fn previous(self, id: u64) -> Signal<Option<u64>> {
        derive(move || self.beside(id, |place| place.checked_sub(1)))
    }

    /// The runner below, if there is one.
    pub fn next(self, id: u64) -> Signal<Option<u64>> {
        derive(move || self.beside(id, |place| Some(place + 1)))
    }

    /// The place of a runner in the table.
    pub fn place(self, id: u64) -> Option<usize> {
        self.ids.read_untracked().iter().position(|other| *other == id)
    }

    /// The address of the owned runners.
    pub fn owned_href(self) -> String {
        let mut route = self.navigation.route_untracked();
        route.search = RunnerSearch { source: Some(Source::Owned), ..RunnerSearch::default() };
        route.runner = None;
        crate::browser::history::href(&route.to_query())
    }

    fn beside(self, id: u64, step: impl Fn(usize) -> Option<usize>) -> Option<u64> {
        let ids = self.ids.read();
        let place = ids.iter().position(|other| *other == id)?;
        ids.get(step(place)?).copied()
    }
}

/// Whether every row's details are being fetched, because what only they tell decides over the list.
fn wants_all(fleet: FleetState, navigation: Navigation) -> bool {
    let search = navigation.route_untracked().search;
    let loaded = fleet.with_untracked(Fleet::len);
    loaded <= SORT_FETCHES
        && (search.sort.is_some_and(|sort| needs_details(sort.key))
            || fleet.with_untracked(|fleet| fleet.needs_versions(&search)))
}

fn needs_details(key: Column) -> bool {
    matches!(key, Column::Tags | Column::Version | Column::ContactedAt)
}

/// A sort by what only details tell needs them all to be right, and so does an old GitLab's filter by version.
fn fetch_what_decides(fleet: FleetState, search: Memo<RunnerSearch>, progress: Memo<Progress>) {
    let decides = memo(move || {
        let search = search.read();
        search.sort.is_some_and(|sort| needs_details(sort.key)) || fleet.with(|fleet| fleet.needs_versions(&search))
    });
    let loaded = memo(move || progress.read().loaded);
    effect(move || {
        if decides.get() && loaded.get() <= SORT_FETCHES {
            let ids: Vec<u64> = fleet.with_untracked(|fleet| fleet.ids().collect());
            fleet.want_details(&ids);
        }
    });
}

/// Why there is no row.
fn nothing(search: &RunnerSearch, source: &Source, progress: &Progress, phase: &Phase) -> Option<Reason> {
    let is_empty = progress.shown == 0;
    match phase {
        Phase::Idle if matches!(source, Source::Group(None) | Source::Project(None)) => Some(Reason::NotChosen),
        Phase::Failed(error @ Error::Forbidden { .. }) if progress.loaded == 0 => {
            Some(Reason::Forbidden(error.clone()))
        }
        Phase::Failed(Error::NotFound { .. }) if progress.loaded == 0 => Some(Reason::NoSuchPlace),
        Phase::Done | Phase::Stopped if is_empty && search.is_filtered() => {
            Some(Reason::NoMatch(progress.loaded.max(progress.total.unwrap_or(0))))
        }
        Phase::Done if is_empty => Some(Reason::NoneHere),
        _ => None,
    }
}

/// A failure's title and sentence.
pub fn failure_words(error: &Error) -> (String, String) {
    ("The runners could not be loaded".to_owned(), error.sentence())
}
