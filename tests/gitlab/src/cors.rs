//! Which pages may read an answer (`config/application.rb`, by way of rack-cors). It does not know what is answered.

use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, ORIGIN, VARY,
};
use http::request::Parts;
use http::{HeaderMap, Method};

use crate::answer::{self, Answer};

/// The headers that scripts may read on `/api/*`.
const EXPOSED: &str = "Link, X-Total, X-Total-Pages, X-Per-Page, X-Page, X-Next-Page, X-Prev-Page, X-Gitlab-Blob-Id, \
    X-Gitlab-Commit-Id, X-Gitlab-Content-Sha256, X-Gitlab-Encoding, X-Gitlab-File-Name, X-Gitlab-File-Path, \
    X-Gitlab-Last-Commit-Id, X-Gitlab-Ref, X-Gitlab-Size, X-Request-Id, ETag, X-Streaming-Format";

const ANY: &str = "GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD";

/// What one family of paths permits to other origins.
struct Rule {
    methods: &'static str,
    /// `None` for any.
    headers: Option<&'static [&'static str]>,
    exposed: &'static str,
}

fn rule(path: &str) -> Option<Rule> {
    let rule = |methods, headers| Some(Rule { methods, headers: Some(headers), exposed: "" });
    match path {
        "/oauth/token" | "/oauth/revoke" => {
            rule("POST, OPTIONS", &["authorization", "x-csrf-token", "x-requested-with"])
        }
        "/oauth/token/info" => {
            rule("GET, HEAD, OPTIONS", &["authorization", "x-gitlab-language-server-version", "user-agent"])
        }
        "/oauth/userinfo" => rule("GET, HEAD, POST, OPTIONS", &["authorization"]),
        "/oauth/discovery/keys" | "/.well-known/openid-configuration" | "/.well-known/webfinger" => {
            rule("GET, HEAD", &[])
        }
        api if api.starts_with("/api/") => Some(Rule { methods: ANY, headers: None, exposed: EXPOSED }),
        _ => None,
    }
}

/// The answer to a browser that asks whether it may ask.
pub fn preflight(parts: &Parts, path: &str, own: &str) -> Option<Answer> {
    let asked = text(&parts.headers, ACCESS_CONTROL_REQUEST_METHOD.as_str())?;
    let origin = text(&parts.headers, ORIGIN.as_str())?;
    let rule = rule(path).filter(|_| parts.method == Method::OPTIONS)?;
    let headers = text(&parts.headers, ACCESS_CONTROL_REQUEST_HEADERS.as_str());
    if !rule.methods.split(", ").any(|method| method == asked) || !rule.allows(headers.unwrap_or_default()) {
        return None;
    }
    let mut answer = answer::bare(200);
    answer::set(&mut answer, VARY, "Origin");
    rule.write(&mut answer, origin, own);
    if let Some(headers) = headers {
        answer::set(&mut answer, ACCESS_CONTROL_ALLOW_HEADERS, headers);
    }
    Some(answer)
}

/// Adds to an answer what lets a page of another origin read it.
pub fn permit(answer: &mut Answer, headers: &HeaderMap, path: &str, own: &str) {
    answer::set(answer, VARY, "Origin");
    if let (Some(origin), Some(rule)) = (text(headers, ORIGIN.as_str()), rule(path)) {
        rule.write(answer, origin, own);
    }
}

impl Rule {
    fn allows(&self, asked: &str) -> bool {
        let Some(allowed) = self.headers else { return true };
        asked
            .split(',')
            .map(|name| name.trim().to_ascii_lowercase())
            .all(|name| name.is_empty() || allowed.contains(&name.as_str()))
    }

    fn write(&self, answer: &mut Answer, origin: &str, own: &str) {
        let credentials = origin == own && self.headers.is_none();
        answer::set(answer, ACCESS_CONTROL_ALLOW_ORIGIN, if credentials { origin } else { "*" });
        if credentials {
            answer::set(answer, ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        answer::set(answer, ACCESS_CONTROL_ALLOW_METHODS, self.methods);
        answer::set(answer, ACCESS_CONTROL_EXPOSE_HEADERS, self.exposed);
        answer::set(answer, ACCESS_CONTROL_MAX_AGE, "7200");
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use crate::sample::Sample;

    const PAGE: (&str, &str) = ("origin", "http://page.test");

    #[test]
    fn a_preflight_needs_no_token_and_echoes_the_asked_headers() {
        let asked = [
            PAGE,
            ("access-control-request-method", "PUT"),
            ("access-control-request-headers", "private-token,content-type"),
        ];
        let answer = Sample::new().send("OPTIONS", "runners/41", &asked, b"");
        assert_eq!((answer.status, answer.body.len()), (200, 0));
        for (name, value) in [
            ("access-control-allow-origin", "*"),
            ("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD"),
            ("access-control-allow-headers", "private-token,content-type"),
            ("access-control-max-age", "7200"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name}");
        }
    }

    #[test]
    fn answers_and_refusals_are_readable_from_anywhere() {
        let mut gitlab = Sample::new();
        for (token, status) in [("glpat-mira", 200), ("", 401), ("glpat-create", 403)] {
            let answer = gitlab.send("GET", "runners", &[PAGE, ("private-token", token)], b"");
            assert_eq!((answer.status, answer.header("access-control-allow-origin")), (status, Some("*")));
            let exposed = answer.header("access-control-expose-headers").unwrap();
            assert!(exposed.starts_with("Link, X-Total, ") && exposed.ends_with("ETag, X-Streaming-Format"));
            assert!(!exposed.contains("Retry-After"));
        }
        let unknown = gitlab.send("GET", "nothing/here", &[PAGE], b"");
        assert_eq!((unknown.status, unknown.header("access-control-allow-origin")), (404, Some("*")));
    }

    #[test]
    fn without_origin_there_are_no_cors_headers() {
        assert_eq!(Sample::new().get("runners", "glpat-mira").header("access-control-allow-origin"), None);
    }

    #[test]
    fn the_instances_own_pages_may_bring_credentials() {
        let answer = Sample::new().send("GET", "version", &[("origin", "http://gl.test")], b"");
        assert_eq!(answer.header("access-control-allow-origin"), Some("http://gl.test"));
        assert_eq!(answer.header("access-control-allow-credentials"), Some("true"));
    }

    #[test]
    fn oauth_takes_no_json_from_other_origins() {
        let mut gitlab = Sample::new();
        let asked =
            |headers| [PAGE, ("access-control-request-method", "POST"), ("access-control-request-headers", headers)];
        let answer = gitlab.send_to("OPTIONS", "/oauth/token", &asked("authorization"), b"");
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, Some("*")));
        let answer = gitlab.send_to("OPTIONS", "/oauth/token", &asked("content-type"), b"");
        assert_eq!(answer.header("access-control-allow-headers"), None);
    }
}
