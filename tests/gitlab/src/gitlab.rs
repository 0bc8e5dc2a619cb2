//! The simulated GitLab: a world, and the pipeline every request goes through (`lib/api/api.rb`).
//! It does not know what time it is, nor how requests travel.

use http::header::CONTENT_LENGTH;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Response};

use crate::answer::{self, Answer, Outcome};
use crate::ask::{self, Ask};
use crate::auth::{self, scopes};
use crate::cors;
use crate::etag;
use crate::graphql;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::routes::{self, Access, Handler};
use crate::world::World;

/// A GitLab with a memory.
#[derive(Clone, Debug)]
pub struct Gitlab {
    /// What it remembers.
    pub world: World,
    answered: u64,
}

impl Gitlab {
    /// A GitLab that begins with a world.
    pub fn new(world: World) -> Self {
        // The first list should not be the one that waits for it.
        world.runners.index();
        Self { world, answered: 0 }
    }

    /// Answers a request as of `now` (milliseconds since 1970), and remembers what it changed.
    pub fn handle(&mut self, request: Request<Vec<u8>>, now: i64) -> Response<Vec<u8>> {
        let (parts, body) = request.into_parts();
        let own = ask::origin_of(&parts);
        let Some(path) = parts.uri.path().strip_prefix(&self.world.settings.relative_root).map(str::to_owned) else {
            return page_not_found();
        };
        if let Some(answer) = cors::preflight(&parts, &path, &own) {
            return answer;
        }
        let mut answer = self.route(&parts, &body, &path, &own, now).unwrap_or_else(Answer::from);
        etag::tag(&mut answer, &parts);
        self.stamp(&mut answer);
        cors::permit(&mut answer, &parts.headers, &path, &own);
        if parts.method == Method::HEAD {
            let length = HeaderValue::from(answer.body().len());
            answer.headers_mut().entry(CONTENT_LENGTH).or_insert(length);
            answer.body_mut().clear();
        }
        answer
    }

    fn route(&mut self, parts: &Parts, body: &[u8], path: &str, own: &str, now: i64) -> Outcome {
        if path == "/api/v3" || path.starts_with("/api/v3/") {
            return Err(Refusal::api_v3());
        }
        if path == "/api/graphql" {
            return self.graphql(parts, body, path, own, now);
        }
        let Some(rest) = path.strip_prefix("/api/v4/") else {
            return if path.starts_with("/api/") { Err(Refusal::no_route()) } else { Ok(page_not_found()) };
        };
        // HEAD is GET without the body.
        let method = if parts.method == Method::HEAD { Method::GET } else { parts.method.clone() };
        let (route, in_path) =
            routes::find(&method, &ask::segments(rest), self.world.settings.profile).ok_or_else(Refusal::no_route)?;
        let mut ask = self.ask(method, parts, body, path, own, now)?;
        for (key, value) in in_path {
            ask.params.set(key, value);
        }
        if route.access != Access::Open {
            ask.caller = self.authenticate(parts, &ask, route.scopes)?;
            if route.access == Access::SignedIn {
                ask.caller()?;
            }
        }
        match route.handler {
            Handler::Read(read) => read(&self.world, &ask),
            Handler::Write(write) => write(&mut self.world, &ask),
        }
    }

    /// A request, read: nobody is signed in yet.
    fn ask(&self, method: Method, parts: &Parts, body: &[u8], path: &str, own: &str, now: i64) -> Result<Ask, Refusal> {
        let mut params = Params::default();
        params.add_form(parts.uri.query().unwrap_or_default().as_bytes());
        if method != Method::GET {
            let content_type = parts.headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
            params.add_body(content_type, body)?;
        }
        Ok(Ask {
            method,
            base: format!("{own}{}", self.world.settings.relative_root),
            path: path.to_owned(),
            headers: parts.headers.clone(),
            params,
            caller: None,
            now,
        })
    }

    fn authenticate(
        &mut self,
        parts: &Parts,
        ask: &Ask,
        scopes: scopes::Scopes,
    ) -> Result<Option<auth::Caller>, Refusal> {
        let request =
            scopes::Request { method: &ask.method, path: parts.uri.path(), has_id: ask.params.get("id").is_some() };
        let caller = auth::caller(&self.world, &parts.headers, &ask.params, scopes, &request, ask.now);
        if caller.is_err() {
            auth::heed_reuse(&mut self.world, &parts.headers, &ask.params);
        }
        let caller = caller?;
        let token = caller.as_ref().and_then(|caller| self.world.tokens.get_mut(&caller.token));
        if let Some(token) = token {
            token.last_used_at = Some(ask.now);
        }
        Ok(caller)
    }

    fn graphql(&mut self, parts: &Parts, body: &[u8], path: &str, own: &str, now: i64) -> Outcome {
        let method = if parts.method == Method::HEAD { Method::GET } else { parts.method.clone() };
        if !self.world.settings.graphql || !matches!(method, Method::GET | Method::POST) {
            return Err(Refusal::no_route());
        }
        let read = self.ask(method, parts, body, path, own, now).and_then(|mut ask| {
            ask.caller = self.authenticate(parts, &ask, scopes::Scopes::Graphql)?;
            Ok(ask)
        });
        graphql::answer(&self.world, &read.map_err(Refusal::in_graphql)?)
    }

    /// The headers that every answer of GitLab carries.
    fn stamp(&mut self, answer: &mut Answer) {
        self.answered += 1;
        let id = format!("01KFAKEG1T1AB{:013}", self.answered);
        answer::set_named(answer, "x-request-id", &id);
        answer::set_named(answer, "x-gitlab-meta", &format!("{{\"correlation_id\":\"{id}\",\"version\":\"1\"}}"));
        answer::set_named(answer, "x-runtime", "0.05");
        answer::set_named(answer, "x-frame-options", "SAMEORIGIN");
        answer::set_named(answer, "x-content-type-options", "nosniff");
        if !answer.headers().contains_key(http::header::CACHE_CONTROL) {
            let caching = match answer.status().as_u16() {
                200 | 201 | 304 => "max-age=0, private, must-revalidate",
                _ => "no-cache",
            };
            answer::set(answer, http::header::CACHE_CONTROL, caching);
        }
    }
}

/// What a browser gets outside the API.
fn page_not_found() -> Answer {
    answer::with_type(404, "text/html; charset=utf-8", b"<h1>404</h1><p>The page could not be found.</p>".to_vec())
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn paths_outside_the_api_are_told_apart() {
        let mut gitlab = Sample::new();
        for (path, status, text) in [
            ("/api/v4/nothing", 404, "404 Not Found"),
            ("/api/v4/groups/3/runners/all", 404, "404 Not Found"),
            ("/api/v5/runners", 404, "404 Not Found"),
            ("/api/v3/runners", 410, "API V3 is no longer supported. Use API V4 instead."),
        ] {
            let answer = gitlab.send_to("GET", path, &[], b"");
            assert_eq!(refusal(&answer), (status, text.to_owned()), "{path}");
            assert!(answer.json.get("error").is_some(), "{path}");
        }
        assert_eq!(gitlab.send_to("GET", "/", &[], b"").header("content-type"), Some("text/html; charset=utf-8"));
    }

    #[test]
    fn everything_is_below_the_relative_root() {
        let mut gitlab = Sample::new();
        gitlab.gitlab.world.settings.relative_root = "/gitlab".to_owned();
        let answer = gitlab.get("runners", "glpat-mira");
        assert_eq!(answer.status, 200);
        assert!(answer.header("link").unwrap().starts_with("<http://gl.test/gitlab/api/v4/runners?"));
        assert_eq!(gitlab.send_to("GET", "/api/v4/runners", &[("private-token", "glpat-mira")], b"").status, 404);
    }

    #[test]
    fn head_is_get_without_the_body() {
        let mut gitlab = Sample::new();
        let answer = gitlab.send("HEAD", "runners", &[("private-token", "glpat-mira")], b"");
        assert_eq!((answer.status, answer.body.len(), answer.header("x-total")), (200, 0, Some("3")));
        let length = gitlab.get("runners", "glpat-mira").body.len().to_string();
        assert_eq!(answer.header("content-length"), Some(length.as_str()));
    }

    #[test]
    fn answers_are_json_with_gitlabs_headers() {
        let answer = Sample::new().get("version", "glpat-mira");
        for (name, value) in [
            ("content-type", "application/json"),
            ("cache-control", "max-age=0, private, must-revalidate"),
            ("x-frame-options", "SAMEORIGIN"),
            ("x-content-type-options", "nosniff"),
            ("vary", "Origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name}");
        }
        assert_eq!(answer.header("x-request-id").unwrap().len(), 26);
    }

    #[test]
    fn graphql_may_be_switched_off() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.send_to("POST", "/api/graphql", &[], b"{}").status, 200);
        assert_eq!(gitlab.send_to("PUT", "/api/graphql", &[], b"{}").status, 404);
        gitlab.gitlab.world.settings.graphql = false;
        assert_eq!(gitlab.send_to("POST", "/api/graphql", &[], b"{}").status, 404);
    }

    #[test]
    fn a_token_remembers_when_it_was_used() {
        let mut gitlab = Sample::new();
        gitlab.get("version", "glpat-mira");
        assert_eq!(gitlab.gitlab.world.tokens["glpat-mira"].last_used_at, Some(crate::sample::now()));
    }
}
