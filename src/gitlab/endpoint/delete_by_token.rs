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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn the_token_goes_into_the_body() {
        let call = DeleteByToken { token: RunnerToken::parse("glrt-1").unwrap() };
        assert_eq!((call.method(), call.path().as_str()), (Method::DELETE, "runners"));
        assert!(!call.is_personal() && call.query().is_empty());
        let body: Value = serde_json::from_str(&call.body().unwrap()).unwrap();
        assert_eq!(body, json!({"token": "glrt-1"}));
    }
}
