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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn the_token_goes_into_the_body() {
        let call = ResetByToken { token: RunnerToken::parse("glrt-1").unwrap() };
        assert_eq!((call.method(), call.path().as_str()), (Method::POST, "runners/reset_authentication_token"));
        assert!(!call.is_personal() && call.query().is_empty());
        let body: Value = serde_json::from_str(&call.body().unwrap()).unwrap();
        assert_eq!(body, json!({"token": "glrt-1"}));
    }
}
