//! The control port: what tests do behind the page's back. A small JSON API, open to every origin; it is no part of GitLab.
//!
//! | call | does |
//! |---|---|
//! | `GET /log` · `DELETE /log` | the requests so far, oldest first: method, path, query, headers, body, status · forgets them |
//! | `GET /faults` · `POST /faults` · `DELETE /faults` | what goes wrong · adds one ([`Fault`], or a list) · takes all away, and lets go on what hangs |
//! | `GET /gitlab` · `PATCH /gitlab` | the settings, as a world file writes them · changes the named keys |
//! | `GET /KIND` | everything stored of a kind: `users` `tokens` `groups` `projects` `runners` `jobs` |
//! | `GET /KIND/KEY` · `PATCH` · `DELETE` | one thing as a world file writes it · changes the named keys · removes it |
//! | `POST /world` | adds what a world file says, and replaces what it names again |
//! | `GET /clock` · `POST /clock` | the time · moves it on: `{"seconds": 3600}` |
//! | `POST /reset` | back to the beginning: world, clock, no faults, an empty log |
//!
//! KEY is an id; for users also the username, for groups and projects the encoded path, for tokens the secret:
//! `PATCH /runners/41 {"paused":true}`, `PATCH /tokens/glpat-x {"revoked":true}`, `DELETE /runners/41`.
//! Relative times count from the fake's clock. What cannot be done answers 400 or 404 with `{"error": why}`.

mod things;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN};
use axum::http::{Method, Response, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use super::fault::Fault;
use super::http;
use super::stage::{Shared, Stage};
use crate::answer::{self, Answer};
use crate::ask;
use crate::time;

/// Why a call of the control port did nothing.
type Refused = (u16, String);

/// The control port of a stage.
pub fn router(shared: Shared) -> Router {
    Router::new().fallback(carry).with_state(shared)
}

async fn carry(State(shared): State<Shared>, request: Request) -> Result<Response<Body>, StatusCode> {
    let request = http::read(request).await?;
    let mut answer = match handle(&mut shared.lock(), request.method(), request.uri().path(), request.body()) {
        Ok(Value::Null) => answer::bare(204),
        Ok(value) => answer::json(200, &value),
        Err((status, why)) => answer::json(status, &json!({ "error": why })),
    };
    if *request.method() != Method::GET {
        shared.released.notify_waiters();
    }
    open(&mut answer);
    Ok(answer.map(Body::from))
}

/// Lets pages of every origin call.
fn open(answer: &mut Answer) {
    for (name, value) in [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PATCH, DELETE"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
    ] {
        answer::set(answer, name, value);
    }
}

fn handle(stage: &mut Stage, method: &Method, path: &str, body: &[u8]) -> Result<Value, Refused> {
    let segments = ask::segments(path);
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    match (method.as_str(), segments.as_slice()) {
        ("OPTIONS", _) => Ok(Value::Null),
        ("GET", ["log"]) => Ok(json!(stage.log.entries().collect::<Vec<_>>())),
        ("DELETE", ["log"]) => {
            stage.log.clear();
            Ok(Value::Null)
        }
        ("GET", ["faults"]) => Ok(json!(stage.faults)),
        ("POST", ["faults"]) => add_faults(stage, body),
        ("DELETE", ["faults"]) => {
            stage.faults.clear();
            Ok(Value::Null)
        }
        ("GET", ["clock"]) => Ok(clock(stage)),
        ("POST", ["clock"]) => {
            let Advance { seconds } = read(body)?;
            stage.clock.advance(seconds.saturating_mul(time::SECOND));
            Ok(clock(stage))
        }
        ("POST", ["reset"]) => {
            stage.reset();
            Ok(Value::Null)
        }
        ("POST", ["world"]) => {
            let now = stage.clock.now();
            stage.gitlab.world.merge(&String::from_utf8_lossy(body), now).map_err(|error| (400, error.to_string()))?;
            Ok(Value::Null)
        }
        ("GET", ["gitlab"]) => Ok(stage.gitlab.world.settings.to_json()),
        ("PATCH", ["gitlab"]) => things::patch_settings(stage, read(body)?),
        ("GET", [kind]) => things::list(&stage.gitlab.world, kind).ok_or_else(|| nothing(path)),
        ("GET", [kind, key]) => things::show(&stage.gitlab.world, kind, key).ok_or_else(|| nothing(path)),
        ("PATCH", [kind, key]) => things::patch(stage, kind, key, read(body)?),
        ("DELETE", [kind, key]) => things::remove(&mut stage.gitlab.world, kind, key).ok_or_else(|| nothing(path)),
        _ => Err((404, format!("no call {method} {path}"))),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: i64,
}

fn clock(stage: &Stage) -> Value {
    json!({ "now": time::show(stage.clock.now()) })
}

fn add_faults(stage: &mut Stage, body: &[u8]) -> Result<Value, Refused> {
    let value: Value = read(body)?;
    let faults = match value {
        Value::Array(list) => list,
        one => vec![one],
    };
    let read = |fault| serde_json::from_value::<Fault>(fault).map_err(|error| (400, error.to_string()));
    let faults = faults.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    stage.faults.extend(faults);
    Ok(Value::Null)
}

fn read<'b, T: Deserialize<'b>>(body: &'b [u8]) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|error| (400, format!("no JSON of the right shape: {error}")))
}

fn nothing(path: &str) -> Refused {
    (404, format!("nothing at {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::serve::clock::Clock;

    fn stage() -> Stage {
        Stage::new(sample::world(), Clock::Stopped { at: sample::now() }, 0)
    }

    fn call(stage: &mut Stage, call: &str, body: &Value) -> Result<Value, Refused> {
        let (method, path) = call.split_once(' ').unwrap();
        handle(stage, &method.parse().unwrap(), path, body.to_string().as_bytes())
    }

    #[test]
    fn a_stored_thing_is_shown_changed_and_removed() {
        let mut stage = stage();
        for (path, key, change) in [
            ("runners/41", "paused", json!(true)),
            ("runners/41", "tags", json!(["new"])),
            ("tokens/glpat-mira", "revoked", json!(true)),
            ("users/mira", "state", json!("blocked")),
            ("users/3", "admin", json!(true)),
            ("groups/3", "shared_runners", json!(false)),
            ("projects/acme%2Fapp", "archived", json!(true)),
            ("jobs/5002", "status", json!("success")),
        ] {
            call(&mut stage, &format!("PATCH /{path}"), &json!({ key: change })).unwrap();
            assert_eq!(call(&mut stage, &format!("GET /{path}"), &json!({})).unwrap()[key], change, "{path}");
        }
        for path in ["runners/41", "tokens/glpat-mira", "users/uma", "projects/7", "jobs/5001"] {
            call(&mut stage, &format!("DELETE /{path}"), &json!({})).unwrap();
            assert_eq!(call(&mut stage, &format!("GET /{path}"), &json!({})).unwrap_err().0, 404, "{path}");
        }
    }

    #[test]
    fn relative_times_count_from_the_clock() {
        let mut stage = stage();
        call(&mut stage, "POST /clock", &json!({"seconds": 3600})).unwrap();
        call(&mut stage, "PATCH /runners/41", &json!({"contacted_at": "-1m"})).unwrap();
        let runner = call(&mut stage, "GET /runners/41", &json!({})).unwrap();
        assert_eq!(runner["contacted_at"], "2026-11-01T12:59:00.000Z");
        assert_eq!(call(&mut stage, "GET /clock", &json!({})).unwrap(), json!({"now": "2026-11-01T13:00:00.000Z"}));
    }

    #[test]
    fn what_can_not_be_done_says_why() {
        let mut stage = stage();
        for (what, body, status, why) in [
            ("PATCH /runners/41", json!({"pausd": true}), 400, "runners[0].pausd: no such key"),
            ("PATCH /runners/41", json!({"projects": ["x/y"]}), 400, "runners[0].projects[0]: no project \"x/y\""),
            ("PATCH /runners/999", json!({}), 404, "nothing at /runners/999"),
            ("DELETE /groups/3", json!({}), 404, "nothing at /groups/3"),
            ("GET /nothing", json!({}), 404, "nothing at /nothing"),
            ("PUT /runners", json!({}), 404, "no call PUT /runners"),
            ("PATCH /gitlab", json!({"profile": "18"}), 400, "gitlab.profile: \"18\" is none of 15, 16, 17, 19"),
        ] {
            assert_eq!(call(&mut stage, what, &body), Err((status, why.to_owned())), "{what}");
        }
        assert_eq!(call(&mut stage, "POST /faults", &json!({"stat": 1})).unwrap_err().0, 400);
    }

    #[test]
    fn the_world_grows_and_is_reset() {
        let mut stage = stage();
        call(&mut stage, "POST /world", &json!({"runners": [{"id": 90, "type": "instance_type"}]})).unwrap();
        call(&mut stage, "PATCH /gitlab", &json!({"admin_mode": true})).unwrap();
        assert_eq!(call(&mut stage, "GET /runners", &json!({})).unwrap().as_array().unwrap().len(), 7);
        call(&mut stage, "POST /reset", &json!({})).unwrap();
        assert_eq!(call(&mut stage, "GET /runners", &json!({})).unwrap().as_array().unwrap().len(), 6);
        assert_eq!(call(&mut stage, "GET /gitlab", &json!({})).unwrap()["admin_mode"], json!(false));
    }

    #[test]
    fn faults_come_one_or_many_and_go_together() {
        let mut stage = stage();
        call(&mut stage, "POST /faults", &json!({"status": 500})).unwrap();
        call(&mut stage, "POST /faults", &json!([{"cut": true}, {"delay_ms": 5}])).unwrap();
        assert_eq!(call(&mut stage, "GET /faults", &json!({})).unwrap().as_array().unwrap().len(), 3);
        call(&mut stage, "DELETE /faults", &json!({})).unwrap();
        assert_eq!(call(&mut stage, "GET /faults", &json!({})).unwrap(), json!([]));
    }
}
