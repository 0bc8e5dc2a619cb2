//! Answers as bytes. It does not know what they say.

use http::header::{CONTENT_TYPE, HeaderName, HeaderValue, WWW_AUTHENTICATE};
use http::{Response, StatusCode};
use serde::Serialize;

use crate::refusal::Refusal;

/// An answer, ready to travel.
pub type Answer = Response<Vec<u8>>;

/// What a handler comes to.
pub type Outcome = Result<Answer, Refusal>;

/// A JSON answer.
pub fn json(status: u16, body: &impl Serialize) -> Answer {
    // Our bodies have text keys and finite numbers only, so writing them cannot fail.
    let bytes = serde_json::to_vec(body).unwrap_or_default();
    with_type(status, "application/json", bytes)
}

/// A 200 with JSON.
pub fn ok(body: &impl Serialize) -> Answer {
    json(200, body)
}

/// An answer of any type.
pub fn with_type(status: u16, content_type: &str, body: Vec<u8>) -> Answer {
    let mut answer = bare(status);
    *answer.body_mut() = body;
    set(&mut answer, CONTENT_TYPE, content_type);
    answer
}

/// An answer without body or type.
pub fn bare(status: u16) -> Answer {
    let mut answer = Response::new(Vec::new());
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    answer
}

/// Sets a header; a value that cannot stand in one is left out.
pub fn set(answer: &mut Answer, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// Sets a header by its lower-case name.
pub fn set_named(answer: &mut Answer, name: &'static str, value: &str) {
    set(answer, HeaderName::from_static(name), value);
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        let mut answer = json(refusal.status, &refusal.body);
        if let (401, Some(error)) = (refusal.status, refusal.body["error"].as_str()) {
            let description = refusal.body["error_description"].as_str().unwrap_or_default();
            let challenge = format!("Bearer realm=\"The API\", error=\"{error}\", error_description=\"{description}\"");
            set(&mut answer, WWW_AUTHENTICATE, &challenge);
        }
        answer
    }
}
