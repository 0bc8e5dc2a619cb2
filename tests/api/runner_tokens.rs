//! What is done with the token of a runner: verify, reset, delete, remove a manager; and a reset by its id.

use futures::executor::block_on;
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::{
    DeleteByToken, DeleteManager, GetRunner, ListManagers, ResetAuthenticationToken, ResetByToken, VerifyRunner,
};
use runnerboard::gitlab::error::Error;
use runnerboard::gitlab::term::RunnerStatus;
use runnerboard::gitlab::token::RunnerToken;

use crate::fake::Fake;
use crate::refused::{forbidden, lacks_scope, not_found, unknown_token};

fn token(text: &str) -> RunnerToken {
    RunnerToken::parse(text).unwrap()
}

fn verify(client: &Client, text: &str, system_id: Option<&str>) -> Result<u64, Error> {
    let call = VerifyRunner { token: token(text), system_id: system_id.map(str::to_owned) };
    block_on(client.send(&call)).map(|runner| runner.id)
}

fn remove(client: &Client, text: &str, system_id: &str) -> Result<(), Error> {
    block_on(client.send(&DeleteManager { token: token(text), system_id: system_id.to_owned() }))
}

fn managers(client: &Client, id: u64) -> Vec<String> {
    block_on(client.send(&ListManagers { id })).unwrap().into_iter().map(|manager| manager.system_id).collect()
}

#[test]
fn a_good_token_is_verified_and_counts_as_contact() {
    let fake = Fake::company();
    // Nobody's own token is needed: this one is no good.
    assert_eq!(verify(&fake.client("glpat-nobody"), "glrt-t3_both", Some("s_9")), Ok(43));
    let mira = fake.client("glpat-mira");
    assert_eq!(managers(&mira, 43), ["s_9"]);
    let details = block_on(mira.send(&GetRunner { id: 43 })).unwrap();
    assert_eq!(details.runner.contact_status(), RunnerStatus::Online);
    assert_eq!(verify(&mira, "glrt-wrong", Some("s_9")), forbidden(""));
    let orphan = verify(&mira, "glrt-t3_orphan", Some("s_9"));
    assert!(matches!(orphan, Err(Error::Invalid { status: 422, .. })), "{orphan:?}");
}

#[test]
fn a_reset_token_takes_the_place_of_the_old_one() {
    let fake = Fake::company();
    let mira = fake.client("glpat-mira");
    let by_token = block_on(mira.send(&ResetByToken { token: token("glrt-t3_hall") })).unwrap();
    assert_eq!(verify(&mira, "glrt-t3_hall", None), forbidden(""));
    assert_eq!(verify(&mira, by_token.token.reveal(), Some("s_1")), Ok(41));
    let by_id = block_on(fake.client("glpat-manage").send(&ResetAuthenticationToken { id: 41 })).unwrap();
    assert_eq!(verify(&mira, by_token.token.reveal(), None), forbidden(""));
    assert_eq!(verify(&mira, by_id.token.reveal(), Some("s_1")), Ok(41));
    assert_eq!(block_on(mira.send(&ResetByToken { token: by_token.token })), forbidden(""));
}

#[test]
fn a_reset_by_id_is_refused_as_a_change_is() {
    let fake = Fake::company();
    let reset = |token: &str, id| block_on(fake.client(token).send(&ResetAuthenticationToken { id }));
    for (token, id, expected) in [
        ("glpat-mira", 40, forbidden("No access granted")),
        ("glpat-mira", 42, forbidden("No access granted")),
        ("glpat-dev", 41, forbidden("No access granted")),
        ("glpat-root", 99, not_found("404 Runner Not Found")),
        ("glpat-nobody", 41, unknown_token()),
    ] {
        assert_eq!(reset(token, id), expected, "{token} {id}");
    }
    for token in ["glpat-read", "glpat-create"] {
        let answer = reset(token, 41);
        assert!(lacks_scope(&answer), "{token}: {answer:?}");
    }
    let orphan = reset("glpat-root", 45);
    assert!(matches!(orphan, Err(Error::Invalid { status: 422, .. })), "{orphan:?}");
}

#[test]
fn a_runner_is_deleted_by_its_token() {
    let fake = Fake::company();
    let nobody = fake.client("glpat-nobody");
    let delete = || block_on(nobody.send(&DeleteByToken { token: token("glrt-t2_pool") }));
    assert_eq!(delete(), Ok(()));
    assert_eq!(block_on(fake.client("glpat-root").send(&GetRunner { id: 42 })), not_found("404 Runner Not Found"));
    assert_eq!(delete(), forbidden(""));
}

#[test]
fn one_manager_is_removed_and_the_others_stay() {
    let fake = Fake::company();
    let mira = fake.client("glpat-mira");
    assert_eq!(remove(&mira, "glrt-t3_hall", "s_2"), Ok(()));
    assert_eq!(managers(&mira, 41), ["s_1"]);
    assert_eq!(remove(&mira, "glrt-t3_hall", "s_2"), not_found("404 Runner manager not found Not Found"));
    assert_eq!(remove(&mira, "glrt-wrong", "s_1"), forbidden(""));
}
