//! What the list shows, worked out from the address and from what is loaded.

use std::sync::Arc;

use leptos::prelude::*;

use super::wanted_details::WantedDetails;
use crate::browser::{clock, timers};
use crate::components::no_runners::Reason;
use crate::fleet::{Doubts, Fleet, Group, Line, Lines, Progress, Requests, SHORT, Undecided, lines};
use crate::gitlab::error::Error;
use crate::reactive::{derive, effect, memo};
use crate::search::{Column, Layout, Reading, RunnerSearch, Source};
use crate::state::fleet::{FleetState, Phase};
use crate::state::navigation::Navigation;
use crate::state::session::SessionState;
use crate::sweep;

/// The lines of the table. Two are the same when they are one and the same: comparing them line by line would take long.
#[derive(Clone, Default)]
pub struct Shown {
    lines: Arc<Lines>,
    /// How many are left out only because it is not known whether they are to be shown.
    pub undecided: Undecided,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.lines, &other.lines)
    }
}

impl Shown {
    /// From top to bottom.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// The groups, by number.
    pub fn groups(&self) -> &[Group] {
        &self.lines.groups
    }

    /// How many runners are shown or in closed groups, each once.
    pub fn runners(&self) -> usize {
        self.lines.runners().len()
    }
}

/// The list of the page.
#[derive(Clone, Copy)]
pub struct List {
    fleet: FleetState,
    navigation: Navigation,
    /// What is searched for.
    pub search: Memo<RunnerSearch>,
    /// The same as soon as typing rests.
    pub written_search: Memo<RunnerSearch>,
    /// How it is shown.
    pub layout: Memo<Layout>,
    /// Whose runners are listed.
    pub source: Memo<Source>,
    /// Every line of the table.
    pub shown: Memo<Shown>,
    /// What may be wrong about it for want of details.
    pub doubts: Memo<Doubts>,
    /// How far it is, in a sentence; empty where there is nothing to count.
    pub sentence: Memo<String>,
    /// Loaded of all in percent, while that is known.
    pub done: Signal<Option<usize>>,
    /// Why there is no row, if there is none.
    pub nothing: Memo<Option<Reason>>,
    waiting: WantedDetails,
}

impl List {
    /// Follows the address, and asks GitLab for what it names.
    pub fn new() -> Self {
        let fleet = expect_context::<FleetState>();
        let navigation = expect_context::<Navigation>();
        let session = expect_context::<SessionState>();
        let search = navigation.part(|route| route.search.clone());
        let written_search = navigation.written_part(|route| route.search.clone());
        let layout = navigation.part(|route| route.layout.clone());
        let source = memo(move || search.read().source.clone().unwrap_or_default());
        // Everything is swept whole first; when that is done a filter that only GitLab can answer goes there.
        let asked = memo(move || (Reading::of(&search.read()), fleet.phase() == Phase::Done));
        effect(move || fleet.ask(asked.get().0));
        on_cleanup(move || fleet.leave());
        let shown = memo(move || {
            let (order, undecided) = fleet.order(&search.read(), clock::now());
            let lines = fleet.with(|fleet| lines(fleet, order, &layout.read()));
            Shown { lines: Arc::new(lines), undecided }
        });
        let progress = memo(move || {
            let phase = fleet.phase();
            Progress {
                shown: shown.read().runners(),
                loaded: fleet.with(Fleet::len),
                total: fleet.total(),
                loading: phase == Phase::Loading,
                refreshing: phase == Phase::Refreshing,
                stopped: phase == Phase::Stopped,
                requests: requests(fleet, &source.read()),
                slow_down: session.slow_down(),
                held: session.held(),
            }
        });
        let done = derive(move || progress.get().percent());
        let nothing = memo(move || {
            // Sources before what is derived from them, as below.
            let (search, source) = (search.read(), source.read());
            let undecided = shown.read().undecided;
            nothing(&search, &source, &progress.read(), &fleet.phase(), undecided)
        });
        let sentence = memo(move || {
            // Read before what is derived from it: else changes that leave that as it was would be missed.
            let progress = progress.get();
            match *nothing.read() {
                Some(Reason::Forbidden(_) | Reason::NoSuchPlace | Reason::NotChosen) => String::new(),
                // Of what could not be read there is nothing to count.
                _ if progress.loaded == 0 && matches!(fleet.phase(), Phase::Failed(_)) => String::new(),
                _ => progress.sentence(),
            }
        });
        let doubts = memo(move || {
            let (search, layout) = (search.read(), layout.read());
            let by_busy = search.busy.is_some() || order_columns(&search, &layout).any(|by| by == Column::Activity);
            let orders = order_needs_details(&search, &layout);
            let decide = search.needs_details() || orders;
            // While pages come nobody knows how long the list will be; in a short one all are being fetched.
            let is_long = |fleet: &Fleet| fleet.len() > SHORT;
            let is_here = fleet.phase() != Phase::Loading;
            fleet.with(|fleet| Doubts {
                outdated: if decide || by_busy && fleet.asks_more() { fleet.outdated() } else { 0 },
                unsorted: if orders && is_here && is_long(fleet) { fleet.not_loaded() } else { 0 },
            })
        });
        prepare_when_idle(fleet);
        let waiting = WantedDetails::new(fleet, search, layout, shown, doubts);
        Self {
            fleet,
            navigation,
            search,
            written_search,
            layout,
            source,
            shown,
            doubts,
            sentence,
            done,
            nothing,
            waiting,
        }
    }

    /// Whether runners are left out for want of details, or old ones decide, which the note beside the count says; tracked.
    pub fn is_in_doubt(self) -> bool {
        self.shown.read().undecided.by_loading() > 0 || self.doubts.get().is_some()
    }

    /// How many lists of everything were not asked, because others like them told of nothing; tracked.
    pub fn unasked(self) -> usize {
        let report = self.fleet.sweep_report().filter(|_| *self.source.read() == Source::Everything);
        report.map_or(0, |report| report.unasked)
    }

    /// Rows came into sight; their details are asked for once they stay.
    pub fn in_sight(self, ids: Vec<u64>) {
        self.waiting.in_sight(ids);
    }

    /// The id of the runner at a place of the table.
    pub fn id_at(self, place: usize) -> Option<u64> {
        match self.shown.try_get_untracked()?.lines().get(place)? {
            Line::Runner(row) => Some(self.fleet.with_untracked(|fleet| fleet.id(row))),
            Line::Head(_) => None,
        }
    }

    /// The runners in the table or in its closed groups, each once and in its order; tracked.
    pub fn ids(self) -> Vec<u64> {
        let shown = self.shown.read();
        self.fleet.with_untracked(|fleet| shown.lines().runners().iter().map(|place| fleet.id(*place)).collect())
    }

    /// The runner above, if there is one.
    pub fn previous(self, id: u64) -> Signal<Option<u64>> {
        derive(move || self.beside(id, -1))
    }

    /// The runner below, if there is one.
    pub fn next(self, id: u64) -> Signal<Option<u64>> {
        derive(move || self.beside(id, 1))
    }

    /// The place of a runner in the table.
    pub fn place(self, id: u64) -> Option<usize> {
        let row = self.fleet.with_untracked(|fleet| fleet.place(id))?;
        self.shown.read_untracked().lines().iter().position(|line| line == Line::Runner(row))
    }

    /// The next place at which a runner stands, up or down.
    pub fn step(self, place: usize, down: bool) -> Option<usize> {
        let shown = self.shown.try_get_untracked()?;
        let is_runner = |place: &usize| matches!(shown.lines().get(*place), Some(Line::Runner(_)));
        if down { (place + 1..shown.lines().len()).find(is_runner) } else { (0..place).rev().find(is_runner) }
    }

    /// Opens or closes a group.
    pub fn toggle(self, label: &str) {
        let mut route = self.navigation.route_untracked();
        route.layout.toggle(label);
        self.navigation.replace(route);
    }

    /// The address of the owned runners.
    pub fn owned_href(self) -> String {
        let mut route = self.navigation.route_untracked();
        route.search = RunnerSearch { source: Some(Source::Owned), ..RunnerSearch::default() };
        route.runner = None;
        crate::browser::history::href(&route.to_query())
    }

    fn beside(self, id: u64, step: i8) -> Option<u64> {
        self.shown.track();
        let place = self.step(self.place(id)?, step > 0)?;
        self.id_at(place)
    }
}

/// Puts orders ready that will be wanted, a slice at a time while nothing else is to be done.
fn prepare_when_idle(fleet: FleetState) {
    effect(move || {
        if !fleet.phase().is_busy() {
            timers::idle_work(move || !fleet.is_loading_untracked() && fleet.prepare());
        }
    });
}

/// Requests done and planned, of everything.
fn requests(fleet: FleetState, source: &Source) -> Option<Requests> {
    let report = fleet.sweep_report().filter(|_| *source == Source::Everything)?;
    let plan = report.plan;
    let places = (plan.groups, plan.projects);
    let sweep::Progress { done, failed, .. } = report.progress;
    Some(Requests { done, failed, planned: plan.requests, may_grow: !plan.is_certain, places })
}

/// Why there is no row.
fn nothing(
    search: &RunnerSearch,
    source: &Source,
    progress: &Progress,
    phase: &Phase,
    undecided: Undecided,
) -> Option<Reason> {
    let is_empty = progress.shown == 0;
    match phase {
        Phase::Idle if matches!(source, Source::Group(None) | Source::Project(None)) => Some(Reason::NotChosen),
        Phase::Failed(error) if progress.loaded == 0 && error.is_refusal() => Some(Reason::Forbidden(error.clone())),
        Phase::Failed(Error::NotFound { .. }) if progress.loaded == 0 => Some(Reason::NoSuchPlace),
        Phase::Stopped if progress.loaded == 0 => Some(Reason::Stopped),
        Phase::Done | Phase::Refreshing | Phase::Stopped if is_empty && undecided != Undecided::default() => {
            Some(Reason::Undecided(undecided))
        }
        Phase::Done | Phase::Refreshing | Phase::Stopped if is_empty && search.is_filtered() => {
            Some(Reason::NoMatch(progress.loaded.max(progress.total.unwrap_or(0))))
        }
        // What could not be read may have some, and says so itself.
        Phase::Done | Phase::Refreshing
            if is_empty && progress.requests.is_none_or(|requests| requests.failed == 0) =>
        {
            Some(Reason::NoneHere)
        }
        _ => None,
    }
}

/// Whether the order of the rows needs every runner's details to be right.
pub fn order_needs_details(search: &RunnerSearch, layout: &Layout) -> bool {
    order_columns(search, layout).any(Column::needs_details)
}

/// The columns by which rows are in order and put together.
fn order_columns(search: &RunnerSearch, layout: &Layout) -> impl Iterator<Item = Column> {
    [search.sort.map(|sort| sort.key), search.then.map(|sort| sort.key), layout.group_by].into_iter().flatten()
}
