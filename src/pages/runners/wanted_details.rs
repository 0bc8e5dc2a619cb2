//! Details that rows wait for: those on screen as soon as they stay there, and those of all where they decide over the
//! list and it is not too long for that.

use leptos::prelude::*;

use super::list::{Shown, order_needs_details};
use crate::browser::{clock, media, timers};
use crate::fleet::{Doubts, Fleet, Line, SHORT, lines};
use crate::reactive::{callback, effect, memo};
use crate::search::{Layout, RunnerSearch};
use crate::state::fleet::{FleetState, Phase};
use crate::ui::ROW_HEIGHT;

/// How long rows stay in sight before their details are asked for: scrolling past is no reason to ask.
const SETTLED_MS: u32 = 90;

/// What stands above the first row, in pixels: about, for nobody has measured it before the first row is painted.
const ABOVE_ROWS: usize = 270;

/// In a long list the details of those that a filter waits for are fetched where they are few and one question brings
/// many. Of those that GitLab has found by version so many are: it looks at the versions of all managers, and only
/// details tell which of them the table shows.
const CANDIDATES: usize = 5000;

/// Whose details are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// Those of rows that stay in sight.
    InSight,
    /// Those of all of a short list, because what only they tell decides over it.
    All,
    /// In a long list rows would run away under the pointer as theirs come, and the next ones after them: all are offered.
    Nobody,
}

/// Asks for details.
#[derive(Clone, Copy)]
pub struct WantedDetails {
    fleet: FleetState,
    asking: Memo<Asking>,
    settled: StoredValue<Option<timers::Timer>, LocalStorage>,
}

impl WantedDetails {
    /// Follows the search.
    pub fn new(
        fleet: FleetState,
        search: Memo<RunnerSearch>,
        layout: Memo<Layout>,
        shown: Memo<Shown>,
        doubts: Memo<Doubts>,
    ) -> Self {
        fleet.foresee(callback(move |is_all: bool| {
            let (search, layout) = (search.read_untracked(), layout.read_untracked());
            // In another order than GitLab's others will be the first once the rest is here.
            if !is_all && (search.sort.is_some() || layout.group_by.is_some()) {
                return Vec::new();
            }
            let (order, _) = fleet.order(&search, clock::now());
            fleet.with_untracked(|fleet| {
                let lines = lines(fleet, order, &layout);
                let room = media::window_height().saturating_sub(ABOVE_ROWS);
                let first = lines.iter().take(room.div_ceil(ROW_HEIGHT));
                let runners = first.filter_map(|line| match line {
                    Line::Runner(place) => Some(place),
                    Line::Head(_) => None,
                });
                runners.map(|place| fleet.id(place)).collect()
            })
        }));
        let loaded = memo(move || fleet.with(Fleet::len));
        let all = memo(move || {
            let is_undecided = shown.read().undecided.by_details > 0;
            let decides = is_undecided || doubts.get().is_some() || order_needs_details(&search.read(), &layout.read());
            // While pages come nobody knows how long the list will be.
            decides && loaded.get() <= SHORT && fleet.phase() != Phase::Loading
        });
        effect(move || {
            loaded.track();
            // Others may have come in the place of as many.
            fleet.read_at();
            if all.get() {
                let ids: Vec<u64> = fleet.with_untracked(|fleet| fleet.ids().collect());
                fleet.want_all(&ids);
            }
        });
        let few = memo(move || {
            let is_by_version = fleet.asked().is_some_and(|asked| asked.filters().version_prefix.is_some());
            let most = if is_by_version { CANDIDATES } else { SHORT };
            let is_few = (1..=most).contains(&shown.read().undecided.by_details);
            let is_long = loaded.get() > SHORT && !fleet.with(Fleet::is_by_rest);
            (is_few && is_long && fleet.phase() == Phase::Done).then(|| search.get())
        });
        effect(move || {
            let search = few.get();
            // Those of all are on their way already.
            if let Some(search) = search.filter(|_| untrack(|| fleet.details_progress()).is_none()) {
                fleet.load_details(&fleet.undecided(&search, clock::now()));
            }
        });
        let few_unsorted = memo(move || {
            let is_few = (1..=SHORT).contains(&doubts.get().unsorted);
            is_few && !fleet.with(Fleet::is_by_rest) && fleet.phase() == Phase::Done
        });
        effect(move || {
            if few_unsorted.get() && untrack(|| fleet.details_progress()).is_none() {
                fleet.load_all_details();
            }
        });
        let asking = memo(move || {
            let moves = order_needs_details(&search.read(), &layout.read());
            let is_held = doubts.get().unsorted > 0 || moves && fleet.phase() == Phase::Loading;
            match all.get() {
                true => Asking::All,
                false if is_held => Asking::Nobody,
                false => Asking::InSight,
            }
        });
        effect(move || {
            if asking.get() == Asking::InSight {
                fleet.want_noted();
            }
        });
        Self { fleet, asking, settled: StoredValue::new_local(None) }
    }

    /// Rows came into sight; their details are asked for once they stay.
    pub fn in_sight(self, ids: Vec<u64>) {
        let Self { fleet, asking, .. } = self;
        self.settled.set_value(Some(timers::after(SETTLED_MS, move || match asking.try_get_untracked() {
            Some(Asking::InSight) => fleet.want_details(&ids),
            // Those come first among all.
            Some(Asking::Nobody | Asking::All) => fleet.set_wanted(&ids),
            None => {}
        })));
    }
}
