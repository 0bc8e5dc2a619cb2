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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn the_token_goes_into_the_body() {
        let call = DeleteManager { token: RunnerToken::parse("glrt-1").unwrap(), system_id: "s_1".to_owned() };
        assert_eq!((call.method(), call.path().as_str()), (Method::DELETE, "runners/managers"));
        assert!(!call.is_personal() && call.query().is_empty());
        let body: Value = serde_json::from_str(&call.body().unwrap()).unwrap();
        assert_eq!(body, json!({"token": "glrt-1", "system_id": "s_1"}));
    }
}
