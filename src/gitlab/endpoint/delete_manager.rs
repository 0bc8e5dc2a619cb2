//! `DELETE /runners/managers`: removes one manager of a runner. Whoever has the runner's token.

use http::Method;
use serde::Serialize;

use super::Endpoint;
use crate::gitlab::token::RunnerToken;

/// Removes one manager.
#[derive(Serialize)]
pub struct DeleteManager {
    /// The runner's authentication token.
    pub token: RunnerToken,
    /// Which manager.
    pub system_id: String,
}

impl Endpoint for DeleteManager {
    type Answer = ();

    fn method(&self) -> Method {
        Method::DELETE
    }

    fn path(&self) -> String {
        "runners/managers".to_owned()
    }

    fn body(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    fn is_personal(&self) -> bool {
        false
    }
}
