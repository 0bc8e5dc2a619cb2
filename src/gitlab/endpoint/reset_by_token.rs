//! `POST /runners/reset_authentication_token`: a new token in the place of this one. Whoever has the token.

use http::Method;
use serde::Serialize;

use super::Endpoint;
use crate::gitlab::registration::ResetTokenResult;
use crate::gitlab::token::RunnerToken;

/// Resets a token with itself.
#[derive(Serialize)]
pub struct ResetByToken {
    /// The runner's authentication token, as it is now.
    pub token: RunnerToken,
}

impl Endpoint for ResetByToken {
    type Answer = ResetTokenResult;

    fn method(&self) -> Method {
        Method::POST
    }

    fn path(&self) -> String {
        "runners/reset_authentication_token".to_owned()
    }

    fn body(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    fn is_personal(&self) -> bool {
        false
    }
}
