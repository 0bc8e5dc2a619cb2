//! One thing that somebody sets out to do here: whether it is asked about, at work, refused or done.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::issued::{Issued, NewToken};
use super::refusal::{Act, refusal};
use crate::components::token_form::{Done, Refusal};
use crate::gitlab::endpoint::Endpoint;
use crate::gitlab::error::Error;
use crate::reactive::derive;
use crate::state::fleet::FleetState;
use crate::state::session::SessionState;
use crate::state::toasts::Toasts;

/// What came of it: what to say, and a new token perhaps.
pub struct Outcome {
    pub done: Done,
    pub token: Option<NewToken>,
}

impl From<Done> for Outcome {
    fn from(done: Done) -> Self {
        Self { done, token: None }
    }
}

/// One thing somebody sets out to do, from the first press of its button.
#[derive(Clone, Copy)]
pub struct Attempt {
    act: Act,
    session: SessionState,
    fleet: FleetState,
    toasts: Toasts,
    issued: Issued,
    asking: RwSignal<bool>,
    busy: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
    done: RwSignal<Option<Done>>,
}

impl Attempt {
    pub fn new(act: Act) -> Self {
        Self {
            act,
            session: expect_context(),
            fleet: expect_context(),
            toasts: expect_context(),
            issued: expect_context(),
            asking: RwSignal::new(false),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
            done: RwSignal::new(None),
        }
    }

    pub fn is_asking(self) -> Signal<bool> {
        self.asking.into()
    }

    pub fn is_busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// What a button says while it is at work.
    pub fn busy_words(self, words: &'static str) -> Signal<Option<String>> {
        derive(move || self.busy.get().then(|| words.to_owned()))
    }

    pub fn refusal(self) -> Signal<Option<Refusal>> {
        self.refusal.into()
    }

    pub fn done(self) -> Signal<Option<Done>> {
        self.done.into()
    }

    /// Asks before it is done.
    pub fn ask(self) {
        self.asking.set(true);
    }

    /// It is not to be done after all; once it is under way it is too late.
    pub fn give_up(self) {
        if !self.busy.get_untracked() {
            self.asking.set(false);
        }
    }

    /// Does it, once at a time.
    pub fn run<T: Into<Outcome>>(self, work: impl Future<Output = Result<T, Error>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.issued.expect(self.act.gives_token());
        spawn_local(async move {
            let outcome = work.await.map(Into::into);
            self.busy.try_set(false);
            self.asking.try_set(false);
            self.issued.expect(false);
            match outcome {
                Ok(Outcome { done, token }) => {
                    self.done.try_set(Some(done));
                    if self.act.changes_runners() {
                        self.fleet.reload();
                    }
                    if token.is_some_and(|token| !self.issued.show(token)) {
                        self.toasts.fail(self.act.lost().to_owned());
                    }
                }
                Err(error) => {
                    self.refusal.try_set(Some(refusal(self.act, &error)));
                }
            }
        });
    }

    /// Sends one call.
    pub async fn send<E: Endpoint>(self, call: &E) -> Result<E::Answer, Error> {
        // Without a connection this screen is not there.
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        session.client.send(call).await
    }

    /// What came of the last time is no longer of interest.
    pub fn clear(self) {
        self.refusal.set(None);
        self.done.set(None);
    }
}
