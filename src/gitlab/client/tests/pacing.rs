//! The client's pace: who starts when, and that nobody who left holds up the others.

use futures::FutureExt;
use futures::future::join_all;

use super::*;

/// Asks for many runners at once.
fn ask(client: &Client, ids: std::ops::Range<u64>) -> impl Future<Output = Vec<Result<(), Error>>> + use<> {
    join_all(ids.map(|id| {
        let client = client.clone();
        async move { client.send(&GetRunner { id }).await.map(drop) }
    }))
}

const HELD: Notice = Notice::Held(Duration::from_mins(1));

/// Lets those who wait go on, once.
fn step(future: &mut (impl Future + Unpin)) -> bool {
    future.now_or_never().is_some()
}

#[test]
fn a_rate_limit_is_waited_out_and_said() {
    let (client, script) = client(vec![answer(429, "Retry later\n"), answer(429, "{}")]);
    let (client, heard) = hear(client);
    assert!(block_on(client.send(&GetRunner { id: 1 })).is_ok());
    let heard = heard.lock().unwrap();
    let [Notice::SlowDown(first), Notice::SlowDown(second), Notice::GoingOn] = heard[..] else { panic!("{heard:?}") };
    assert_within(&[first, second], &PAUSES[..2]);
    assert_eq!(*script.pauses.lock().unwrap(), [first, second]);
}

#[test]
fn all_wait_out_a_rate_limit_together() {
    let (client, script) = client((0..4).map(|_| answer(429, "Retry later\n")).collect());
    let (client, heard) = hear(client);
    assert!(block_on(ask(&client, 0..40)).iter().all(Result::is_ok));
    assert_eq!(script.pauses.lock().unwrap().len(), 1);
    assert!(matches!(heard.lock().unwrap()[..], [Notice::SlowDown(_), Notice::GoingOn]), "said once");
    assert_eq!(script.sent.lock().unwrap().len(), 44);
}

#[test]
fn six_are_under_way_to_begin_with_and_never_more_than_twelve() {
    let (client, script) = client(vec![]);
    let mut first = Box::pin(ask(&client, 0..20));
    assert!(!step(&mut first));
    assert_eq!(script.under_way.load(Ordering::SeqCst), 6);
    block_on(first);
    block_on(ask(&client, 0..400));
    let most = script.most_under_way.load(Ordering::SeqCst);
    assert!((6..=12).contains(&most), "{most}");
}

#[test]
fn a_storm_is_given_up_in_the_end() {
    let (client, script) = client((0..7).map(|_| answer(429, "")).collect());
    assert_eq!(block_on(client.send(&GetRunner { id: 1 })), Err(Error::RateLimited));
    assert_within(&script.pauses.lock().unwrap(), &PAUSES);
}

#[test]
fn the_budget_holds_what_runs_by_itself_and_that_is_said() {
    let (client, script) = client(vec![]);
    let (client, heard) = hear(client);
    client.set_budget(10);
    block_on(ask(&client.within_budget(), 0..25));
    assert_eq!(*script.pauses.lock().unwrap(), [Duration::from_mins(1); 2]);
    assert_eq!(heard.lock().unwrap()[..], [HELD, Notice::GoingOn, HELD, Notice::GoingOn]);
    // A person does not wait.
    block_on(ask(&client, 0..25));
    assert_eq!(script.pauses.lock().unwrap().len(), 2);
}

#[test]
fn a_person_goes_first() {
    let (client, script) = client(vec![]);
    let mut sweep = Box::pin(ask(&client.within_budget(), 0..20));
    assert!(!step(&mut sweep));
    let mut person = Box::pin(client.send(&CurrentUser));
    assert!(!step(&mut person));
    block_on(futures::future::join(sweep, person)).1.unwrap();
    let sent = script.sent.lock().unwrap();
    let at = sent.iter().position(|line| line.ends_with("/user")).unwrap();
    assert!(at <= 7, "{sent:#?}");
}

#[test]
fn who_leaves_holds_up_nobody() {
    let (client, script) = client(vec![]);
    for waits in 0..3 {
        let mut many = Box::pin(ask(&client, 0..20));
        for _ in 0..waits {
            step(&mut many);
        }
        drop(many);
        // The answers that nobody waits for any more.
        script.under_way.store(0, Ordering::SeqCst);
    }
    assert!(block_on(ask(&client, 0..20)).iter().all(Result::is_ok));
}

#[test]
fn who_leaves_while_all_pause_hands_on_the_clock() {
    let (client, _) = client(vec![answer(429, "")]);
    let client = client.within_budget();
    client.set_budget(1);
    let mut first = Box::pin(client.send(&GetRunner { id: 1 }));
    let mut second = Box::pin(client.send(&GetRunner { id: 2 }));
    assert!(!step(&mut first));
    assert!(!step(&mut second));
    drop(first);
    assert!(block_on(second).is_ok());
}

proptest! {
    #[test]
    fn whatever_gitlab_says_everyone_hears_an_end(
        statuses in proptest::collection::vec(prop_oneof![Just(200_u16), Just(429), Just(502), Just(404)], 0..120),
        budget in 1_usize..30,
    ) {
        let (client, script) = client(statuses.into_iter().map(|status| answer(status, "{\"id\":1}")).collect());
        client.set_budget(budget);
        let told = block_on(ask(&client.within_budget(), 0..60));
        prop_assert_eq!(told.len(), 60);
        prop_assert!(script.most_under_way.load(Ordering::SeqCst) <= 12);
    }
}
