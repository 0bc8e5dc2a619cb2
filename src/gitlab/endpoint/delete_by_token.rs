//! `DELETE /runners`: deletes the runner of a token, and its managers. Whoever has the token.

use http::Method;
use serde::Serialize;

use super::Endpoint;
use crate::gitlab::token::RunnerToken;

/// Deletes the runner of a token.
#[derive(Serialize)]
pub struct DeleteByToken {
    /// The runner's authentication token.
    pub token: RunnerToken,
}

impl Endpoint for DeleteByToken {
    type Answer = ();

    fn method(&self) -> Method {
        Method::DELETE
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
