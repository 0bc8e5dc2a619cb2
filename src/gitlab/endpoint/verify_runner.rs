//! `POST /runners/verify`: whether a runner's token is good. Whoever has the token; counts as contact.

use http::Method;
use serde::Serialize;

use super::Endpoint;
use crate::gitlab::registration::RegistrationDetails;
use crate::gitlab::token::RunnerToken;

/// Verifies a runner's token.
#[derive(Serialize)]
pub struct VerifyRunner {
    /// The runner's authentication token.
    pub token: RunnerToken,
    /// The machine that asks; GitLab wants it for `glrt-` tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_id: Option<String>,
}

impl Endpoint for VerifyRunner {
    type Answer = RegistrationDetails;

    fn method(&self) -> Method {
        Method::POST
    }

    fn path(&self) -> String {
        "runners/verify".to_owned()
    }

    fn body(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    fn is_personal(&self) -> bool {
        false
    }
}
