//! Details of runners: those on screen are asked for once each, and given up when they leave the screen before they came.

use leptos::prelude::*;

use super::{FleetState, spawn};
use crate::fleet::Fleet;
use crate::gitlab::endpoint::GetRunner;
use crate::gitlab::error::Error;
use crate::gitlab::runner::RunnerDetails;

impl FleetState {
    /// Asks for details of these runners where they are not known or may be old, and gives up those of others that are under way.
    pub fn want_details(&self, ids: &[u64]) {
        self.wanted.set_value(ids.to_vec());
        let gone: Vec<u64> =
            self.detail_tasks.with_value(|tasks| tasks.keys().filter(|id| !ids.contains(id)).copied().collect());
        let is_coming = |id: &u64| self.detail_tasks.with_value(|tasks| tasks.contains_key(id));
        let missing: Vec<u64> = self.with_untracked(|fleet| {
            ids.iter().filter(|id| fleet.needs_details(**id) && !is_coming(id)).copied().collect()
        });
        if gone.is_empty() && missing.is_empty() {
            return;
        }
        for id in &gone {
            if let Some(task) = self.detail_tasks.try_update_value(|tasks| tasks.remove(id)).flatten() {
                task.abort();
            }
        }
        self.fleet.update(|fleet| {
            for id in &gone {
                fleet.forget_request(*id);
            }
            for id in &missing {
                fleet.expect_details(*id);
            }
        });
        for id in missing {
            let state = *self;
            let task = spawn(async move {
                // What went wrong is kept with the runner; its row shows what is known.
                let _ = state.fetch_details(id).await;
                state.detail_tasks.update_value(|tasks| drop(tasks.remove(&id)));
            });
            self.detail_tasks.update_value(|tasks| drop(tasks.insert(id, task)));
        }
    }

    /// Asks again for details of the runners on screen; those of others are asked for again when they come on screen.
    pub(super) fn renew_details(&self) {
        self.fleet.update(Fleet::doubt_details);
        self.want_details(&self.wanted.get_value());
    }

    /// Reads one runner's details now, known or not.
    ///
    /// # Errors
    /// Every [`Error`]; a runner that is gone leaves the list.
    pub async fn fetch_details(self, id: u64) -> Result<RunnerDetails, Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        let answer = session.client.send(&GetRunner { id }).await;
        self.fleet.update(|fleet| match &answer {
            Ok(details) => fleet.set_details(details.clone()),
            Err(error) => fleet.fail_details(id, error.clone()),
        });
        answer
    }
}
