//! The one error of the client, and the only place that translates GitLab's refusals into it.

mod body;
mod sentence;

use http::StatusCode;

use super::json_path::path_at;
use super::transport::Unreachable;
use body::Body;
pub use sentence::{ORPHAN, advice};

/// Why a call did not give what it should. Cheap to clone, so that a view can keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// No answer came.
    Unreachable,
    /// 401: GitLab does not accept the token.
    Unauthorized(TokenProblem),
    /// 403, in GitLab's words; `scopes` are those that would have done, where that was the reason.
    Forbidden {
        /// GitLab's words.
        message: String,
        /// Such as `["api", "read_api"]`; empty when a scope is not what is missing.
        scopes: Vec<String>,
    },
    /// 403: a fine-grained token lacks a permission, which GitLab names.
    LacksPermission {
        /// GitLab's words.
        message: String,
    },
    /// 404; no words when it was not GitLab that answered.
    NotFound {
        /// GitLab's words.
        message: Option<String>,
    },
    /// 301: another address answers for it. 400, 405, 409, 410, 412, 422: GitLab will not take it as it is.
    Invalid {
        /// The answer's status.
        status: u16,
        /// GitLab's words on the whole.
        message: String,
        /// GitLab's words on single attributes, by their names in GitLab.
        fields: Vec<(String, String)>,
    },
    /// 429: too many requests. `Retry-After` cannot be read from a page.
    RateLimited,
    /// 5xx: GitLab, or a server in front of it, is not well.
    Server {
        /// The answer's status.
        status: u16,
        /// GitLab's words; empty when it was not GitLab that answered.
        message: String,
    },
    /// A success whose body is not what it should be.
    Unexpected {
        /// Where, as a JSON path.
        at: String,
        /// What should have stood there.
        expected: String,
    },
}

/// Why GitLab does not accept a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenProblem {
    /// It is not one of this GitLab's.
    Unknown,
    /// Its last day has passed.
    Expired,
    /// Someone took it back.
    Revoked,
    /// Another reason, in GitLab's words.
    Other(String),
}

impl Error {
    /// Translates an answer that is not a success.
    pub fn from_answer(status: StatusCode, body: &[u8]) -> Self {
        let body = Body::read(body);
        let words = body.words();
        let message = words.clone().unwrap_or_default();
        match status.as_u16() {
            401 => Self::Unauthorized(token_problem(&body, message)),
            403 if body.text("error") == Some("insufficient_granular_scope") => Self::LacksPermission { message },
            403 => Self::Forbidden { scopes: missing_scopes(&body), message },
            404 => Self::NotFound { message: words },
            429 => Self::RateLimited,
            500.. => Self::Server { status: status.as_u16(), message },
            status => Self::Invalid { status, message, fields: body.fields() },
        }
    }

    /// Translates a success whose body could not be read. Shows where, and never what stood there.
    pub fn from_body(body: &[u8], error: &serde_json::Error) -> Self {
        let line_start: usize =
            body.split_inclusive(|byte| *byte == b'\n').take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
        let words = error.to_string();
        let expected = words.rsplit_once("expected ").map_or("JSON", |(_, rest)| rest);
        let expected = expected.split_once(" at line").map_or(expected, |(what, _)| what);
        Self::Unexpected { at: path_at(body, line_start + error.column()), expected: expected.to_owned() }
    }

    /// Whether GitLab itself says that what was asked for is not there, and not a server in front of it.
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::NotFound { message: Some(_) })
    }

    /// Whether GitLab refuses it to this user or token.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Forbidden { .. } | Self::LacksPermission { .. })
    }

    /// Whether asking again in a moment may help.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unreachable | Self::RateLimited | Self::Server { .. })
    }
}

impl From<Unreachable> for Error {
    fn from(_: Unreachable) -> Self {
        Self::Unreachable
    }
}

fn token_problem(body: &Body, message: String) -> TokenProblem {
    let is_invalid_token = body.text("error") == Some("invalid_token");
    if is_invalid_token && message.contains("expired") {
        TokenProblem::Expired
    } else if is_invalid_token && message.contains("revoked") {
        TokenProblem::Revoked
    } else if message.is_empty() || message.starts_with("401 Unauthorized") || message == "Invalid token" {
        TokenProblem::Unknown
    } else {
        TokenProblem::Other(message)
    }
}

fn missing_scopes(body: &Body) -> Vec<String> {
    if body.text("error") != Some("insufficient_scope") {
        return Vec::new();
    }
    body.text("scope").unwrap_or("api").split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(status: u16, body: &str) -> Error {
        Error::from_answer(StatusCode::from_u16(status).unwrap(), body.as_bytes())
    }

    fn forbidden(message: &str, scopes: &[&str]) -> Error {
        Error::Forbidden { message: message.to_owned(), scopes: scopes.iter().map(ToString::to_string).collect() }
    }

    fn invalid(status: u16, message: &str) -> Error {
        Error::Invalid { status, message: message.to_owned(), fields: vec![] }
    }

    #[test]
    fn every_family_of_refusals_is_read() {
        let unauthorized = Error::Unauthorized;
        for (status, body, expected) in [
            (401, r#"{"message":"401 Unauthorized"}"#, unauthorized(TokenProblem::Unknown)),
            (401, "", unauthorized(TokenProblem::Unknown)),
            (
                401,
                r#"{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}"#,
                unauthorized(TokenProblem::Expired),
            ),
            (
                401,
                r#"{"error":"invalid_token","error_description":"Token was revoked. You have to re-authorize from the user."}"#,
                unauthorized(TokenProblem::Revoked),
            ),
            (
                401,
                r#"{"error":"dpop_error","error_description":"DPoP needed"}"#,
                unauthorized(TokenProblem::Other("DPoP needed".to_owned())),
            ),
            (403, r#"{"message":"403 Forbidden"}"#, forbidden("403 Forbidden", &[])),
            (
                403,
                r#"{"message":"403 Forbidden - No access granted"}"#,
                forbidden("403 Forbidden - No access granted", &[]),
            ),
            (
                403,
                r#"{"error":"insufficient_scope","error_description":"Higher privileges.","scope":"api read_api"}"#,
                forbidden("Higher privileges.", &["api", "read_api"]),
            ),
            (
                403,
                r#"{"error":"insufficient_granular_scope","error_description":"Needs read_runner."}"#,
                Error::LacksPermission { message: "Needs read_runner.".to_owned() },
            ),
            (
                404,
                r#"{"message":"404 Runner Not Found"}"#,
                Error::NotFound { message: Some("404 Runner Not Found".to_owned()) },
            ),
            (404, r#"{"error":"404 Not Found"}"#, Error::NotFound { message: Some("404 Not Found".to_owned()) }),
            (404, "<html>", Error::NotFound { message: None }),
            (
                400,
                r#"{"error":"status does not have a valid value"}"#,
                invalid(400, "status does not have a valid value"),
            ),
            (400, r#"{"message":"400 Bad request - Missing"}"#, invalid(400, "400 Bad request - Missing")),
            (405, r#"{"error":"405 Not Allowed"}"#, invalid(405, "405 Not Allowed")),
            (409, r#"{"message":"409 Conflict: Resource lock"}"#, invalid(409, "409 Conflict: Resource lock")),
            (412, r#"{"message":"412 Precondition Failed"}"#, invalid(412, "412 Precondition Failed")),
            (429, "Retry later\n", Error::RateLimited),
            (429, r#"{"message":{"error":"This endpoint has been requested too many times."}}"#, Error::RateLimited),
            (
                500,
                r#"{"message":"500 Internal Server Error"}"#,
                Error::Server { status: 500, message: "500 Internal Server Error".to_owned() },
            ),
            (401, r#"{"errors":[{"message":"Invalid token"}]}"#, unauthorized(TokenProblem::Unknown)),
            (403, r#"{"errors":[{"message":"API not accessible"}]}"#, forbidden("API not accessible", &[])),
            (422, r#"{"errors":[{"message":"No"},{"message":"such."}]}"#, invalid(422, "No such.")),
            (429, r#"{"errors":[{"message":"Too many"}]}"#, Error::RateLimited),
            (
                503,
                r#"{"errors":[{"message":"Not now"}]}"#,
                Error::Server { status: 503, message: "Not now".to_owned() },
            ),
            (502, "<html>Bad Gateway</html>", Error::Server { status: 502, message: String::new() }),
        ] {
            assert_eq!(error(status, body), expected, "{status} {body}");
        }
    }

    #[test]
    fn model_errors_are_kept_by_attribute() {
        let body = r#"{"message":{"tags_list":["can not be empty"],"maximum_timeout":["needs to be at least 10 minutes","is odd"]}}"#;
        let Error::Invalid { message, fields, .. } = error(400, body) else { panic!("not invalid") };
        assert!(message.contains("tags list can not be empty"), "{message}");
        assert!(fields.contains(&("maximum_timeout".to_owned(), "needs to be at least 10 minutes, is odd".to_owned())));
    }

    #[test]
    fn an_unreadable_body_is_named_but_not_shown() {
        let body = br#"[{"id":1},{"id":"hidden"}]"#;
        let error = serde_json::from_slice::<Vec<crate::gitlab::runner::Runner>>(body).unwrap_err();
        assert_eq!(
            Error::from_body(body, &error),
            Error::Unexpected { at: "$[1].id".to_owned(), expected: "u64".to_owned() }
        );
    }
}
