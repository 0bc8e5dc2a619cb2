//! The small world of this package's own tests, and short words to ask it with.

use http::Request;
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::auth::Caller;
use crate::gitlab::Gitlab;
use crate::params::Params;
use crate::time;
use crate::world::World;
use crate::world::runner::Runner;

/// The instant at which the tests happen.
pub const NOW: &str = "2026-11-01T12:00:00Z";

/// [`NOW`] as a number.
pub fn now() -> i64 {
    time::parse(NOW).unwrap()
}

/// An answer, read.
pub struct Reply {
    pub status: u16,
    pub json: Value,
    pub body: Vec<u8>,
    headers: http::HeaderMap,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The ids of a list.
    pub fn ids(&self) -> Vec<u64> {
        self.json
            .as_array()
            .unwrap_or_else(|| panic!("no list: {}", self.json))
            .iter()
            .map(|item| item["id"].as_u64().unwrap())
            .collect()
    }

    /// The names of an object's keys.
    pub fn keys(&self) -> Vec<&str> {
        self.json.as_object().unwrap().keys().map(String::as_str).collect()
    }
}

/// Status and text of a refusal.
pub fn refusal(reply: &Reply) -> (u16, String) {
    let text = ["message", "error_description", "error"]
        .into_iter()
        .find_map(|key| reply.json.get(key))
        .cloned()
        .unwrap_or_default();
    (reply.status, text.as_str().map_or_else(|| text.to_string(), str::to_owned))
}

/// A GitLab of the sample world.
pub struct Sample {
    pub gitlab: Gitlab,
}

impl Sample {
    pub fn new() -> Self {
        Self { gitlab: Gitlab::new(world()) }
    }

    /// The sample world behaving as another version.
    pub fn at(profile: &str) -> Self {
        let mut sample = Self::new();
        sample.gitlab.world.settings.profile = crate::words::Profile::from_word(profile).unwrap();
        sample
    }

    pub fn get(&mut self, path: &str, token: &str) -> Reply {
        self.send("GET", path, &[("private-token", token)], b"")
    }

    pub fn put(&mut self, path: &str, token: &str, body: &str) -> Reply {
        self.send("PUT", path, &[("private-token", token), ("content-type", "application/json")], body.as_bytes())
    }

    pub fn post(&mut self, path: &str, token: &str, body: &str) -> Reply {
        self.send("POST", path, &[("private-token", token), ("content-type", "application/json")], body.as_bytes())
    }

    pub fn delete(&mut self, path: &str, token: &str) -> Reply {
        self.send("DELETE", path, &[("private-token", token)], b"")
    }

    pub fn world(&mut self) -> &mut World {
        &mut self.gitlab.world
    }

    pub fn runner(&self, id: u64) -> &Runner {
        &self.gitlab.world.runners[&id]
    }

    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let path = format!("{}/api/v4/{path}", self.gitlab.world.settings.relative_root);
        self.send_to(method, &path, headers, body)
    }

    pub fn send_to(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header("host", "gl.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, body) = self.gitlab.handle(request.body(body.to_vec()).unwrap(), now()).into_parts();
        let json = serde_json::from_slice(&body).unwrap_or(Value::Null);
        Reply { status: parts.status.as_u16(), json, body, headers: parts.headers }
    }

    pub fn give_scopes(&mut self, token: &str, scopes: &[&str]) {
        self.gitlab.world.tokens.get_mut(token).unwrap().scopes =
            scopes.iter().map(|scope| (*scope).to_owned()).collect();
    }

    pub fn patch_token(&mut self, token: &str, key: &str, value: &str) {
        let mut stored = self.gitlab.world.tokens[token].to_json(&self.gitlab.world);
        stored[key] = value.into();
        self.gitlab.world.merge(&json!({"tokens": [stored]}).to_string(), now()).unwrap();
    }

    /// The caller of a username's token.
    pub fn caller(world: &World, username: &str) -> Caller {
        let user = world.user_named(username).unwrap();
        Caller { user: user.id, admin: user.admin, auditor: user.auditor, token: format!("glpat-{username}") }
    }
}

/// A request for tests that need no world.
pub fn ask(path: &str) -> Ask {
    Ask {
        method: http::Method::GET,
        base: "http://gl.test".to_owned(),
        path: path.to_owned(),
        headers: http::HeaderMap::new(),
        params: Params::default(),
        caller: None,
        now: now(),
    }
}

/// One runner of each kind, people of each role, and a few jobs.
pub fn world() -> World {
    let token = |name: &str| json!({"token": format!("glpat-{name}"), "user": name});
    let manager = |id: u64, version: &str, contacted: &str| {
        json!({"id": id, "system_id": format!("s_{id}"), "version": version, "revision": "ab12cd34", "platform": "linux",
               "architecture": "arm64", "ip_address": format!("10.0.0.{id}"), "created_at": "-30d", "contacted_at": contacted})
    };
    let job = |id: u64, project: &str, runner: u64, status: &str| {
        json!({"id": id, "project": project, "runner": runner, "status": status, "user": "mira", "system_id": "s_2",
               "created_at": "-3h", "started_at": "-175m", "finished_at": if status == "running" { Value::Null } else { json!("-170m") }})
    };
    let world = json!({
        "users": [
            {"id": 1, "username": "root", "name": "Administrator", "admin": true}, {"id": 2, "username": "mira", "name": "Mira K"},
            {"id": 3, "username": "uma"}, {"id": 4, "username": "ada"}, {"id": 5, "username": "max"}, {"id": 6, "username": "pam"},
            {"id": 7, "username": "aud", "auditor": true}, {"id": 8, "username": "blocked", "state": "blocked"},
        ],
        "tokens": [
            token("root"), token("mira"), token("uma"), token("ada"), token("max"), token("pam"), token("aud"), token("blocked"),
            {"token": "glpat-expired", "user": "mira", "expires_at": "2026-10-01"},
            {"token": "glpat-revoked", "user": "mira", "revoked": true},
            {"token": "glpat-create", "user": "mira", "scopes": ["create_runner"]},
            {"token": "glpat-sudo", "user": "root", "scopes": ["api", "sudo"]},
            {"token": "glpat-adminmode", "user": "root", "scopes": ["api", "admin_mode"]},
        ],
        "groups": [
            {"id": 3, "path": "acme", "name": "Acme", "registration_token": "GR1348941grp", "members": {"mira": 50, "max": 40}}, {"id": 4, "path": "acme/tools", "name": "Tools"},
            {"id": 5, "path": "other"}, {"id": 6, "path": "open", "visibility": "public", "shared_runners": false},
        ],
        "projects": [
            {"id": 7, "path": "acme/app", "registration_token": "GR1348941prj", "members": {"uma": 20}}, {"id": 8, "path": "acme/tools/cli", "members": {"pam": 40}},
            {"id": 9, "path": "acme/solo", "group_runners": false, "shared_runners": false, "members": {"ada": 10}},
            {"id": 10, "path": "other/thing", "archived": true}, {"id": 11, "path": "open/site", "visibility": "public"},
            {"id": 12, "path": "mira/dots"},
        ],
        "runners": [
            {"id": 1, "type": "instance_type", "description": "shared", "tags": ["docker"], "contacted_at": "-1m",
             "managers": [manager(1, "15.0.3", "-1m"), manager(11, "15.11.0", "-3h")]},
            {"id": 20, "type": "group_type", "group": "acme", "description": "acme", "contacted_at": "-3h", "maintenance_note": "ask Mira"},
            {"id": 41, "type": "project_type", "projects": ["acme/app"], "description": "build-hall-3", "locked": true,
             "run_untagged": false, "tags": ["arm64", "docker"], "maximum_timeout": 5400, "created_by": "mira", "contacted_at": "-2m",
             "maintenance_note": "second rack", "managers": [manager(2, "18.9.1", "-2m"), manager(3, "17.0.0", "-8d")]},
            {"id": 42, "type": "project_type", "projects": ["acme/app", "acme/tools/cli"], "paused": true, "contacted_at": "-1m"},
            {"id": 43, "type": "project_type", "projects": [], "created_at": "-8d"},
            {"id": 44, "type": "project_type", "projects": ["other/thing"], "created_at": "-1d"},
        ],
        "jobs": [
            job(5001, "acme/app", 41, "success"), job(5002, "acme/app", 41, "running"), job(5003, "acme/app", 42, "failed"),
            job(5004, "acme/tools/cli", 42, "success"), job(5005, "other/thing", 1, "canceling"),
        ],
    });
    World::from_json(&world.to_string(), now()).unwrap()
}
