//! `PUT /runners/:id`: changes one runner. Needs `api` or `manage_runner`, and the right to update it.

use http::Method;

use super::Endpoint;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_changes::RunnerChanges;

/// Changes what is to change and leaves the rest.
pub struct EditRunner {
    /// The runner's id.
    pub id: u64,
    /// Only the changed fields.
    pub changes: RunnerChanges,
    /// GitLab before 14.8 has no `paused`, only its opposite, `active`.
    pub knows_paused: bool,
}

impl Endpoint for EditRunner {
    type Answer = RunnerDetails;

    fn method(&self) -> Method {
        Method::PUT
    }

    fn path(&self) -> String {
        format!("runners/{}", self.id)
    }

    fn body(&self) -> Option<String> {
        let changes = if self.knows_paused { self.changes.clone() } else { self.changes.clone().in_old_words() };
        serde_json::to_string(&changes).ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn body(changes: RunnerChanges, knows_paused: bool) -> Value {
        serde_json::from_str(&EditRunner { id: 41, changes, knows_paused }.body().unwrap()).unwrap()
    }

    #[test]
    fn sends_changed_keys_only() {
        assert_eq!(body(RunnerChanges::paused(true), true), json!({"paused": true}));
        let changes = RunnerChanges { maximum_timeout: Some(None), tag_list: Some(vec![]), ..RunnerChanges::default() };
        assert_eq!(body(changes, true), json!({"maximum_timeout": null, "tag_list": []}));
    }

    #[test]
    fn old_servers_get_active() {
        assert_eq!(body(RunnerChanges::paused(true), false), json!({"active": false}));
        assert_eq!(body(RunnerChanges::paused(false), false), json!({"active": true}));
    }
}
