//! One question about details: of many runners through GraphQL where it answers, else of one through REST.

use std::sync::Arc;

use leptos::prelude::*;

use super::{FleetState, spawn};
use crate::fleet::Fleet;
use crate::gitlab::client::Client;
use crate::gitlab::endpoint::{GetRunner, QueryRunners};
use crate::gitlab::error::Error;
use crate::gitlab::graphql::{Learned, Pack};
use crate::gitlab::runner::RunnerDetails;
use crate::state::connect::Session;

/// One question about details.
#[derive(Clone, Debug)]
pub enum Query {
    /// Of many.
    Many(QueryRunners),
    /// Of one.
    One(u64),
    /// Of one of those that GraphQL said nothing of; what comes of it decides over the others.
    Untold(Vec<u64>),
}

impl Query {
    /// The runners it asks about.
    pub fn ids(&self) -> Vec<u64> {
        match self {
            Self::Many(query) => query.ids.clone(),
            Self::One(id) => vec![*id],
            Self::Untold(ids) => ids.clone(),
        }
    }
}

impl FleetState {
    /// How many runners one question asks about.
    pub(super) fn pack_size(&self) -> usize {
        if self.with_untracked(Fleet::is_by_rest) { 1 } else { self.pack.with_value(Pack::size) }
    }

    /// The questions for these runners.
    pub(super) fn queries(&self, ids: &[u64]) -> Vec<Query> {
        if self.with_untracked(Fleet::is_by_rest) {
            return ids.iter().copied().map(Query::One).collect();
        }
        let asks_more = self.with_untracked(Fleet::asks_more);
        self.pack.with_value(|pack| pack.queries(ids, asks_more).into_iter().map(Query::Many).collect())
    }

    /// Learns what a query costs, once for a connection. It is best asked while the first page is on its way: the
    /// browser asks leave for GraphQL's address meanwhile, so that details take one way there and back and not two.
    pub(super) fn ask_price(self, session: &Arc<Session>) {
        let asks_more = self.with_untracked(Fleet::asks_more);
        let Some(query) = self.pack.try_update_value(|pack| pack.price_query(asks_more)).flatten() else { return };
        let session = session.clone();
        spawn(async move {
            let answer = session.client.send(&query).await;
            if self.session.is_still(&session) {
                let learned = self.pack.try_update_value(|pack| pack.learn_price(&query, answer));
                if let Some(learned) = learned.filter(|learned| *learned != Learned::Again) {
                    self.take_learned(&[], learned, 0);
                    self.tell();
                }
            }
        });
    }

    /// Asks and takes what came. Gives back what is still to be asked.
    pub(super) async fn send_query(self, client: &Client, query: Query) -> Vec<Query> {
        let asked_at = self.with_untracked(Fleet::moment);
        let more = match query {
            Query::One(id) => {
                let answer = client.send(&GetRunner { id }).await;
                self.take_one(id, answer, asked_at);
                Vec::new()
            }
            Query::Untold(mut ids) => {
                let Some(id) = ids.pop() else { return Vec::new() };
                let answer = client.send(&GetRunner { id }).await;
                if answer.is_ok() && self.pack.with_value(Pack::is_doubted) {
                    self.fleet.update_untracked(Fleet::go_by_rest);
                }
                let more = self.after_untold(ids, &answer);
                self.take_one(id, answer, asked_at);
                more
            }
            Query::Many(query) => {
                let answer = client.send(&query).await;
                let learned = self.pack.try_update_value(|pack| pack.learn(&query, answer));
                learned.map(|learned| self.take_learned(&query.ids, learned, asked_at)).unwrap_or_default()
            }
        };
        self.tell();
        more
    }

    /// Takes what REST answered to a question of a moment.
    fn take_one(self, id: u64, answer: Result<RunnerDetails, Error>, asked_at: u32) {
        match answer {
            Ok(details) => self.fleet.update_untracked(|fleet| {
                fleet.as_of(asked_at, |fleet| fleet.learn_details(&details));
            }),
            Err(error) if error.is_gone() => {
                self.remove(id);
                self.gone.set(Some(id));
            }
            // What went wrong is kept with the runner; its row shows what is known.
            Err(error) => self.fleet.update_untracked(|fleet| fleet.fail_details(id, error)),
        }
    }

    /// GraphQL is silent about runners that are gone and about those that the user may not read, and both ways ask the
    /// same of the user: where REST refuses one, asking for each of the others would only be refused as often.
    fn after_untold(self, others: Vec<u64>, answer: &Result<RunnerDetails, Error>) -> Vec<Query> {
        match answer {
            // A GitLab that is away for one is away for all; a 500 may be about that one.
            Err(error) if error.is_refusal() || error.is_passing() && !is_broken(error) => {
                self.fleet
                    .update_untracked(|fleet| others.iter().for_each(|id| fleet.fail_details(*id, error.clone())));
                Vec::new()
            }
            Err(error) if (error.is_gone() || is_broken(error)) && !others.is_empty() => vec![Query::Untold(others)],
            _ => others.into_iter().map(Query::One).collect(),
        }
    }

    /// Takes what was asked for at a moment. Gives back what is still to be asked.
    fn take_learned(self, ids: &[u64], learned: Learned, asked_at: u32) -> Vec<Query> {
        match learned {
            Learned::Facts(facts) => {
                self.fleet.update_untracked(|fleet| {
                    fleet.as_of(asked_at, |fleet| facts.iter().for_each(|facts| fleet.learn(facts)));
                });
                let told = |id: u64| facts.iter().find(|facts| facts.id == id);
                let untold: Vec<u64> = ids.iter().copied().filter(|id| told(*id).is_none()).collect();
                let more = ids.iter().copied().filter(|id| told(*id).is_some_and(|facts| facts.has_more));
                let untold = (!untold.is_empty()).then_some(Query::Untold(untold));
                more.map(Query::One).chain(untold).collect()
            }
            Learned::Again => self.queries(ids),
            Learned::NoMore => {
                self.fleet.update_untracked(|fleet| fleet.ask_more(false));
                self.queries(ids)
            }
            Learned::NotServed => {
                self.fleet.update_untracked(Fleet::go_by_rest);
                self.queries(ids)
            }
            Learned::Failed(error) => {
                self.fleet.update_untracked(|fleet| ids.iter().for_each(|id| fleet.fail_details(*id, error.clone())));
                Vec::new()
            }
        }
    }
}

/// Whether GitLab itself failed, and not what stands before it.
fn is_broken(error: &Error) -> bool {
    matches!(error, Error::Server { status: 500, .. })
}
