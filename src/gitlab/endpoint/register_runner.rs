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
