//! The listed runners in the order and with the filters of a search. Remembers what it worked out, so that a key press
//! costs one pass over numbers.

use std::sync::Arc;

use super::Fleet;
use super::filter::{Answer, Filter, Undecided};
use super::find::{Finder, Found};
use super::keys::{MISSING, keys};
use super::name_order::NameOrder;
use super::radix::sort_by_keys;
use super::rehearsal::Rehearsal;
use crate::search::{Column, RunnerSearch, Sort};

/// Up to so many rows, what only details tell fetches them all by itself; beyond, somebody has to ask for it.
pub const SHORT: usize = 500;

/// What an order was worked out from: rows, facts if it looks at them, and the sorts.
type Basis = (u32, u32, [Option<Sort>; 2]);

/// What was worked out about the order of the loaded runners.
#[derive(Debug, Default)]
pub struct Orders {
    finder: Finder,
    rehearsal: Rehearsal,
    names: NameOrder,
    /// All that are listed in the last order, and what that was worked out from.
    sorted: Option<(Basis, Arc<Vec<u32>>)>,
    /// Those in which a text was found while nothing else filtered.
    kept: Option<Kept>,
    /// How many are listed without details, and of which rows and facts that was counted.
    without_details: Option<((u32, u32), usize)>,
}

/// The places of an order in which a text was found.
#[derive(Debug)]
struct Kept {
    of: Arc<Vec<u32>>,
    turn: u32,
    places: Arc<Vec<u32>>,
}

impl Kept {
    /// Whether all are among them that are found now.
    fn holds(&self, order: &Arc<Vec<u32>>, found: &Found<'_>) -> bool {
        Arc::ptr_eq(&self.of, order) && self.turn >= found.narrows_since
    }
}

impl Orders {
    /// Works for a slice on what will be wanted. Returns whether there is more to do.
    pub fn prepare(&mut self, fleet: &Fleet) -> bool {
        self.names.step(fleet) || self.finder.prepare(fleet) || self.rehearsal.step(fleet)
    }

    /// The places of the runners a search shows, in its order, and how many are left out only because it is not known
    /// whether they are to be shown. `answered` are the tags GitLab has filtered by, `now` is in epoch milliseconds.
    pub fn order(
        &mut self,
        fleet: &Fleet,
        search: &RunnerSearch,
        answered: &[String],
        now: i64,
    ) -> (Arc<Vec<u32>>, Undecided) {
        let sorted = self.sorted(fleet, [search.sort, search.then]);
        let filter = Filter::new(fleet, search, answered, now);
        let found = self.finder.find(fleet, &search.text);
        let is_found = |place: &u32| found.is_none_or(|found| found.places.has(*place as usize));
        let mut undecided = Undecided::default();
        let mut is_shown = |place: &u32| undecided.count(filter.shows(*place));
        // Most key presses filter by nothing else.
        let all = Arc::clone(&sorted);
        let shown = match (found, filter.is_open()) {
            (None, true) => sorted,
            (Some(found), true) => {
                // A text that only grew is found in none in which it was not found before.
                let before = self.kept.take().filter(|before| before.holds(&sorted, &found));
                let among = before.map_or(Arc::clone(&sorted), |before| before.places);
                let places = Arc::new(found.places.among(&among));
                self.kept = Some(Kept { of: sorted, turn: found.turn, places: Arc::clone(&places) });
                places
            }
            _ => Arc::new(sorted.iter().copied().filter(|place| is_found(place) && is_shown(place)).collect()),
        };
        // Tags, version and address stand in details, so a text may be found when those have come. In a short list they
        // are fetched; in a long one, or where each is a request, that is said.
        if found.is_some() && all.len() <= SHORT && !fleet.is_by_rest() {
            for place in all.iter().filter(|place| !is_found(place)) {
                undecided.count(filter.may_show(*place));
            }
        } else if found.is_some() {
            undecided.unsearched = self.unsearched(fleet);
        }
        (shown, undecided)
    }

    /// The runners that are left out until details tell whether the search shows them.
    pub fn undecided(&mut self, fleet: &Fleet, search: &RunnerSearch, answered: &[String], now: i64) -> Vec<u64> {
        let filter = Filter::new(fleet, search, answered, now);
        let found = self.finder.find(fleet, &search.text);
        let is_found = |place: u32| found.is_none_or(|found| found.places.has(place as usize));
        let is_undecided = |place: &u32| is_found(*place) && filter.shows(*place) == Answer::ByDetails;
        fleet.listed().iter().copied().filter(is_undecided).map(|place| fleet.id(place)).collect()
    }

    /// How many are listed whose details did not come and may come yet.
    fn unsearched(&mut self, fleet: &Fleet) -> usize {
        let basis = (fleet.version, fleet.facts_version);
        let without = match self.without_details {
            Some((known, count)) if known == basis => count,
            _ => self.without_details.insert((basis, fleet.without_details())).1,
        };
        without.saturating_sub(fleet.count_refused(|place| fleet.rows[place as usize].facts.is_none()))
    }

    fn sorted(&mut self, fleet: &Fleet, sorts: [Option<Sort>; 2]) -> Arc<Vec<u32>> {
        let of_facts = sorts.iter().flatten().any(|sort| sort.key.needs_details() || sort.key == Column::Through);
        let basis = (fleet.version, if of_facts { fleet.facts_version } else { 0 }, sorts);
        if let Some((known, order)) = &self.sorted
            && *known == basis
        {
            return Arc::clone(order);
        }
        let mut order = fleet.listed().to_vec();
        // GitLab's order of every list, and so of all of them together; it decides between equals in the end.
        sort_by_keys(&mut order, |place| fleet.id(place));
        for sort in sorts.iter().rev().flatten() {
            let keys = self.keys(fleet, *sort);
            sort_by_keys(&mut order, |place| keys[place as usize]);
        }
        let order = Arc::new(order);
        self.sorted = Some((basis, Arc::clone(&order)));
        order
    }

    /// Keys that rise in the direction of the sort; what is missing stays last.
    fn keys(&mut self, fleet: &Fleet, sort: Sort) -> Vec<u64> {
        let names = if sort.key == Column::Description { self.names.ranks(fleet) } else { &[] };
        let mut keys = keys(fleet, sort.key, names);
        if sort.descending {
            keys.iter_mut().filter(|key| **key != MISSING).for_each(|key| *key = MISSING - 1 - *key);
        }
        keys
    }
}
