//! The order of all runners by description, worked out in small slices while nothing else is to be done: it is the one
//! order that takes long, because every description is another text.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::Fleet;
use crate::search::by_name;

/// How many are put in order at once, and how many that are in order are gone through; each takes about three milliseconds.
const SLICE: usize = 2048;
const LONG_SLICE: usize = 8 * SLICE;

/// An order that is being worked out.
#[derive(Debug, Default)]
pub struct NameOrder {
    /// Of which descriptions.
    version: Option<u32>,
    /// The next place that is in no run yet.
    taken: usize,
    /// Runs that are in order, the longer ones first.
    runs: Vec<Vec<u32>>,
    /// Two runs that become one.
    merge: Option<Merge>,
    /// How many of the last run have their rank.
    ranked: usize,
    /// For each place its rank, once that is known.
    ranks: Vec<u32>,
}

impl NameOrder {
    /// Goes on for a slice. Returns whether there is more to do.
    pub fn step(&mut self, fleet: &Fleet) -> bool {
        if self.version != Some(fleet.names_version) {
            *self = Self { version: Some(fleet.names_version), ..Self::default() };
        }
        let count = fleet.rows.len();
        if self.is_done(fleet) {
            return false;
        }
        if let Some(merge) = &mut self.merge {
            if let Some(merged) = merge.step(fleet) {
                self.merge = None;
                self.runs.push(merged);
            }
            return true;
        }
        let two = self.runs.len().checked_sub(2).map(|at| (self.runs[at].len(), self.runs[at + 1].len()));
        match two {
            // Two of the same length make one, and at the end all do: each is merged as often as in a merge sort.
            Some((longer, shorter)) if longer <= shorter || self.taken == count => {
                let (b, a) = (self.runs.pop(), self.runs.pop());
                self.merge = a.zip(b).map(|(a, b)| Merge::new(a, b));
            }
            _ if self.taken < count => {
                let end = (self.taken + SLICE).min(count);
                let mut run: Vec<u32> = (self.taken..end).filter_map(|place| u32::try_from(place).ok()).collect();
                run.sort_unstable_by(|a, b| compare(fleet, *a, *b));
                self.taken = end;
                self.runs.push(run);
            }
            _ => self.rank(fleet),
        }
        true
    }

    /// The rank of each place, worked out to the end if it is not yet.
    pub fn ranks(&mut self, fleet: &Fleet) -> &[u32] {
        while self.step(fleet) {}
        &self.ranks
    }

    fn is_done(&self, fleet: &Fleet) -> bool {
        self.ranks.len() == fleet.rows.len() && self.runs.is_empty()
    }

    /// Gives the next ones of the one run that is left their ranks.
    fn rank(&mut self, fleet: &Fleet) {
        let Some(order) = self.runs.first() else { return };
        self.ranks.resize(order.len(), 0);
        let end = (self.ranked + LONG_SLICE).min(order.len());
        for at in self.ranked..end {
            let place = order[at];
            // Equal descriptions have one rank, so that a second order can decide between them.
            let before = at.checked_sub(1).map(|at| order[at]);
            let rank = before
                .map_or(0, |before| self.ranks[before as usize] + u32::from(compare(fleet, before, place).is_ne()));
            self.ranks[place as usize] = rank;
        }
        self.ranked = end;
        if end == order.len() {
            self.runs.clear();
        }
    }
}

/// Two runs that become one.
#[derive(Debug)]
struct Merge {
    a: Peekable<IntoIter<u32>>,
    b: Peekable<IntoIter<u32>>,
    merged: Vec<u32>,
}

impl Merge {
    fn new(a: Vec<u32>, b: Vec<u32>) -> Self {
        let merged = Vec::with_capacity(a.len() + b.len());
        Self { a: a.into_iter().peekable(), b: b.into_iter().peekable(), merged }
    }

    /// Goes on for a slice. Gives the run when it is one.
    fn step(&mut self, fleet: &Fleet) -> Option<Vec<u32>> {
        for _ in 0..LONG_SLICE {
            let (Some(left), Some(right)) = (self.a.peek(), self.b.peek()) else {
                self.merged.extend(&mut self.a);
                self.merged.extend(&mut self.b);
                return Some(std::mem::take(&mut self.merged));
            };
            let first = if compare(fleet, *left, *right).is_le() { self.a.next() } else { self.b.next() };
            self.merged.extend(first);
        }
        None
    }
}

fn compare(fleet: &Fleet, a: u32, b: u32) -> std::cmp::Ordering {
    by_name(fleet.names.get(a as usize), fleet.names.get(b as usize))
}
