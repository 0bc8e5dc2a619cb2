//! `POST /runners`: registers a runner with a registration token. Deprecated; GitLab answers 410 where it is turned off.

use http::Method;
use serde::Serialize;

use super::Endpoint;
use crate::gitlab::registration::RegistrationDetails;
use crate::gitlab::runner_changes::RunnerChanges;
use crate::gitlab::token::RunnerToken;

/// Registers a runner.
#[derive(Serialize)]
pub struct RegisterRunner {
    /// The registration token of the instance, a group or a project.
    pub token: RunnerToken,
    /// What is set from the beginning.
    #[serde(flatten)]
    pub settings: RunnerChanges,
}

impl Endpoint for RegisterRunner {
    type Answer = RegistrationDetails;

    fn method(&self) -> Method {
        Method::POST
    }

    fn path(&self) -> String {
        "runners".to_owned()
    }

    fn body(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    fn is_personal(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn call(settings: RunnerChanges) -> RegisterRunner {
        RegisterRunner { token: RunnerToken::parse("GR1").unwrap(), settings }
    }

    fn body(settings: RunnerChanges) -> Value {
        serde_json::from_str(&call(settings).body().unwrap()).unwrap()
    }

    #[test]
    fn nothing_is_set_that_nobody_chose() {
        let call = call(RunnerChanges::default());
        assert_eq!((call.method(), call.path().as_str()), (Method::POST, "runners"));
        assert!(!call.is_personal() && call.query().is_empty());
        assert_eq!(body(RunnerChanges::default()), json!({"token": "GR1"}));
    }

    #[test]
    fn settings_stand_beside_the_token() {
        let settings = RunnerChanges {
            description: Some("hall".to_owned()),
            tag_list: Some(vec!["gpu".to_owned()]),
            run_untagged: Some(false),
            maximum_timeout: Some(Some(5400)),
            ..RunnerChanges::paused(true)
        };
        let expected = json!({"token": "GR1", "description": "hall", "tag_list": ["gpu"], "run_untagged": false,
            "maximum_timeout": 5400, "paused": true});
        assert_eq!(body(settings), expected);
    }
}
