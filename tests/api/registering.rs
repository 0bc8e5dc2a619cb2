//! The old way: registering with a registration token, and resetting such tokens.

use futures::executor::block_on;
use runnerboard::gitlab::endpoint::{GetRunner, RegisterRunner, ResetRegistrationToken};
use runnerboard::gitlab::error::Error;
use runnerboard::gitlab::new_runner::RunnerOwner;
use runnerboard::gitlab::registration::RegistrationDetails;
use runnerboard::gitlab::runner_changes::RunnerChanges;
use runnerboard::gitlab::term::RunnerType;
use runnerboard::gitlab::token::RunnerToken;

use crate::fake::Fake;
use crate::refused::{forbidden, invalid, lacks_scope, not_found, unknown_token};

fn register(fake: &Fake, token: &str, settings: RunnerChanges) -> Result<RegistrationDetails, Error> {
    let token = RunnerToken::parse(token).unwrap();
    block_on(fake.client("glpat-nobody").send(&RegisterRunner { token, settings }))
}

fn reset(fake: &Fake, token: &str, of: RunnerOwner) -> Result<RunnerToken, Error> {
    block_on(fake.client(token).send(&ResetRegistrationToken(of))).map(|answer| answer.token)
}

#[test]
fn a_registration_token_makes_a_runner_of_its_place() {
    let fake = Fake::company();
    for (token, kind) in [("GR1348941grp", RunnerType::Group), ("GR1348941prj", RunnerType::Project)] {
        let settings = RunnerChanges {
            description: Some("old way".to_owned()),
            tag_list: Some(vec!["ruby".to_owned(), "mysql".to_owned()]),
            ..RunnerChanges::default()
        };
        let runner = register(&fake, token, settings).unwrap();
        assert!(runner.token.reveal().starts_with("glrtr-"));
        let details = block_on(fake.client("glpat-root").send(&GetRunner { id: runner.id })).unwrap();
        assert_eq!((details.runner.kind(), details.tag_list.len()), (kind, 2));
    }
}

#[test]
fn registering_is_refused_for_each_reason() {
    let fake = Fake::company();
    assert_eq!(register(&fake, "GR-wrong", RunnerChanges::default()), forbidden("invalid token supplied"));
    let settings = RunnerChanges { maximum_timeout: Some(Some(60)), ..RunnerChanges::default() };
    let refused = register(&fake, "GR1348941prj", settings);
    let Err(Error::Invalid { status: 400, fields, .. }) = &refused else { panic!("{refused:?}") };
    assert_eq!(fields[0].0, "maximum_timeout");
    let off = Fake::company_without_registration();
    let gone = invalid(410, "410 Gone - runner registration disallowed");
    assert_eq!(register(&off, "GR1348941prj", RunnerChanges::default()), gone);
}

#[test]
fn a_reset_registration_token_takes_the_place_of_the_old_one() {
    let fake = Fake::company();
    for (token, of) in [
        ("glpat-root", RunnerOwner::Instance),
        ("glpat-olga", RunnerOwner::Group(3)),
        ("glpat-mira", RunnerOwner::Project(7)),
    ] {
        let new = reset(&fake, token, of).unwrap();
        assert!(register(&fake, new.reveal(), RunnerChanges::default()).is_ok(), "{of:?}");
    }
    assert_eq!(register(&fake, "GR1348941prj", RunnerChanges::default()), forbidden("invalid token supplied"));
}

#[test]
fn resetting_a_registration_token_is_refused_for_each_reason() {
    let fake = Fake::company();
    for (token, of, expected) in [
        ("glpat-mira", RunnerOwner::Instance, forbidden("")),
        ("glpat-mira", RunnerOwner::Project(9), not_found("404 Project Not Found")),
        ("glpat-dev", RunnerOwner::Project(7), forbidden("")),
        ("glpat-root", RunnerOwner::Group(99), not_found("404 Group Not Found")),
        ("glpat-nobody", RunnerOwner::Instance, unknown_token()),
    ] {
        assert_eq!(reset(&fake, token, of), expected, "{token} {of:?}");
    }
    let answer = reset(&fake, "glpat-read", RunnerOwner::Project(7));
    assert!(lacks_scope(&answer), "{answer:?}");
    let off = Fake::company_without_registration();
    assert_eq!(reset(&off, "glpat-mira", RunnerOwner::Project(7)), forbidden(""));
}
