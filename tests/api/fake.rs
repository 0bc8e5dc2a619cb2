//! The fake GitLab as a transport, without a network between.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fake_gitlab::{Gitlab, World};
use futures::future::LocalBoxFuture;
use http::{Request, Response};
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::instance::InstanceUrl;
use runnerboard::gitlab::token::Token;
use runnerboard::gitlab::transport::{Transport, Unreachable};

/// 2026-11-21, noon.
pub const NOW: i64 = 1_795_262_400_000;

/// A GitLab with a memory, shared by the clients that talk to it.
#[derive(Clone)]
pub struct Fake {
    gitlab: Arc<Mutex<Gitlab>>,
    /// The milliseconds that its clients have waited.
    waited: Arc<AtomicI64>,
}

impl Fake {
    /// A GitLab with this world.
    pub fn new(world: &str) -> Self {
        let gitlab = Gitlab::new(World::from_json(world, NOW).unwrap());
        Self { gitlab: Arc::new(Mutex::new(gitlab)), waited: Arc::default() }
    }

    /// A small company: an administrator, Mira who is Maintainer of one project, and someone without a role.
    pub fn small() -> Self {
        Self::new(include_str!("small.json"))
    }

    /// The same on another version of GitLab.
    pub fn small_on(profile: &str) -> Self {
        let version = format!("{profile}.5.0");
        let world = include_str!("small.json");
        let world =
            world.replace("\"19.0.1-ee\"", &format!("\"{version}\"")).replace("\"19\"", &format!("\"{profile}\""));
        Self::new(&world)
    }

    /// A company with an owner, a maintainer and a developer, and a runner for every case.
    pub fn company() -> Self {
        Self::new(include_str!("company.json"))
    }

    /// The same on another version of GitLab.
    pub fn company_on(profile: &str) -> Self {
        Self::company_called(&format!("{profile}.5.0"), profile)
    }

    /// The same on a version of GitLab that behaves as a profile.
    pub fn company_called(version: &str, profile: &str) -> Self {
        let gitlab = format!(r#""version": "{version}", "profile": "{profile}""#);
        Self::new(&include_str!("company.json").replace(r#""version": "19.0.1-ee", "profile": "19""#, &gitlab))
    }

    /// The same where registration tokens are turned off.
    pub fn company_without_registration() -> Self {
        let off = r#""profile": "19", "registration_tokens": false"#;
        Self::new(&include_str!("company.json").replace(r#""profile": "19""#, off))
    }

    /// Talks to it with a token.
    pub fn client(&self, token: &str) -> Client {
        let instance = InstanceUrl::parse("https://gl.test").unwrap();
        Client::new(instance, Token::parse(token).unwrap(), Arc::new(self.clone()))
    }
}

impl Transport for Fake {
    fn send(&self, request: Request<Vec<u8>>) -> LocalBoxFuture<'_, Result<Response<Vec<u8>>, Unreachable>> {
        Box::pin(async move { Ok(self.gitlab.lock().unwrap().handle(request, NOW)) })
    }

    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()> {
        Box::pin(async move {
            self.waited.fetch_add(i64::try_from(span.as_millis()).unwrap(), Ordering::SeqCst);
        })
    }

    fn now(&self) -> i64 {
        self.waited.load(Ordering::SeqCst)
    }
}
