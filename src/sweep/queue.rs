//! The queue of requests that can be sent: what leads to more comes first, then what shows rows early.

use std::collections::VecDeque;

use crate::gitlab::page::PageToken;

/// How soon a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// Owned runners, and the lists of groups and projects, without which nothing else is known.
    Leading,
    /// The first page of a runner list.
    First,
    /// Its further pages.
    Further,
}

/// A page of a part, which is told by its place among the parts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    pub part: usize,
    pub page: PageToken,
}

/// What waits, by rank.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue([VecDeque<Wanted>; 3]);

impl Queue {
    pub fn push(&mut self, rank: Rank, part: usize, page: PageToken) {
        self.0[rank as usize].push_back(Wanted { part, page });
    }

    /// Before all others of its rank.
    pub fn push_back_in_front(&mut self, rank: Rank, part: usize, page: PageToken) {
        self.0[rank as usize].push_front(Wanted { part, page });
    }

    /// The first of those parts that may go.
    pub fn pop(&mut self, may_go: impl Fn(usize) -> bool) -> Option<Wanted> {
        self.0.iter_mut().find_map(|rank| {
            let at = rank.iter().position(|wanted| may_go(wanted.part))?;
            rank.remove(at)
        })
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(VecDeque::len).sum()
    }

    /// All that waits.
    pub fn iter(&self) -> impl Iterator<Item = &Wanted> {
        self.0.iter().flatten()
    }

    /// Takes out the pages of a part that are not worth asking for. Says how many there were.
    pub fn drop_of(&mut self, part: usize, is_worthless: impl Fn(&PageToken) -> bool) -> usize {
        let before = self.len();
        for wanted in &mut self.0 {
            wanted.retain(|wanted| wanted.part != part || !is_worthless(&wanted.page));
        }
        before - self.len()
    }
}
