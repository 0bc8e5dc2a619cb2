//! Changing runners: GitLab's answer is the truth and takes the place of what was shown.

use leptos::prelude::*;

use super::FleetState;
use crate::gitlab::endpoint::EditRunner;
use crate::gitlab::error::Error;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_changes::RunnerChanges;
use crate::search::Reading;

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
        if !self.session.is_still(&session) {
            return answer;
        }
        self.busy.update(|busy| {
            busy.remove(&id);
        });
        match &answer {
            Ok(details) => {
                self.fleet.update(|fleet| fleet.set_changed(details.clone()));
                self.doubt_filtered();
                // What was under way for it is older, and may have told what this answer does not.
                self.coming.update_value(|coming| drop(coming.remove(&id)));
                self.ask_missing(&[id]);
            }
            Err(error) if error.is_gone() => self.remove(id),
            Err(_) => {}
        }
        answer
    }

    /// A runner that was changed may belong to other lists that GitLab has filtered, and moves the rows after it in one
    /// that is being read. A list is short enough to be read again.
    fn doubt_filtered(self) {
        let is_whole = |reading: &Reading| *reading == reading.whole();
        self.kept.update_value(|kept| kept.retain(|reading, _| is_whole(reading)));
        let is_moved = matches!(&*self.asked.read_untracked(), Some(reading @ Reading::List(_)) if !is_whole(reading));
        if is_moved && self.is_loading_untracked() {
            self.reload();
        }
    }
}
