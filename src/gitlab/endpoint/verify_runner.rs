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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn call(system_id: Option<&str>) -> VerifyRunner {
        VerifyRunner { token: RunnerToken::parse("glrt-1").unwrap(), system_id: system_id.map(str::to_owned) }
    }

    fn body(call: &VerifyRunner) -> Value {
        serde_json::from_str(&call.body().unwrap()).unwrap()
    }

    #[test]
    fn asks_with_the_runners_token_alone() {
        let call = call(None);
        assert_eq!((call.method(), call.path().as_str()), (Method::POST, "runners/verify"));
        assert!(!call.is_personal() && call.query().is_empty());
        assert_eq!(body(&call), json!({"token": "glrt-1"}));
    }

    #[test]
    fn names_the_machine_where_it_is_known() {
        assert_eq!(body(&call(Some("s_1"))), json!({"token": "glrt-1", "system_id": "s_1"}));
    }
}
