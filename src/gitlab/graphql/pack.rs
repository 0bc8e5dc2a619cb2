//! How many runners one query asks for: a handful to begin with, then what GitLab's limit allows, fewer when it refuses.

use super::answer::{Cost, Reason, RunnersAnswer};
use crate::gitlab::endpoint::QueryRunners;
use crate::gitlab::error::Error;
use crate::gitlab::runner_facts::RunnerFacts;

/// The most that one query asks for. So many fit into GitLab's 10,000 characters, whatever their ids.
pub const MOST: usize = 50;

/// Before anything is known.
const TO_BEGIN_WITH: usize = 5;

/// No runner has this id.
const NOBODY: u64 = 0;

/// What has been learned about one GitLab's GraphQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    size: usize,
    /// What was never refused.
    ceiling: usize,
    asks_cost: bool,
    standing: Standing,
    /// Whether the price was asked for.
    is_priced: bool,
}

/// What is known of whether it tells of runners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It was not asked.
    Untried,
    /// It did.
    Serves,
    /// It did, and failed last to tell even of a single one.
    Doubted,
}

/// What an answer means for the runners that were asked about.
#[derive(Clone, Debug, PartialEq)]
pub enum Learned {
    /// The runners that GraphQL told; those that are missing are to be asked for by REST.
    Facts(Vec<RunnerFacts>),
    /// The same runners can be asked for again, by other queries.
    Again,
    /// The same runners can be asked for again, without what newer lists tell.
    NoMore,
    /// GraphQL does not serve here: ask by REST, these and all that follow.
    NotServed,
    /// It did not work out this time.
    Failed(Error),
}

impl Default for Pack {
    fn default() -> Self {
        Self { size: TO_BEGIN_WITH, ceiling: MOST, asks_cost: true, standing: Standing::Untried, is_priced: false }
    }
}

impl Pack {
    /// How many one query asks for, from 1 to [`MOST`].
    pub fn size(&self) -> usize {
        self.size
    }

    /// Whether it served before and does not answer even for a single runner by now. Where REST tells of that one, it does
    /// not serve any more; where that fails as well, GitLab is away.
    pub fn is_doubted(&self) -> bool {
        self.standing == Standing::Doubted
    }

    fn has_served(&self) -> bool {
        self.standing != Standing::Untried
    }

    /// Queries for all of these runners, also for what newer lists tell if `asks_more`.
    pub fn queries(&self, ids: &[u64], asks_more: bool) -> Vec<QueryRunners> {
        let asks_cost = self.asks_cost;
        // Equal parts are all answered sooner than a full one and a rest.
        let parts = ids.len().div_ceil(self.size).max(1);
        let part = ids.len().div_ceil(parts).max(1);
        ids.chunks(part).map(|ids| QueryRunners { ids: ids.to_vec(), asks_cost, asks_more }).collect()
    }

    /// A query that tells what one runner costs before the first ones are asked for; it asks for nobody. Once only.
    pub fn price_query(&mut self, asks_more: bool) -> Option<QueryRunners> {
        let is_priced = std::mem::replace(&mut self.is_priced, true);
        (!is_priced).then(|| QueryRunners { ids: vec![NOBODY], asks_cost: true, asks_more })
    }

    /// Learns from the answer to the query of nobody: how many fit, and whether there is GraphQL at all. Whether it
    /// tells of runners only those of somebody say.
    pub fn learn_price(&mut self, query: &QueryRunners, answer: Result<RunnersAnswer, Error>) -> Learned {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) if error.is_passing() && !is_refused_for_good(&error) => return Learned::Again,
            Err(_) => return Learned::NotServed,
        };
        if let Some(cost) = answer.cost().filter(|_| !self.has_served()) {
            self.size = fitting(cost, 1).clamp(1, self.ceiling);
        }
        match answer.runners() {
            Err(Reason::CostUnknown) => self.asks_cost = false,
            Err(Reason::Other) if query.asks_more => return Learned::NoMore,
            // Of nobody nothing else can be refused than the fields.
            Err(Reason::Other) => return Learned::NotServed,
            _ => {}
        }
        Learned::Again
    }

    /// Learns from the answer to one query.
    pub fn learn(&mut self, query: &QueryRunners, answer: Result<RunnersAnswer, Error>) -> Learned {
        let asked = query.ids.len();
        let answer = match answer {
            Ok(answer) => answer,
            Err(Error::RateLimited) => return Learned::Failed(Error::RateLimited),
            Err(Error::Unreachable) if self.has_served() => return Learned::Failed(Error::Unreachable),
            // It took too long for this query: the next ones are smaller, and REST tells of these.
            Err(error) if self.has_served() && error.is_passing() && !is_refused_for_good(&error) => {
                self.standing = if self.size == 1 { Standing::Doubted } else { Standing::Serves };
                self.size = if asked > 1 { self.size.min(asked / 2) } else { self.size };
                return Learned::Facts(Vec::new());
            }
            // A server that never answered a query may be kept from it by a proxy; REST goes its own way.
            Err(_) => return Learned::NotServed,
        };
        let cost = answer.cost();
        match answer.runners() {
            Ok(runners) => {
                self.standing = Standing::Serves;
                if let Some(cost) = cost {
                    self.size = fitting(cost, asked).clamp(1, self.ceiling);
                }
                Learned::Facts(runners)
            }
            // Once it told some, these alone are kept from this user.
            Err(Reason::NoneTold) if self.has_served() => Learned::Facts(Vec::new()),
            Err(Reason::CostUnknown) if query.asks_cost => {
                self.asks_cost = false;
                Learned::Again
            }
            Err(Reason::TooMuch) if asked > 1 => {
                self.ceiling = self.ceiling.min(asked - 1);
                self.size = self.size.min(asked / 2);
                Learned::Again
            }
            // It may not know a field.
            Err(Reason::Other) if query.asks_more => Learned::NoMore,
            Err(_) => Learned::NotServed,
        }
    }
}

/// 501 means that it does not do that at all.
fn is_refused_for_good(error: &Error) -> bool {
    matches!(error, Error::Server { status: 501, .. })
}

/// As many as cost nine tenths of the limit, if each costs the same.
fn fitting(cost: Cost, asked: usize) -> usize {
    let room = u64::from(cost.limit) * 9 / 10;
    usize::try_from(room * asked as u64 / u64::from(cost.score.max(1))).unwrap_or(MOST)
}

#[cfg(test)]
mod tests;
