//! Details of all listed runners, when somebody asks for them, or of all that a filter waits for: within the budget, to
//! be stopped at any time.

use std::collections::VecDeque;

use futures::stream::{FuturesUnordered, StreamExt};
use leptos::prelude::*;

use super::query::Query;
use super::{FleetState, spawn};
use crate::fleet::Fleet;
use crate::gitlab::client::Client;

/// Questions under way at the same time. The client lets no more through than it holds good.
const AT_ONCE: usize = 12;

impl FleetState {
    /// How many came of how many that were asked for, while all are loaded; tracked.
    pub fn details_progress(&self) -> Option<(usize, usize)> {
        self.all_progress.get()
    }

    /// About how many requests details of so many runners take.
    pub fn details_requests(&self, runners: usize) -> usize {
        runners.div_ceil(self.pack_size())
    }

    /// Loads the details of every listed runner whose details are not known or may be old.
    pub fn load_all_details(&self) {
        self.load_details(&self.with_untracked(|fleet| fleet.ids().collect::<Vec<_>>()));
    }

    /// Loads the details of those of these runners whose details are not known or may be old.
    pub fn load_details(&self, ids: &[u64]) {
        let Some(session) = self.session.open_untracked() else { return };
        self.stop_all_details();
        self.fleet.update(Fleet::forget_failures);
        // Those that somebody looks at come first.
        let wanted = self.last_wanted();
        let (mut missing, others): (Vec<u64>, Vec<u64>) =
            self.missing(ids).into_iter().partition(|id| wanted.contains(id));
        missing.extend(others);
        if missing.is_empty() {
            return;
        }
        let (state, client, all) = (*self, session.client.within_budget(), missing.clone());
        self.all_progress.set(Some((0, missing.len())));
        let task = spawn(async move {
            state.ask_for_all(&client, missing.into()).await;
            // Those that somebody looked at when it began were left to others, who may have given them up.
            state.ask_for_all(&client, state.missing(&all).into()).await;
            state.all_progress.set(None);
        });
        self.all_task.set_value(Some(task));
    }

    /// Gives up loading details of all; what came stays.
    pub fn stop_all_details(&self) {
        if let Some(task) = self.all_task.try_update_value(Option::take).flatten() {
            task.abort();
            // What it waited for is asked for again when it is wanted.
            let is_coming = |id: &u64| self.coming.with_value(|coming| coming.contains_key(id));
            self.fleet.update(|fleet| fleet.forget_requests(|id| !is_coming(id)));
        }
        self.all_progress.set(None);
    }

    async fn ask_for_all(self, client: &Client, mut ids: VecDeque<u64>) {
        let mut again: Vec<Query> = Vec::new();
        let mut under_way = FuturesUnordered::new();
        loop {
            while under_way.len() < AT_ONCE {
                let Some(query) = again.pop().or_else(|| self.next_query(&mut ids)) else { break };
                let asked = query.ids().len();
                under_way.push(async move { (asked, self.send_query(client, query).await) });
            }
            let Some((asked, more)) = under_way.next().await else { break };
            let left: usize = more.iter().map(|query| query.ids().len()).sum();
            self.count(asked - left);
            again.extend(more);
        }
    }

    /// About as many as one question asks about by now: that grows as GitLab tells what it costs. Those that came
    /// meanwhile are passed over.
    fn next_query(self, ids: &mut VecDeque<u64>) -> Option<Query> {
        while !ids.is_empty() {
            let some: Vec<u64> = ids.drain(..self.pack_size().min(ids.len())).collect();
            let missing = self.missing(&some);
            self.count(some.len() - missing.len());
            self.fleet.update_untracked(|fleet| missing.iter().for_each(|id| fleet.expect_details(*id)));
            if let Some(query) = self.queries(&missing).into_iter().next() {
                return Some(query);
            }
        }
        None
    }

    fn count(self, came: usize) {
        self.all_progress.update(|progress| {
            if let Some((done, all)) = progress {
                // One that was given up elsewhere comes twice.
                *done = (*done + came).min(*all);
            }
        });
    }
}
