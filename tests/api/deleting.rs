//! `DELETE /runners/:id`: by whoever may, and each way of being refused.

use futures::executor::block_on;
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::{DeleteRunner, EditRunner, GetRunner};
use runnerboard::gitlab::error::Error;
use runnerboard::gitlab::runner_changes::RunnerChanges;
use runnerboard::gitlab::timestamp::Timestamp;

use crate::fake::{Fake, NOW};
use crate::refused::{forbidden, invalid, lacks_scope, not_found, unknown_token};

fn delete(client: &Client, id: u64) -> Result<(), Error> {
    block_on(client.send(&DeleteRunner { id, unmodified_since: None }))
}

#[test]
fn whoever_may_deletes_it_for_good() {
    for (token, id) in
        [("glpat-mira", 41), ("glpat-manage", 41), ("glpat-olga", 42), ("glpat-root", 40), ("glpat-root", 43)]
    {
        let fake = Fake::company();
        assert_eq!(delete(&fake.client(token), id), Ok(()), "{token} {id}");
        let root = fake.client("glpat-root");
        assert_eq!(block_on(root.send(&GetRunner { id })), not_found("404 Runner Not Found"));
        assert_eq!(delete(&root, id), not_found("404 Runner Not Found"), "a second time");
    }
}

#[test]
fn each_refusal_has_its_reason() {
    let fake = Fake::company();
    for (token, id, reason) in [
        ("glpat-mira", 43, "Runner associated with more than one project"),
        ("glpat-out", 43, "Runner associated with more than one project"),
        ("glpat-mira", 40, "No access granted"),
        ("glpat-mira", 42, "No access granted"),
        ("glpat-dev", 41, "No access granted"),
    ] {
        assert_eq!(delete(&fake.client(token), id), forbidden(reason), "{token} {id}");
    }
    for token in ["glpat-read", "glpat-create", "glpat-user"] {
        let answer = delete(&fake.client(token), 41);
        assert!(lacks_scope(&answer), "{token}: {answer:?}");
    }
    assert_eq!(delete(&fake.client("glpat-nobody"), 41), unknown_token());
    let old = Fake::company_on("17");
    assert_eq!(delete(&old.client("glpat-root"), 99), not_found("404 Not found"));
}

#[test]
fn what_somebody_changed_meanwhile_is_kept() {
    let mira = Fake::company().client("glpat-mira");
    let delete = |seen| block_on(mira.send(&DeleteRunner { id: 41, unmodified_since: Some(Timestamp(seen)) }));
    let edit = EditRunner { id: 41, changes: RunnerChanges::paused(true), knows_paused: true };
    block_on(mira.send(&edit)).unwrap();
    assert_eq!(delete(NOW - 60_000), invalid(412, "412 Precondition Failed"));
    assert!(block_on(mira.send(&GetRunner { id: 41 })).is_ok());
    assert_eq!(delete(NOW), Ok(()));
}
