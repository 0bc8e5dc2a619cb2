//! Changing runners: GitLab's answer is the truth and takes the place of what was shown.

use leptos::prelude::*;

use super::FleetState;
use crate::gitlab::endpoint::EditRunner;
use crate::gitlab::error::Error;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_changes::RunnerChanges;

impl FleetState {
    /// Sends a change and takes the answer.
    ///
    /// # Errors
    /// Every [`Error`]; a runner that is gone leaves the list.
    pub async fn edit(self, id: u64, changes: RunnerChanges) -> Result<RunnerDetails, Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        self.busy.update(|busy| {
            busy.insert(id);
        });
        let call = EditRunner { id, changes, knows_paused: session.version.knows_paused() };
        let answer = session.client.send(&call).await;
        self.busy.update(|busy| {
            busy.remove(&id);
        });
        match &answer {
            Ok(details) => self.fleet.update(|fleet| fleet.set_details(details.clone())),
            Err(Error::NotFound { message: Some(_) }) => self.remove(id),
            Err(_) => {}
        }
        answer
    }
}
