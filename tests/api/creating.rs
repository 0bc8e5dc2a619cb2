//! `POST /user/runners`: each type of runner by whoever may create it, and each way of being refused.

use futures::executor::block_on;
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::{CreateRunner, GetRunner};
use runnerboard::gitlab::error::Error;
use runnerboard::gitlab::new_runner::{NewRunner, RunnerOwner};
use runnerboard::gitlab::registration::RegistrationDetails;
use runnerboard::gitlab::runner_changes::RunnerChanges;
use runnerboard::gitlab::term::{RunnerStatus, RunnerType};

use crate::fake::Fake;
use crate::refused::{forbidden, invalid, lacks_scope, not_found, unknown_token};

fn create(client: &Client, owner: RunnerOwner, settings: RunnerChanges) -> Result<RegistrationDetails, Error> {
    block_on(client.send(&CreateRunner(NewRunner::new(owner, settings))))
}

fn plain(client: &Client, owner: RunnerOwner) -> Result<RegistrationDetails, Error> {
    create(client, owner, RunnerChanges::default())
}

#[test]
fn each_type_is_created_with_what_was_set() {
    let fake = Fake::company();
    for (token, owner, kind) in [
        ("glpat-root", RunnerOwner::Instance, RunnerType::Instance),
        ("glpat-olga", RunnerOwner::Group(3), RunnerType::Group),
        ("glpat-mira", RunnerOwner::Project(7), RunnerType::Project),
    ] {
        let client = fake.client(token);
        let settings = RunnerChanges {
            description: Some("new one".to_owned()),
            paused: Some(true),
            tag_list: Some(vec!["gpu".to_owned(), "linux".to_owned()]),
            run_untagged: Some(false),
            access_level: Some("ref_protected"),
            maximum_timeout: Some(Some(1200)),
            maintenance_note: Some("Rack 3".to_owned()),
            ..RunnerChanges::default()
        };
        let created = create(&client, owner, settings).unwrap();
        assert!(created.token.reveal().starts_with("glrt-") && created.token_expires_at.is_none());
        let details = block_on(client.send(&GetRunner { id: created.id })).unwrap();
        assert_eq!((details.runner.kind(), details.runner.contact_status()), (kind, RunnerStatus::NeverContacted));
        assert_eq!(details.runner.description.as_deref(), Some("new one"));
        assert!(details.runner.is_paused() && details.is_protected() && !details.run_untagged && !details.locked);
        assert_eq!((details.tag_list.len(), details.maximum_timeout), (2, Some(1200)));
        assert_eq!(details.maintenance_note.text(), Some("Rack 3"));
    }
}

#[test]
fn a_token_that_creates_is_enough() {
    let fake = Fake::company();
    assert!(plain(&fake.client("glpat-create"), RunnerOwner::Project(7)).is_ok());
    for token in ["glpat-read", "glpat-manage", "glpat-user"] {
        let answer = plain(&fake.client(token), RunnerOwner::Project(7));
        assert!(lacks_scope(&answer), "{token}: {answer:?}");
    }
    assert_eq!(plain(&fake.client("glpat-nobody"), RunnerOwner::Project(7)), unknown_token());
}

#[test]
fn a_role_that_is_not_enough_is_refused() {
    let fake = Fake::company();
    for (token, owner) in [
        ("glpat-mira", RunnerOwner::Instance),
        ("glpat-mira", RunnerOwner::Group(3)),
        ("glpat-dev", RunnerOwner::Project(7)),
    ] {
        assert_eq!(plain(&fake.client(token), owner), forbidden("Insufficient permissions"), "{token} {owner:?}");
    }
}

#[test]
fn an_owner_that_is_not_there_is_refused() {
    let root = Fake::company().client("glpat-root");
    let group = invalid(400, "400 Bad request - Missing/invalid group");
    assert_eq!(plain(&root, RunnerOwner::Group(99)), group);
    let project = invalid(400, "400 Bad request - Missing/invalid project");
    assert_eq!(plain(&root, RunnerOwner::Project(99)), project);
}

#[test]
fn settings_that_gitlab_will_not_take_are_said_in_a_sentence() {
    let mira = Fake::company().client("glpat-mira");
    for (settings, words) in [
        (
            RunnerChanges { run_untagged: Some(false), ..RunnerChanges::default() },
            "Tags list can not be empty when runner is not allowed to pick untagged jobs",
        ),
        (
            RunnerChanges { maximum_timeout: Some(Some(60)), ..RunnerChanges::default() },
            "Maximum timeout needs to be at least 10 minutes",
        ),
    ] {
        let refused = create(&mira, RunnerOwner::Project(7), settings);
        assert_eq!(refused, invalid(400, &format!("400 Bad request - {words}")));
    }
}

#[test]
fn gitlab_15_does_not_have_the_call() {
    let fake = Fake::company_on("15");
    assert_eq!(plain(&fake.client("glpat-mira"), RunnerOwner::Project(7)), not_found("404 Not Found"));
}
