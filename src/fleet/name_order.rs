//! The order of all runners by description, worked out in small slices while nothing else is to be done: it is the one
//! order that takes long, because every description is another text.

use super::Fleet;
use crate::search::by_name;

/// How many are put in order at once; about three milliseconds.
const SLICE: usize = 2048;

/// An order that is being worked out.
#[derive(Debug, Default)]
pub struct NameOrder {
    /// Of which descriptions.
    version: Option<u32>,
    /// The next place that is in no run yet.
    taken: usize,
    /// Runs that are in order, the longer ones first.
    runs: Vec<Vec<u32>>,
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
        if self.ranks.len() == count {
            return false;
        }
        let two = self.runs.len().checked_sub(2).map(|at| (self.runs[at].len(), self.runs[at + 1].len()));
        match two {
            // Two of the same length make one, and at the end all do: each is merged as often as in a merge sort.
            Some((longer, shorter)) if longer <= shorter || self.taken == count => self.merge(fleet),
            _ if self.taken < count => {
                let end = (self.taken + SLICE).min(count);
                let mut run: Vec<u32> = (self.taken..end).filter_map(|place| u32::try_from(place).ok()).collect();
                run.sort_unstable_by(|a, b| compare(fleet, *a, *b));
                self.taken = end;
                self.runs.push(run);
            }
            _ => {
                let order = self.runs.pop().unwrap_or_default();
                self.ranks = vec![0; count];
                let (mut rank, mut before) = (0, None);
                for place in order {
                    // Equal descriptions have one rank, so that a second order can decide between them.
                    if before.is_some_and(|before| compare(fleet, before, place).is_ne()) {
                        rank += 1;
                    }
                    self.ranks[place as usize] = rank;
                    before = Some(place);
                }
            }
        }
        true
    }

    /// The rank of each place, worked out to the end if it is not yet.
    pub fn ranks(&mut self, fleet: &Fleet) -> &[u32] {
        while self.step(fleet) {}
        &self.ranks
    }

    fn merge(&mut self, fleet: &Fleet) {
        let (Some(b), Some(a)) = (self.runs.pop(), self.runs.pop()) else { return };
        let mut merged = Vec::with_capacity(a.len() + b.len());
        let (mut a, mut b) = (a.into_iter().peekable(), b.into_iter().peekable());
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            let first = if compare(fleet, *left, *right).is_le() { a.next() } else { b.next() };
            merged.extend(first);
        }
        merged.extend(a);
        merged.extend(b);
        self.runs.push(merged);
    }
}

fn compare(fleet: &Fleet, a: u32, b: u32) -> std::cmp::Ordering {
    by_name(fleet.names.get(a as usize), fleet.names.get(b as usize))
}
