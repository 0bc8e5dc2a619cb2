//! The client against a transport that plays back a script and notes what it was given.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use futures::executor::block_on;
use futures::future::LocalBoxFuture;
use proptest::prelude::*;

use super::*;
use crate::gitlab::endpoint::{
    CurrentUser, EditRunner, GetRunner, ListJobs, ListManagers, ListRunners, QueryRunners, VerifyRunner,
};
use crate::gitlab::error::TokenProblem;
use crate::gitlab::pace::PAUSES;
use crate::gitlab::runner_changes::RunnerChanges;
use crate::gitlab::token::RunnerToken;
use crate::gitlab::transport::Unreachable;

type Outcome = Result<Response<Vec<u8>>, Unreachable>;

#[derive(Default)]
struct Script {
    outcomes: Mutex<VecDeque<Outcome>>,
    sent: Mutex<Vec<String>>,
    pauses: Mutex<Vec<Duration>>,
    now: AtomicI64,
    under_way: AtomicUsize,
    most_under_way: AtomicUsize,
}

impl Transport for Script {
    fn send(&self, request: Request<Vec<u8>>) -> LocalBoxFuture<'_, Outcome> {
        let mut line = format!("{} {}", request.method(), request.uri());
        match request.headers().get("private-token") {
            Some(token) => assert_eq!(token, "glpat-secret"),
            None => line += " without a token",
        }
        assert!(!line.contains("secret"), "the token is in an address");
        self.sent.lock().unwrap().push(line);
        let now = self.under_way.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_under_way.fetch_max(now, Ordering::SeqCst);
        Box::pin(async move {
            // Lets the others start before this one ends.
            let mut polled = false;
            futures::future::poll_fn(|context| {
                let ready = std::mem::replace(&mut polled, true);
                context.waker().wake_by_ref();
                if ready { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
            })
            .await;
            self.under_way.fetch_sub(1, Ordering::SeqCst);
            self.outcomes.lock().unwrap().pop_front().unwrap_or_else(|| answer(200, "{\"id\":1}"))
        })
    }

    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()> {
        Box::pin(async move {
            self.pauses.lock().unwrap().push(span);
            self.now.fetch_add(i64::try_from(span.as_millis()).unwrap(), Ordering::SeqCst);
        })
    }

    fn now(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }
}

#[expect(clippy::unnecessary_wraps, reason = "it stands among outcomes that are none")]
fn answer(status: u16, body: &str) -> Outcome {
    Ok(Response::builder().status(status).body(body.as_bytes().to_vec()).unwrap())
}

fn client(outcomes: Vec<Outcome>) -> (Client, Arc<Script>) {
    let script = Arc::new(Script { outcomes: Mutex::new(outcomes.into()), ..Script::default() });
    let instance = InstanceUrl::parse("https://gl.test/gitlab").unwrap();
    (Client::new(instance, Token::parse("glpat-secret").unwrap(), Arc::clone(&script) as _), script)
}

/// The client, and the notices that it gives.
fn hear(client: Client) -> (Client, Arc<Mutex<Vec<Notice>>>) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hearing = Arc::clone(&heard);
    (client.heard_by(Arc::new(move |notice| hearing.lock().unwrap().push(notice))), heard)
}

const AWAY: Outcome = Err(Unreachable { timed_out: false });

#[test]
fn addresses_are_built_below_the_relative_root() {
    let (client, script) = client(vec![answer(200, "[]")]);
    let call = ListRunners { tag_list: vec!["a b".to_owned(), "ü&".to_owned()], ..ListRunners::default() };
    block_on(client.page(&call, &PageToken::Number(3))).unwrap();
    let sent = script.sent.lock().unwrap();
    assert_eq!(*sent, ["GET https://gl.test/gitlab/api/v4/runners?tag_list=a+b%2C%C3%BC%26&per_page=100&page=3"]);
}

#[test]
fn reads_are_tried_again_with_growing_pauses() {
    let (client, script) = client(vec![AWAY, answer(502, "<html>"), answer(500, "{}")]);
    assert_eq!(block_on(client.send(&GetRunner { id: 1 })).unwrap().runner.id, 1);
    assert_within(&script.pauses.lock().unwrap(), &AFTER_FAILURE);
}

/// Each by chance between half of the longest and the longest.
fn assert_within(pauses: &[Duration], longest: &[Duration]) {
    assert_eq!(pauses.len(), longest.len(), "{pauses:?}");
    for (pause, longest) in pauses.iter().zip(longest) {
        assert!((*longest / 2..=*longest).contains(pause), "{pauses:?}");
    }
}

#[test]
fn reads_are_given_up_after_a_while() {
    let (client, script) = client(vec![AWAY; 9]);
    assert_eq!(block_on(client.send(&CurrentUser)), Err(Error::Unreachable));
    assert_eq!(script.sent.lock().unwrap().len(), 1 + AFTER_FAILURE.len());
}

#[test]
fn thirty_seconds_without_an_answer_are_not_spent_twice() {
    let (client, script) = client(vec![Err(Unreachable { timed_out: true })]);
    assert_eq!(block_on(client.send(&CurrentUser)), Err(Error::Unreachable));
    assert_eq!(script.sent.lock().unwrap().len(), 1);
}

#[test]
fn writes_are_sent_once() {
    for (outcome, error) in [
        (AWAY, Error::Unreachable),
        (answer(429, "Retry later\n"), Error::RateLimited),
        (answer(502, ""), Error::Server { status: 502, message: String::new() }),
    ] {
        let (client, script) = client(vec![outcome]);
        let call = EditRunner { id: 1, changes: RunnerChanges::paused(true), knows_paused: true };
        assert_eq!(block_on(client.send(&call)), Err(error));
        assert_eq!(script.sent.lock().unwrap().len(), 1);
    }
}

#[test]
fn refusals_are_not_tried_again_and_401_is_heard() {
    let (client, script) = client(vec![answer(401, r#"{"message":"401 Unauthorized"}"#)]);
    let (client, heard) = hear(client);
    let refused = Error::Unauthorized(TokenProblem::Unknown);
    assert_eq!(block_on(client.send(&CurrentUser)), Err(refused.clone()));
    assert_eq!(*heard.lock().unwrap(), [Notice::Refused(refused)]);
    assert_eq!(script.sent.lock().unwrap().len(), 1);
}

#[test]
fn what_is_done_with_a_runners_token_tells_nobody_who_asks() {
    let (client, script) = client(vec![answer(401, "<html>")]);
    let (client, heard) = hear(client);
    let call = VerifyRunner { token: RunnerToken::parse("glrt-x").unwrap(), system_id: None };
    assert!(block_on(client.send(&call)).is_err());
    assert_eq!(*script.sent.lock().unwrap(), ["POST https://gl.test/gitlab/api/v4/runners/verify without a token"]);
    assert_eq!(*heard.lock().unwrap(), [], "and so its refusal is no reason to sign out");
}

#[test]
fn a_query_is_read_from_its_own_address_and_signs_nobody_out() {
    let unauthorized = answer(401, r#"{"errors":[{"message":"Invalid token"}]}"#);
    let (client, script) = client(vec![answer(502, ""), answer(200, r#"{"data":{"r41":{}}}"#), unauthorized]);
    let (client, heard) = hear(client);
    let call = QueryRunners { ids: vec![41], asks_cost: true, asks_more: false };
    let runners = block_on(client.send(&call)).unwrap().runners().unwrap();
    assert_eq!(runners[0].id, 41);
    assert_eq!(*script.sent.lock().unwrap(), ["POST https://gl.test/gitlab/api/graphql"; 2], "tried again");
    assert_eq!(block_on(client.send(&call)).unwrap_err(), Error::Unauthorized(TokenProblem::Unknown));
    assert_eq!(*heard.lock().unwrap(), [], "it may be that GraphQL alone does not take the token");
    let (client, script) = self::client(vec![AWAY; 9]);
    assert_eq!(block_on(client.send(&call)).unwrap_err(), Error::Unreachable);
    assert_eq!(script.sent.lock().unwrap().len(), 2, "REST tells the same");
}

#[test]
fn an_empty_body_is_an_answer_where_none_is_due() {
    assert_eq!(decode::<()>(b""), Ok(()));
    assert!(matches!(decode::<Vec<u8>>(b""), Err(Error::Unexpected { .. })));
}

proptest! {
    #[test]
    fn no_body_panics(status in 100_u16..600, body in proptest::collection::vec(any::<u8>(), 0..200)) {
        try_all(status, &body);
    }

    #[test]
    fn no_json_panics(status in 200_u16..600, body in r#"[\[\]{}",:0-9a-z\\ ]{0,80}"#) {
        try_all(status, body.as_bytes());
    }
}

mod pacing;

/// Reads a body as everything it could be.
fn try_all(status: u16, body: &[u8]) {
    let outcome = || Ok(Response::builder().status(status).body(body.to_vec()).unwrap());
    let many = || client((0..10).map(|_| outcome()).collect()).0;
    let _ = block_on(many().send(&GetRunner { id: 1 }));
    let _ = block_on(many().send(&CurrentUser));
    let _ = block_on(many().send(&ListManagers { id: 1 }));
    let _ = block_on(many().page(&ListJobs { id: 1, ..ListJobs::default() }, &PageToken::First));
    let _ = block_on(many().page(&ListRunners::default(), &PageToken::First));
}
