//! Waiting until a machine contacts GitLab as the new runner. Only while somebody sees the page; a try that failed is not the end.

use leptos::prelude::*;

use super::NewRunnerState;
use crate::browser::{sight, timers};
use crate::state::fleet::spawn;

/// How long between two looks.
const EVERY_MS: u32 = 3000;

impl NewRunnerState {
    pub(super) fn wait_for_contact(self, id: u64) {
        self.stop_waiting();
        let task = spawn(async move {
            loop {
                timers::sleep(EVERY_MS).await;
                if !sight::is_visible() {
                    continue;
                }
                let found = self.fleet.fetch_details(id).await;
                if found.is_ok_and(|details| details.contacted_at.is_some()) {
                    self.contacted.try_set(true);
                    return;
                }
            }
        });
        self.task.set_value(Some(task));
    }

    pub(super) fn stop_waiting(&self) {
        self.task.update_value(|task| {
            if let Some(task) = task.take() {
                task.abort();
            }
        });
    }
}
