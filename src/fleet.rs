//! The runners that are loaded, in memory: every one that came in this tab, which of them are listed now and in what
//! order GitLab listed them, and the details that have come for some.
//!
//! Knows nothing of requests and of signals; it is told what arrived. Made for a hundred thousand runners: rows hold
//! numbers, texts are shared, and nothing is copied to be shown.

use std::collections::{HashMap, HashSet};

mod bits;
mod cell;
mod deletion;
mod doubts;
mod facet;
mod filter;
mod find;
mod groups;
mod haystack;
mod keys;
mod letters;
mod listing;
mod look;
mod name_order;
mod names;
mod orders;
mod overtaken;
mod owner;
mod place_names;
mod progress;
mod radix;
mod rehearsal;
mod row;
mod tally;
mod texts;
mod update;
mod ways;

pub use cell::Cell;
pub use deletion::Deletion;
pub use doubts::Doubts;
pub use facet::{Facet, facet};
pub use filter::Undecided;
pub use groups::{Group, Line, Lines, lines};
pub use look::Look;
pub use orders::{Orders, SHORT};
pub use owner::Owner;
pub use progress::{Progress, Requests};
pub use tally::{WaySums, tally};

use crate::gitlab::error::Error;
use crate::gitlab::runner::{Runner, RunnerDetails};
use bits::Bits;
use listing::Listing;
use names::Names;
use overtaken::Overtaken;
use row::{Facts, Row};
use texts::{Text, TextList, Texts};

/// What became of asking for details that are not here.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// They are on their way.
    Loading,
    /// They could not be had.
    Failed(Error),
}

/// The loaded runners.
#[derive(Clone, Debug, Default)]
pub struct Fleet {
    rows: Vec<Row>,
    names: Names,
    facts: Vec<Facts>,
    texts: Texts,
    /// The shared words that rows have themselves, as their address or in their ways: most words only facts have.
    row_words: Bits,
    places: HashMap<u64, u32>,
    /// For each row the ways that were told since all began to be told anew, while that goes on.
    new_ways: Option<Vec<TextList>>,
    /// The ways that no list told for group runners, each with what it is called there.
    likely: HashMap<Text, Text>,
    /// Runners that were deleted: pages that were under way then may still name them.
    gone: HashSet<u64>,
    asked: HashMap<u64, Asked>,
    overtaken: Overtaken,
    /// Everything GitLab tells about the runners that somebody opened.
    opened: HashMap<u64, Box<RunnerDetails>>,
    listing: Listing,
    /// The tags by which GitLab has filtered what is listed.
    answered: Vec<String>,
    /// Facts of earlier readings may be out of date.
    reading: u32,
    /// How often rows were listed, added or changed, for what is worked out from them.
    version: u32,
    /// How often facts were added or changed.
    facts_version: u32,
    /// How often descriptions were added or changed.
    names_version: u32,
    /// Whether details come by REST alone, which does not count jobs.
    by_rest: bool,
    /// Whether lists leave to details when a runner was made and whether it is busy.
    asks_more: bool,
}

impl Fleet {
    /// How many are listed.
    pub fn len(&self) -> usize {
        self.listing.rows.len()
    }

    /// Whether none is listed.
    pub fn is_empty(&self) -> bool {
        self.listing.rows.is_empty()
    }

    /// The places of those that are listed, in GitLab's order.
    pub fn listed(&self) -> &[u32] {
        &self.listing.rows
    }

    /// The ids of those that are listed, in GitLab's order.
    pub fn ids(&self) -> impl Iterator<Item = u64> + '_ {
        self.listing.rows.iter().map(|place| self.id(*place))
    }

    /// How many are listed whose details did not come or may be out of date, and may come yet.
    pub fn unknown(&self) -> usize {
        let unknown = self.listing.rows.iter().filter(|place| self.is_old(**place)).count();
        unknown.saturating_sub(self.count_refused(|place| self.is_old(place)))
    }

    /// How many are listed whose details did not come, and may come yet.
    pub fn not_loaded(&self) -> usize {
        let refused = self.count_refused(|place| self.rows[place as usize].facts.is_none());
        self.without_details().saturating_sub(refused)
    }

    /// How many are listed whose details are of an earlier reading, with no newer ones on their way that may come.
    pub fn outdated(&self) -> usize {
        let is_outdated = |facts: &&Facts| (1..=self.reading).contains(&facts.reading) && self.listing.has(facts.place);
        let may_be_asked = |facts: &&Facts| match self.asked.get(&self.id(facts.place)) {
            None => true,
            Some(Asked::Loading) => false,
            Some(Asked::Failed(error)) => error.is_passing(),
        };
        self.facts.iter().filter(is_outdated).filter(may_be_asked).count()
    }

    /// How many are listed whose details did not come.
    fn without_details(&self) -> usize {
        let known = self.facts.iter().filter(|facts| self.listing.has(facts.place)).count();
        self.len().saturating_sub(known)
    }

    /// How many of some that are listed will not have their details.
    fn count_refused(&self, is_it: impl Fn(u32) -> bool) -> usize {
        let is_listed = |place: &u32| self.listing.has(*place) && is_it(*place);
        self.refused().filter_map(|id| self.place(id)).filter(is_listed).count()
    }

    /// Those whose details GitLab refuses: asking again brings the same.
    fn refused(&self) -> impl Iterator<Item = u64> + '_ {
        let is_for_good = |asked: &Asked| matches!(asked, Asked::Failed(error) if !error.is_passing());
        self.asked.iter().filter(move |(_, asked)| is_for_good(asked)).map(|(id, _)| *id)
    }

    /// Those listed whose details could not be had though nobody refused them, and what went wrong with the first.
    pub fn failed_details(&self) -> Option<(Vec<u64>, Error)> {
        let failed = self.asked.iter().filter_map(|(id, asked)| match asked {
            Asked::Failed(error) if error.is_passing() && self.lacks_details(*id) => Some((*id, error)),
            _ => None,
        });
        let mut failed: Vec<_> = failed.collect();
        failed.sort_unstable_by_key(|(id, _)| *id);
        let (_, error) = *failed.first()?;
        Some((failed.iter().map(|(id, _)| *id).collect(), error.clone()))
    }

    /// Whether the details of all runners at these places came, but of those that are gone.
    pub fn knows_details_of(&self, places: &[u32]) -> bool {
        places.iter().map(|place| &self.rows[*place as usize]).all(|row| row.gone || row.facts.is_some())
    }

    fn lacks_details(&self, id: u64) -> bool {
        let place = self.place(id).filter(|place| self.listing.has(*place));
        place.is_some_and(|place| self.rows[place as usize].facts.is_none())
    }

    /// Whether details did not come, are of an earlier reading, or do not tell all there is.
    fn is_old(&self, place: u32) -> bool {
        let facts = self.rows[place as usize].facts;
        facts.is_none_or(|at| self.facts[at as usize].reading <= self.reading)
    }

    /// Where a runner is, if it is loaded, listed or not.
    pub fn place(&self, id: u64) -> Option<u32> {
        self.places.get(&id).copied()
    }

    /// The id of the runner at a place.
    pub fn id(&self, place: u32) -> u64 {
        self.rows[place as usize].id
    }

    /// A look at the runner at a place.
    pub fn at(&self, place: u32) -> Look<'_> {
        Look::new(self, place as usize)
    }

    /// A look at a runner, if it is loaded.
    pub fn look(&self, id: u64) -> Option<Look<'_>> {
        self.place(id).map(|place| self.at(place))
    }

    /// The runner as lists tell it, if it is loaded.
    pub fn runner(&self, id: u64) -> Option<Runner> {
        self.look(id).map(Look::runner)
    }

    /// Everything GitLab tells about a runner that somebody opened.
    pub fn opened(&self, id: u64) -> Option<&RunnerDetails> {
        self.opened.get(&id).map(|details| &**details)
    }

    /// Whether it was found to be gone.
    pub fn is_gone(&self, id: u64) -> bool {
        self.gone.contains(&id)
    }

    /// Whether details come by REST alone, which does not count jobs.
    pub fn is_by_rest(&self) -> bool {
        self.by_rest
    }

    /// Whether details are asked for what lists do not tell.
    pub fn asks_more(&self) -> bool {
        self.asks_more
    }

    /// Notes whether details are asked for what lists do not tell: when a runner was made, and whether it is busy.
    pub fn ask_more(&mut self, asks_more: bool) {
        self.asks_more = asks_more;
    }

    /// What became of asking for details that are not here.
    pub fn asked(&self, id: u64) -> Option<&Asked> {
        self.asked.get(&id)
    }

    /// Whether details should be asked for: they are not known or may be out of date, and nobody has asked.
    pub fn needs_details(&self, id: u64) -> bool {
        let is_asked = self.gone.contains(&id) || self.asked.contains_key(&id);
        !is_asked && self.place(id).is_none_or(|place| self.is_old(place))
    }

    /// Through what the listed runners are seen, each word with how many.
    pub fn ways(&self) -> Vec<(&str, usize)> {
        let mut counts = vec![0_usize; self.texts.words().len()];
        for place in &self.listing.rows {
            for way in self.texts.items(self.rows[*place as usize].ways) {
                counts[way.index()] += 1;
            }
        }
        let mut ways: Vec<_> = self.texts.words().zip(counts).filter(|(_, count)| *count > 0).collect();
        ways.sort_unstable();
        ways
    }
}

#[cfg(test)]
mod tests;
