//! One question about details: of many runners through GraphQL where it answers, else of one through REST.

use leptos::prelude::*;

use super::FleetState;
use crate::fleet::Fleet;
use crate::gitlab::client::Client;
use crate::gitlab::endpoint::{GetRunner, QueryRunners};
use crate::gitlab::graphql::{Learned, Pack};

/// One question about details.
#[derive(Clone, Debug)]
pub enum Query {
    /// Of many.
    Many(QueryRunners),
    /// Of one.
    One(u64),
}

impl Query {
    /// The runners it asks about.
    pub fn ids(&self) -> Vec<u64> {
        match self {
            Self::Many(query) => query.ids.clone(),
            Self::One(id) => vec![*id],
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

    /// Asks and takes what came. Gives back what is still to be asked.
    pub(super) async fn send_query(self, client: &Client, query: Query) -> Vec<Query> {
        let asked_at = self.with_untracked(Fleet::moment);
        let more = match query {
            Query::One(id) => {
                match client.send(&GetRunner { id }).await {
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
                Vec::new()
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

    /// Takes what was asked for at a moment. Gives back what is still to be asked.
    fn take_learned(self, ids: &[u64], learned: Learned, asked_at: u32) -> Vec<Query> {
        match learned {
            Learned::Facts(facts) => {
                self.fleet.update_untracked(|fleet| {
                    fleet.as_of(asked_at, |fleet| facts.iter().for_each(|facts| fleet.learn(facts)));
                });
                let is_told = |id: &u64| facts.iter().any(|facts| facts.id == *id && !facts.has_more);
                ids.iter().filter(|id| !is_told(id)).copied().map(Query::One).collect()
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
