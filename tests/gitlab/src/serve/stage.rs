//! A GitLab with everything a test may do to it: faults before it, a log beside it, a clock above it.
//! It does not know how requests arrive.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderName, Request, Response};
use tokio::sync::Notify;

use super::clock::Clock;
use super::fault::Fault;
use super::log::Log;
use crate::answer::{self, Answer};
use crate::cors;
use crate::gitlab::Gitlab;
use crate::world::World;
use crate::world::random::Random;

/// A stage that several ports share.
#[derive(Clone)]
pub struct Shared {
    stage: Arc<Mutex<Stage>>,
    /// Told whenever faults are taken away.
    pub released: Arc<Notify>,
}

impl Shared {
    /// A stage to share.
    pub fn new(stage: Stage) -> Self {
        Self { stage: Arc::new(Mutex::new(stage)), released: Arc::new(Notify::new()) }
    }

    /// The stage, for oneself alone. A test that panicked while it held it left no half-done change.
    pub fn lock(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A GitLab and its surroundings.
pub struct Stage {
    /// The GitLab.
    pub gitlab: Gitlab,
    /// The world to go back to.
    seed: World,
    /// What goes wrong.
    pub faults: Vec<Fault>,
    /// What was asked.
    pub log: Log,
    /// What time it is.
    pub clock: Clock,
    started: Clock,
    chaos: u64,
    random: Random,
}

impl Stage {
    /// A stage with a world, at a time, on which so many of a hundred requests go wrong.
    pub fn new(world: World, clock: Clock, chaos: u64) -> Self {
        Self {
            gitlab: Gitlab::new(world.clone()),
            seed: world,
            faults: Vec::new(),
            log: Log::default(),
            clock,
            started: clock,
            chaos,
            random: Random::new(1),
        }
    }

    /// Goes back to how it began: world, clock, no faults, an empty log.
    pub fn reset(&mut self) {
        self.gitlab = Gitlab::new(self.seed.clone());
        self.faults.clear();
        self.log.clear();
        self.clock = self.started;
        self.random = Random::new(1);
    }

    /// The fault that hits a request, used up by once.
    pub fn strike(&mut self, request: &Request<Vec<u8>>) -> Option<Fault> {
        let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
        let hits = |fault: &Fault| fault.times != Some(0) && fault.fits(request.method(), path, query);
        let Some(at) = self.faults.iter().position(hits) else {
            return self.mishap(request);
        };
        let fault = self.faults[at].clone();
        match &mut self.faults[at].times {
            None => {}
            Some(times) if *times > 1 => *times -= 1,
            // What hangs stays in the list, so that taking it away lets it go on.
            Some(times) if fault.hang => *times = 0,
            Some(_) => _ = self.faults.remove(at),
        }
        Some(fault)
    }

    /// The answer to a request, spoiled by a fault if there is one; none if the connection is to be cut.
    pub fn answer(&mut self, request: Request<Vec<u8>>, fault: Option<&Fault>) -> Option<Answer> {
        let now = self.clock.now();
        let Some(fault) = fault else { return Some(self.gitlab.handle(request, now)) };
        let headers = request.headers().clone();
        let path = request.uri().path().to_owned();
        let replaced = fault.status.is_some() || fault.cut;
        let real = (!replaced || fault.acts).then(|| self.gitlab.handle(request, now));
        if fault.cut {
            return None;
        }
        let mut answer = match (fault.status, real) {
            (None, Some(real)) => real,
            (status, _) => {
                let mut answer = spoiled(fault, status.unwrap_or(500));
                let path = path.strip_prefix(&self.gitlab.world.settings.relative_root).unwrap_or(&path);
                cors::permit(&mut answer, &headers, path, "");
                answer
            }
        };
        if !fault.cors {
            strip_cors(&mut answer);
        }
        Some(answer)
    }

    /// Chaos: now and then something goes wrong, always at the same requests.
    fn mishap(&mut self, request: &Request<Vec<u8>>) -> Option<Fault> {
        if request.method() == axum::http::Method::OPTIONS || self.chaos == 0 || !self.random.percent(self.chaos) {
            return None;
        }
        let (status, body, content_type, cors) = match self.random.below(3) {
            0 => (500, r#"{"message":"500 Internal Server Error"}"#, "application/json", true),
            1 => (502, "<html><h1>502 Bad Gateway</h1></html>", "text/html", false),
            _ => (429, "Retry later\n", "text/plain", true),
        };
        let body = Some(serde_json::Value::from(body));
        Some(Fault {
            status: Some(status),
            body,
            content_type: Some(content_type.to_owned()),
            cors,
            ..Fault::default()
        })
    }
}

fn spoiled(fault: &Fault, status: u16) -> Answer {
    let (body, content_type) = fault.body();
    let mut answer: Response<Vec<u8>> = answer::with_type(status, content_type, body);
    for (name, value) in &fault.headers {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            answer::set(&mut answer, name, value);
        }
    }
    answer
}

fn strip_cors(answer: &mut Answer) {
    let names: Vec<_> =
        answer.headers().keys().filter(|name| name.as_str().starts_with("access-control-")).cloned().collect();
    for name in names {
        answer.headers_mut().remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn stage(chaos: u64) -> Stage {
        Stage::new(sample::world(), Clock::Stopped { at: sample::now() }, chaos)
    }

    fn ask(stage: &mut Stage, method: &str, path: &str, body: &str) -> Option<Answer> {
        let request = Request::builder().method(method).uri(format!("/api/v4/{path}"));
        let request = request.header("private-token", "glpat-mira").header("origin", "http://page.test");
        let request = request.body(body.as_bytes().to_vec()).unwrap();
        let fault = stage.strike(&request);
        stage.answer(request, fault.as_ref())
    }

    fn fault(json: &str) -> Fault {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_fault_hits_as_often_as_it_says() {
        let mut stage = stage(0);
        stage
            .faults
            .push(fault(r#"{"path":"*/version","status":502,"body":"<h1>","content_type":"text/html","times":2}"#));
        let statuses: Vec<_> =
            (0..3).map(|_| ask(&mut stage, "GET", "version", "").unwrap().status().as_u16()).collect();
        assert_eq!(statuses, [502, 502, 200]);
        assert!(stage.faults.is_empty());
    }

    #[test]
    fn queries_go_wrong_as_calls_do() {
        let mut stage = stage(0);
        stage.faults = vec![fault(r#"{"path":"*/api/graphql","status":429,"body":"Retry later\n","times":1}"#)];
        let mut query = || {
            let request = Request::builder().method("POST").uri("/api/graphql").header("private-token", "glpat-mira");
            let request = request.body(br#"{"query":"{ currentUser { id } }"}"#.to_vec()).unwrap();
            let fault = stage.strike(&request);
            stage.answer(request, fault.as_ref()).unwrap().status().as_u16()
        };
        assert_eq!([query(), query()], [429, 200]);
    }

    #[test]
    fn faults_are_readable_across_origins_unless_they_say_otherwise() {
        let mut stage = stage(0);
        for (cors, expected) in [("true", Some("*")), ("false", None)] {
            stage.faults = vec![fault(&format!(r#"{{"status":500,"cors":{cors}}}"#))];
            let answer = ask(&mut stage, "GET", "version", "").unwrap();
            let allowed = answer.headers().get("access-control-allow-origin").map(|value| value.to_str().unwrap());
            assert_eq!(allowed, expected);
        }
        stage.faults = vec![fault(r#"{"cors":false}"#)];
        let answer = ask(&mut stage, "GET", "version", "").unwrap();
        assert_eq!((answer.status().as_u16(), answer.headers().get("access-control-allow-origin")), (200, None));
    }

    #[test]
    fn a_lost_answer_may_have_acted() {
        let mut stage = stage(0);
        for (acts, paused) in [("false", false), ("true", true)] {
            stage.faults = vec![fault(&format!(r#"{{"cut":true,"acts":{acts}}}"#))];
            assert!(ask(&mut stage, "PUT", "runners/41", r#"{"paused":true}"#).is_none());
            assert_eq!(stage.gitlab.world.runners[&41].paused, paused);
        }
    }

    #[test]
    fn every_writing_call_can_go_wrong_once() {
        for (method, path, body, status) in [
            ("DELETE", "runners/41", "", 204),
            ("POST", "runners/41/reset_authentication_token", "", 201),
            ("POST", "user/runners", r#"{"runner_type":"project_type","project_id":7}"#, 201),
            ("POST", "projects/9/runners", r#"{"runner_id":42}"#, 201),
            ("DELETE", "projects/8/runners/42", "", 204),
            ("POST", "groups/3/runners/reset_registration_token", "", 201),
            ("POST", "runners/verify", r#"{"token":"glrt-t3_runner41"}"#, 200),
            ("DELETE", "runners?token=glrt-t3_runner41", "", 204),
        ] {
            let mut stage = stage(0);
            let pattern = path.split('?').next().unwrap();
            let once = format!(r#"{{"method":"{method}","path":"*/api/v4/{pattern}","status":502,"times":1}}"#);
            stage.faults = vec![fault(&once)];
            let answers = [(); 2].map(|()| ask(&mut stage, method, path, body).unwrap().status().as_u16());
            assert_eq!(answers, [502, status], "{method} {path}");
        }
    }

    #[test]
    fn headers_of_a_fault_are_sent() {
        let mut stage = stage(0);
        stage.faults = vec![fault(r#"{"status":429,"headers":{"Retry-After":"7"}}"#)];
        assert_eq!(ask(&mut stage, "GET", "version", "").unwrap().headers()["retry-after"], "7");
    }

    #[test]
    fn chaos_is_the_same_every_time() {
        let run = || {
            let mut stage = stage(30);
            (0..50).map(|_| ask(&mut stage, "GET", "version", "").unwrap().status().as_u16()).collect::<Vec<_>>()
        };
        let statuses = run();
        assert_eq!(statuses, run());
        let failed = statuses.iter().filter(|status| **status != 200).count();
        assert!((5..25).contains(&failed), "{failed} of 50");
    }

    #[test]
    fn a_reset_forgets_everything() {
        let mut stage = stage(0);
        ask(&mut stage, "PUT", "runners/41", r#"{"paused":true}"#);
        stage.clock.advance(1000);
        stage.faults.push(Fault::default());
        stage.reset();
        assert!(!stage.gitlab.world.runners[&41].paused && stage.faults.is_empty());
        assert_eq!(stage.clock.now(), sample::now());
    }
}
