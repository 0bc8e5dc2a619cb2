//! Who is connected, kept for the tab or on the device. The only place that puts a token into storage.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::connect::{Fault, Problem, Session, connect, problem};
use super::countdown::{Cause, Countdown};
use crate::browser::fetch::Fetch;
use crate::browser::storage::{self, Keep};
use crate::browser::worker::DemoWorker;
use crate::gitlab::client::{Listener, Notice};
use crate::gitlab::error::Error;
use crate::gitlab::instance::InstanceUrl;
use crate::gitlab::token::Token;

/// The one key under which the connection is kept.
const KEY: &str = "runnerboard.session";

/// The demo's address, which leads nowhere, and the token of its administrator, which opens nothing else.
const DEMO: (&str, &str) = ("https://gitlab.demo.invalid", "glpat-root");

/// What is kept: the token is bound to its instance and goes nowhere else.
#[derive(Serialize, Deserialize)]
struct Kept {
    instance: String,
    token: String,
}

/// Where the connection stands.
#[derive(Clone)]
pub enum Connection {
    /// Nobody is connected, perhaps for a reason.
    None(Option<Problem>),
    /// A token that was kept is being checked.
    Resuming,
    /// Somebody is.
    Open(Arc<Session>),
}

/// The connection, for the whole page.
#[derive(Clone, Copy)]
pub struct SessionState {
    connection: RwSignal<Connection>,
    /// What GitLab or the budget makes us wait.
    wait: Countdown,
    /// Whether it is the demo.
    demo: RwSignal<bool>,
    /// The GitLab that was last asked, to fill in the form.
    asked: RwSignal<Option<InstanceUrl>>,
    /// Which connection this is: late news of an older one are no news.
    number: StoredValue<u32>,
}

impl SessionState {
    /// Nobody is connected yet.
    pub fn new() -> Self {
        Self {
            connection: RwSignal::new(Connection::None(None)),
            wait: Countdown::new(),
            demo: RwSignal::new(false),
            asked: RwSignal::new(None),
            number: StoredValue::new(0),
        }
    }

    /// Where the connection stands.
    pub fn connection(&self) -> Connection {
        self.connection.get()
    }

    /// The session, tracked.
    pub fn open(&self) -> Option<Arc<Session>> {
        self.connection.with(|connection| match connection {
            Connection::Open(session) => Some(Arc::clone(session)),
            _ => None,
        })
    }

    /// The session, for an action that happens now.
    pub fn open_untracked(&self) -> Option<Arc<Session>> {
        untrack(|| self.open())
    }

    /// Whether the host of an address is that of another GitLab than the open one, tracked. The demo is none.
    pub fn is_elsewhere(&self, host: &str) -> bool {
        !self.is_demo() && self.open().is_some_and(|open| host != open.client.instance().host())
    }

    /// Whether a session is still the open one: what it answers late is nothing to another.
    pub fn is_still(&self, session: &Arc<Session>) -> bool {
        self.open_untracked().is_some_and(|open| Arc::ptr_eq(&open, session))
    }

    /// Seconds that are left of what GitLab asked us to wait, tracked.
    pub fn slow_down(&self) -> Option<i64> {
        self.wait.left(Cause::GitLab)
    }

    /// Seconds until the budget a minute lets on what runs by itself, tracked.
    pub fn held(&self) -> Option<i64> {
        self.wait.left(Cause::Budget)
    }

    /// Whether this is the demo, where nothing is real.
    pub fn is_demo(&self) -> bool {
        self.demo.get()
    }

    /// The GitLab that was last asked.
    pub fn asked(&self) -> Option<InstanceUrl> {
        self.asked.get()
    }

    /// How long the token is kept, in words.
    pub fn kept_words(&self) -> &'static str {
        if self.demo.get_untracked() {
            "Nothing is kept: this is the demo"
        } else if storage::get(Keep::Tab, KEY).is_some() {
            "Until this tab is closed"
        } else {
            "On this device, until you disconnect"
        }
    }

    /// Connects, and keeps the token once GitLab has accepted it.
    ///
    /// # Errors
    /// A [`Problem`] to show at the form.
    pub async fn connect(self, instance: InstanceUrl, token: Token, keep: Keep) -> Result<(), Problem> {
        self.asked.set(Some(instance.clone()));
        let session = connect(instance.clone(), token.clone(), Arc::<Fetch>::default(), self.listener()).await?;
        self.disconnect();
        let kept = Kept { instance: instance.to_string(), token: token.reveal().to_owned() };
        if let Ok(text) = serde_json::to_string(&kept) {
            storage::set(keep, KEY, &text);
        }
        self.asked.set(Some(instance));
        self.open_with(session);
        Ok(())
    }

    /// Connects to the demo, which keeps nothing.
    ///
    /// # Errors
    /// A [`Problem`] to show at the form.
    pub async fn connect_demo(self) -> Result<(), Problem> {
        let (Ok(instance), Ok(token), Ok(worker)) =
            (InstanceUrl::parse(DEMO.0), Token::parse(DEMO.1), DemoWorker::start())
        else {
            return Err(problem(&Error::Unreachable, "the demo"));
        };
        let session = connect(instance, token, Arc::new(worker), self.listener()).await?;
        self.disconnect();
        self.demo.set(true);
        self.open_with(session);
        Ok(())
    }

    /// Goes on with the token that was kept, if the address does not name another GitLab.
    pub async fn resume(self, host: Option<String>) {
        let kept = [Keep::Tab, Keep::Device].into_iter().find_map(|keep| storage::get(keep, KEY));
        let Some((instance, token)) = kept.and_then(|text| read(&text)) else { return };
        if host.is_some_and(|host| host != instance.host()) {
            return;
        }
        self.asked.set(Some(instance.clone()));
        self.connection.set(Connection::Resuming);
        match connect(instance, token, Arc::<Fetch>::default(), self.listener()).await {
            Ok(session) => self.open_with(session),
            Err(reason) => {
                // A GitLab that is away for a while is no reason to forget the token; one that refuses it is.
                if reason.fault == Fault::Token {
                    forget();
                }
                self.connection.set(Connection::None(Some(reason)));
            }
        }
    }

    /// Forgets the token everywhere.
    pub fn disconnect(self) {
        forget();
        self.wait.end();
        self.demo.set(false);
        self.connection.set(Connection::None(None));
    }

    fn open_with(self, session: Session) {
        self.number.update_value(|number| *number += 1);
        self.connection.set(Connection::Open(Arc::new(session)));
    }

    /// What the next connection's client has to say while it works.
    fn listener(self) -> Listener {
        let number = self.number.get_value() + 1;
        Arc::new(move |notice| match notice {
            // While it connects only its waits matter; what a client of before has to say never does.
            Notice::Refused(_) if self.number.get_value() != number => {}
            _ if self.number.get_value() > number || self.number.get_value() + 1 < number => {}
            Notice::SlowDown(pause) => self.wait.begin(Cause::GitLab, seconds(pause)),
            Notice::GoingOn => self.wait.end(),
            Notice::Held(pause) => self.wait.begin(Cause::Budget, seconds(pause)),
            Notice::Refused(error) => {
                forget();
                let reason = problem(&error, "");
                let title = format!("You were signed out: {}", lower_first(&reason.title));
                let text = "Connect again to go on where you were.".to_owned();
                self.connection.set(Connection::None(Some(Problem { title, text, fault: Fault::Token })));
            }
        })
    }
}

/// Leaves no trace of a token in the browser.
fn forget() {
    storage::remove(Keep::Tab, KEY);
    storage::remove(Keep::Device, KEY);
}

fn read(text: &str) -> Option<(InstanceUrl, Token)> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    Some((InstanceUrl::parse(&kept.instance).ok()?, Token::parse(&kept.token).ok()?))
}

/// A second that has begun is one to wait.
fn seconds(pause: Duration) -> i64 {
    i64::try_from(pause.as_millis().div_ceil(1000)).unwrap_or(0)
}

/// For the middle of a sentence; GitLab keeps its capital.
fn lower_first(text: &str) -> String {
    match text.split_at_checked(1) {
        Some((first, rest)) if !text.starts_with("GitLab") => first.to_ascii_lowercase() + rest,
        _ => text.to_owned(),
    }
}
