//! Deleting runners: one that is gone leaves the list.

use leptos::prelude::*;

use super::FleetState;
use crate::gitlab::endpoint::DeleteRunner;
use crate::gitlab::error::Error;
use crate::gitlab::timestamp::Timestamp;
use crate::search::Reading;
use crate::sweep::Sweep;

impl FleetState {
    /// Deletes a runner, unless somebody changed it after `unmodified_since`.
    ///
    /// # Errors
    /// Every [`Error`]; a runner that is gone already leaves the list too.
    pub async fn delete(self, id: u64, unmodified_since: Option<Timestamp>) -> Result<(), Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        self.busy.update(|busy| {
            busy.insert(id);
        });
        let answer = session.client.send(&DeleteRunner { id, unmodified_since }).await;
        if !self.session.is_still(&session) {
            return answer;
        }
        self.busy.update(|busy| {
            busy.remove(&id);
        });
        if answer.as_ref().err().is_none_or(Error::is_gone) {
            self.remove(id);
        }
        answer
    }

    /// Takes a runner that is gone out of the list and its total. What is being read is read again where rows may have
    /// moved.
    pub fn remove(self, id: u64) {
        let Some(was_listed) = self.fleet.try_update(|fleet| fleet.remove(id)).flatten() else { return };
        if was_listed {
            self.total.update(|total| *total = total.map(|total| total.saturating_sub(1)));
        }
        // The rows after it have moved up. A list is short enough to be read again.
        self.with_sweep(Sweep::shift);
        let is_list = matches!(*self.asked.read_untracked(), Some(Reading::List(_)));
        if is_list && self.is_loading_untracked() {
            self.reload();
        }
    }
}
