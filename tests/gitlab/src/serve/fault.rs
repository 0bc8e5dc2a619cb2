//! Things that go wrong on purpose. It does not know what would have been answered.

use std::collections::BTreeMap;

use axum::http::Method;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One thing that goes wrong, for the requests it fits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent switches of one JSON object")]
pub struct Fault {
    /// The method it fits; without one, every method but `OPTIONS`.
    pub method: Option<String>,
    /// The path it fits, `*` for anything; with a `?` in it, the query is compared too.
    pub path: String,
    /// Answer with this status instead of GitLab's answer.
    pub status: Option<u16>,
    /// The body of that answer: a text as it is, anything else as JSON.
    pub body: Option<Value>,
    /// The content type of that answer; told by the body if left out.
    pub content_type: Option<String>,
    /// More headers of that answer.
    pub headers: BTreeMap<String, String>,
    /// Wait so many milliseconds first.
    pub delay_ms: u64,
    /// Do not answer, until the fault is taken away; then answer as GitLab would.
    pub hang: bool,
    /// Close the connection without an answer.
    pub cut: bool,
    /// Whether answers carry CORS headers.
    pub cors: bool,
    /// Whether GitLab acts on the request although its answer is replaced or lost.
    pub acts: bool,
    /// How often it happens; always, if left out.
    pub times: Option<u32>,
}

impl Default for Fault {
    fn default() -> Self {
        Self {
            method: None,
            path: "*".to_owned(),
            status: None,
            body: None,
            content_type: None,
            headers: BTreeMap::new(),
            delay_ms: 0,
            hang: false,
            cut: false,
            cors: true,
            acts: false,
            times: None,
        }
    }
}

impl Fault {
    /// Whether it fits a request.
    pub fn fits(&self, method: &Method, path: &str, query: &str) -> bool {
        let method_fits = match &self.method {
            Some(own) => own.eq_ignore_ascii_case(method.as_str()),
            None => *method != Method::OPTIONS,
        };
        let whole = if self.path.contains('?') { format!("{path}?{query}") } else { path.to_owned() };
        method_fits && glob(&self.path, &whole)
    }

    /// Its body as bytes, and their type.
    pub fn body(&self) -> (Vec<u8>, &str) {
        let (bytes, told) = match &self.body {
            None => (Vec::new(), "application/json"),
            Some(Value::String(text)) => (text.clone().into_bytes(), "text/plain"),
            Some(value) => (value.to_string().into_bytes(), "application/json"),
        };
        (bytes, self.content_type.as_deref().unwrap_or(told))
    }
}

/// Whether a text fits a pattern in which `*` stands for anything.
fn glob(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((head, rest)) => text.strip_prefix(head).is_some_and(|tail| {
            let ends = tail.char_indices().map(|(at, _)| at).chain([tail.len()]);
            ends.into_iter().any(|at| glob(rest, &tail[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_for_anything_between() {
        for (pattern, text, expected) in [
            ("*", "/api/v4/runners", true),
            ("/api/v4/runners", "/api/v4/runners", true),
            ("/api/v4/runners", "/api/v4/runners/1", false),
            ("/api/v4/runners/*", "/api/v4/runners/1/jobs", true),
            ("*/runners/*/jobs", "/api/v4/runners/1/jobs", true),
            ("*/runners/*/jobs", "/api/v4/runners/1/managers", false),
        ] {
            assert_eq!(glob(pattern, text), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn a_preflight_is_hit_only_when_it_is_named() {
        let any = Fault::default();
        assert!(any.fits(&Method::GET, "/x", "") && !any.fits(&Method::OPTIONS, "/x", ""));
        let named = Fault { method: Some("options".to_owned()), ..Fault::default() };
        assert!(named.fits(&Method::OPTIONS, "/x", ""));
    }

    #[test]
    fn the_query_counts_when_the_pattern_has_one() {
        let second = Fault { path: "*/runners?*page=2*".to_owned(), ..Fault::default() };
        assert!(second.fits(&Method::GET, "/api/v4/runners", "page=2&per_page=100"));
        assert!(!second.fits(&Method::GET, "/api/v4/runners", "page=1"));
    }

    #[test]
    fn a_body_tells_its_type() {
        let body = |json: &str| {
            let fault: Fault = serde_json::from_str(json).unwrap();
            let (bytes, content_type) = fault.body();
            (String::from_utf8(bytes).unwrap(), content_type.to_owned())
        };
        assert_eq!(body(r#"{"body":"Retry later\n"}"#), ("Retry later\n".to_owned(), "text/plain".to_owned()));
        assert_eq!(
            body(r#"{"body":{"message":"x"}}"#),
            (r#"{"message":"x"}"#.to_owned(), "application/json".to_owned())
        );
        assert_eq!(body(r#"{"body":"<h1>","content_type":"text/html"}"#).1, "text/html");
    }
}
