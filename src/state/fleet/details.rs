//! Details of runners: those on screen are asked for as soon as they stay there, and given up when they leave the
//! screen before they came.

use std::collections::HashMap;

use futures::future::join_all;
use leptos::prelude::*;

use super::query::Query;
use super::{Coming, FleetState, spawn};
use crate::fleet::Fleet;
use crate::gitlab::client::Client;
use crate::gitlab::endpoint::GetRunner;
use crate::gitlab::error::Error;
use crate::gitlab::runner::RunnerDetails;

/// More are not wanted by somebody who looks at them.
const IN_SIGHT: usize = 100;

impl FleetState {
    /// Asks for details of these runners where they are not known or may be old, and gives up those of others that are
    /// under way one by one.
    pub fn want_details(&self, ids: &[u64]) {
        self.set_wanted(ids);
        let gone: Vec<u64> = self.coming.with_value(|coming| {
            let is_gone = |id: &u64, coming: &Coming| coming.is_alone && !ids.contains(id);
            coming.iter().filter(|(id, coming)| is_gone(id, coming)).map(|(id, _)| *id).collect()
        });
        for id in &gone {
            if let Some(coming) = self.coming.try_update_value(|coming| coming.remove(id)).flatten() {
                coming.task.abort();
            }
        }
        self.fleet.update_untracked(|fleet| fleet.forget_requests(|id| gone.contains(id)));
        self.ask_missing(ids);
    }

    /// Asks for details of these runners where they are not known or may be old, and gives up nobody's.
    pub fn ask_missing(&self, ids: &[u64]) {
        self.ask_details(&self.missing(ids));
    }

    /// Asks for details of these runners, and gives up nobody's.
    pub(super) fn ask_details(&self, missing: &[u64]) {
        let Some(session) = self.session.open_untracked().filter(|_| !missing.is_empty()) else { return };
        let asked_at = self.with_untracked(Fleet::moment);
        for query in self.queries(missing) {
            let (state, client, ids) = (*self, session.client.clone(), query.ids());
            let is_alone = matches!(query, Query::One(_));
            let done = ids.clone();
            let task = spawn(async move {
                state.settle(&client, query).await;
                state.coming.update_value(|coming| {
                    for id in done {
                        if coming.get(&id).is_some_and(|coming| coming.asked_at == asked_at) {
                            coming.remove(&id);
                        }
                    }
                });
                if state.coming.with_value(HashMap::is_empty) {
                    state.tell_of_last();
                }
            });
            self.coming.update_value(|coming| {
                coming.extend(ids.into_iter().map(|id| (id, Coming { task: task.clone(), asked_at, is_alone })));
            });
        }
        // Told last, so that they are on their way before the table is painted.
        self.fleet.update(|fleet| {
            for id in missing {
                fleet.expect_details(*id);
            }
        });
    }

    /// Asks for details of all these runners. Of more than somebody can look at it is said how many came; they are kept
    /// within the budget and can be stopped.
    pub fn want_all(&self, ids: &[u64]) {
        if ids.len() > IN_SIGHT {
            self.load_details(ids);
        } else {
            self.want_details(ids);
        }
    }

    /// Those of these runners whose details are to be asked for.
    pub(super) fn missing(&self, ids: &[u64]) -> Vec<u64> {
        let is_coming = |id: &u64| self.coming.with_value(|coming| coming.contains_key(id));
        self.with_untracked(|fleet| {
            ids.iter().filter(|id| fleet.needs_details(**id) && !is_coming(id)).copied().collect()
        })
    }

    /// Asks until each runner's details came or cannot be had.
    async fn settle(self, client: &Client, query: Query) {
        let mut queries = vec![query];
        while !queries.is_empty() {
            let more = join_all(queries.into_iter().map(|query| self.send_query(client, query))).await;
            queries = more.into_iter().flatten().collect();
        }
    }

    /// Asks again for details of the runners on screen; those of others are asked for again when they come on screen.
    pub(super) fn renew_details(&self) {
        self.fleet.update(Fleet::doubt_details);
        self.want_noted();
    }

    /// Reads all there is of one runner now, known or not, and keeps it.
    ///
    /// # Errors
    /// Every [`Error`]; a runner that is gone leaves the list.
    pub async fn fetch_details(self, id: u64) -> Result<RunnerDetails, Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        let asked_at = self.with_untracked(Fleet::moment);
        let answer = session.client.send(&GetRunner { id }).await;
        if !self.session.is_still(&session) {
            return answer;
        }
        match &answer {
            Ok(details) => {
                self.fleet.update(|fleet| fleet.as_of(asked_at, |fleet| fleet.set_details(details.clone())));
            }
            Err(error) if error.is_gone() && self.with_untracked(|fleet| fleet.runner(id).is_some()) => self.remove(id),
            Err(error) => self.fleet.update(|fleet| fleet.fail_details(id, error.clone())),
        }
        answer
    }
}
