//! Whose token it is, what it may do, which GitLab this is; and every way of being refused.

use futures::executor::block_on;
use runnerboard::gitlab::endpoint::{CurrentUser, GetAccessToken, GetVersion, ListRunners};
use runnerboard::gitlab::error::{Error, TokenProblem};
use runnerboard::gitlab::page::PageToken;
use runnerboard::gitlab::timestamp::Timestamp;

use crate::fake::Fake;

#[test]
fn a_token_tells_its_scopes_and_its_last_day() {
    let token = block_on(Fake::small().client("glpat-mira").send(&GetAccessToken)).unwrap();
    assert_eq!(token.scopes, ["api"]);
    assert_eq!(token.expires_at, Timestamp::parse("2027-06-30"));
}

#[test]
fn administrators_are_told_apart() {
    let fake = Fake::small();
    assert!(block_on(fake.client("glpat-root").send(&CurrentUser)).unwrap().is_admin);
    assert!(!block_on(fake.client("glpat-mira").send(&CurrentUser)).unwrap().is_admin);
}

#[test]
fn the_version_is_read_on_every_profile() {
    for (profile, major) in [("16", 16), ("17", 17)] {
        let version = block_on(Fake::small_on(profile).client("glpat-mira").send(&GetVersion)).unwrap();
        assert_eq!(version.numbers(), (major, 5));
    }
}

#[test]
fn each_refused_token_says_why() {
    let fake = Fake::small();
    for (token, problem) in [
        ("glpat-wrong", TokenProblem::Unknown),
        ("glpat-expired", TokenProblem::Expired),
        ("glpat-revoked", TokenProblem::Revoked),
    ] {
        assert_eq!(block_on(fake.client(token).send(&CurrentUser)), Err(Error::Unauthorized(problem)), "{token}");
    }
}

#[test]
fn a_missing_scope_is_named() {
    let fake = Fake::small();
    for token in ["glpat-manage", "glpat-create"] {
        let refused = block_on(fake.client(token).page(&ListRunners::default(), &PageToken::First));
        let Err(Error::Forbidden { scopes, .. }) = refused else { panic!("{token}: {refused:?}") };
        assert!(scopes.iter().any(|scope| scope == "read_api"), "{scopes:?}");
        assert!(block_on(fake.client(token).send(&GetAccessToken)).is_ok(), "{token}");
    }
}
