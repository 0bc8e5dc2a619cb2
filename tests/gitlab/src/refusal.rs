//! Every body with which GitLab says no. It does not know when.

use serde_json::{Value, json};

/// A call that was not answered as asked: the status and the JSON that says why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Value,
}

impl Refusal {
    fn message(status: u16, message: impl Into<Value>) -> Self {
        Self { status, body: json!({ "message": message.into() }) }
    }

    fn error(status: u16, error: impl Into<String>) -> Self {
        Self { status, body: json!({ "error": error.into() }) }
    }

    fn bearer(status: u16, error: &str, description: &str) -> Self {
        Self { status, body: json!({ "error": error, "error_description": description }) }
    }

    /// Nobody is signed in, or the token is unknown.
    pub fn unauthorized() -> Self {
        Self::message(401, "401 Unauthorized")
    }

    /// The token's time is over.
    pub fn expired() -> Self {
        Self::bearer(401, "invalid_token", "Token is expired. You can either do re-authorization or token refresh.")
    }

    /// The token was taken back.
    pub fn revoked() -> Self {
        Self::bearer(401, "invalid_token", "Token was revoked. You have to re-authorize from the user.")
    }

    /// The token's scopes do not reach this far; `scopes` would.
    pub fn insufficient_scope(scopes: &[&str]) -> Self {
        Self {
            status: 403,
            body: json!({
                "error": "insufficient_scope",
                "error_description": "The request requires higher privileges than provided by the access token.",
                "scope": scopes.join(" "),
            }),
        }
    }

    /// Not with this role.
    pub fn forbidden() -> Self {
        Self::message(403, "403 Forbidden")
    }

    /// Not with this role, and why.
    pub fn forbidden_because(reason: &str) -> Self {
        Self::message(403, format!("403 Forbidden - {reason}"))
    }

    /// The thing of this kind is not there, or not to be seen.
    pub fn not_found(what: &str) -> Self {
        Self::message(404, format!("404 {what} Not Found"))
    }

    /// The row is not there (the wording of the database layer).
    pub fn no_record() -> Self {
        Self::message(404, "404 Not found")
    }

    /// No such route.
    pub fn no_route() -> Self {
        Self::error(404, "404 Not Found")
    }

    /// A request that makes no sense, and why.
    pub fn bad_request(reason: &str) -> Self {
        Self::message(400, format!("400 Bad request - {reason}"))
    }

    /// A 400 in plain words.
    pub fn bad(message: &str) -> Self {
        Self::message(400, message)
    }

    /// Parameters that did not pass validation, all problems in one sentence.
    pub fn invalid_params(problems: &str) -> Self {
        Self::error(400, problems)
    }

    /// A model that would not be saved: problems by attribute.
    pub fn invalid_model(problems: Value) -> Self {
        Self::message(400, problems)
    }

    /// A kind of pagination that is not to be had here.
    pub fn pagination(error: impl Into<String>) -> Self {
        Self::error(405, error)
    }

    /// A change that the stored thing does not allow.
    pub fn unprocessable(error: &str) -> Self {
        Self::error(422, error)
    }

    /// A runner that belongs nowhere asks.
    pub fn orphaned() -> Self {
        Self::message(422, "Runner is orphaned")
    }

    /// The thing was changed after the moment that the asker knows.
    pub fn precondition_failed() -> Self {
        Self::message(412, "412 Precondition Failed")
    }

    /// This way is closed, and why.
    pub fn gone(reason: &str) -> Self {
        Self::message(410, format!("410 Gone - {reason}"))
    }

    /// GitLab's own code fails here.
    pub fn crash() -> Self {
        Self::message(500, "500 Internal Server Error")
    }

    /// There is no job router.
    pub fn no_job_router() -> Self {
        Self::message(501, "Job Router is not available. Please contact your administrator.")
    }

    /// A body of a kind that is not understood.
    pub fn unsupported_type(content_type: &str) -> Self {
        Self::error(415, format!("The provided content-type '{content_type}' is not supported."))
    }

    /// API v3 is gone.
    pub fn api_v3() -> Self {
        Self::error(410, "API V3 is no longer supported. Use API V4 instead.")
    }

    /// The same in the words of GraphQL, which has a list of errors.
    pub fn in_graphql(self) -> Self {
        let text = ["error_description", "message", "error"].into_iter().find_map(|key| self.body[key].as_str());
        // The sentence for a token that is none is not known from the source.
        let text = if self == Self::unauthorized() { "Invalid token" } else { text.unwrap_or_default() };
        Self::graphql(self.status, text)
    }

    /// A request that brings no query that could be tried.
    pub fn graphql(status: u16, message: &str) -> Self {
        Self { status, body: json!({ "errors": [{ "message": message }] }) }
    }
}
