//! `POST /projects/:id/runners` and `DELETE /projects/:id/runners/:runner_id`: what they do, and each way of being refused.

use futures::executor::block_on;
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::{AssignRunner, GetRunner, ListRunnerProjects, UnassignRunner};
use runnerboard::gitlab::error::Error;
use runnerboard::gitlab::page::PageToken;
use runnerboard::gitlab::project::Project;

use crate::fake::Fake;
use crate::refused::{forbidden, lacks_scope, not_found, unknown_token};

const OWNER: &str = "You cannot unassign a runner from the owner project. Delete the runner instead";

fn assign(client: &Client, project: u64, runner: u64) -> Result<u64, Error> {
    block_on(client.send(&AssignRunner { project, runner })).map(|runner| runner.id)
}

fn unassign(client: &Client, project: u64, runner: u64) -> Result<(), Error> {
    block_on(client.send(&UnassignRunner { project, runner }))
}

fn projects(client: &Client, id: u64) -> Vec<String> {
    let page = block_on(client.page(&ListRunnerProjects { id }, &PageToken::First)).unwrap();
    page.items.iter().map(Project::path).collect()
}

#[test]
fn a_runner_is_lent_to_another_project_and_taken_back() {
    let mira = Fake::company().client("glpat-mira");
    assert_eq!(assign(&mira, 8, 41), Ok(41));
    assert_eq!(projects(&mira, 41), ["acme/app", "acme/web"]);
    assert_eq!(unassign(&mira, 8, 41), Ok(()));
    assert_eq!(projects(&mira, 41), ["acme/app"]);
    assert_eq!(block_on(mira.send(&GetRunner { id: 41 })).unwrap().projects.unwrap().len(), 1);
}

#[test]
fn assigning_is_refused_for_each_reason() {
    let fake = Fake::company();
    for (token, project, runner, expected) in [
        ("glpat-mira", 9, 41, not_found("404 Project Not Found")),
        ("glpat-dev", 7, 43, forbidden("")),
        ("glpat-mira", 8, 99, not_found("404 Runner Not Found")),
        ("glpat-mira", 8, 42, forbidden("Runner is a group runner")),
        ("glpat-root", 8, 42, forbidden("Runner is a group runner")),
        ("glpat-mira", 8, 44, forbidden("Runner is locked")),
        ("glpat-mira", 8, 40, forbidden("No access granted")),
        ("glpat-nobody", 8, 41, unknown_token()),
    ] {
        assert_eq!(assign(&fake.client(token), project, runner), expected, "{token} {project} {runner}");
    }
    let root = fake.client("glpat-root");
    assert_eq!(assign(&root, 8, 44), Ok(44), "a lock holds no administrator");
    let crash = assign(&root, 8, 40);
    assert!(matches!(crash, Err(Error::Server { status: 500, .. })), "{crash:?}");
    for (client, project, runner, words) in
        [(&fake.client("glpat-mira"), 7, 41, "runner_error"), (&root, 8, 45, "orphaned project runner")]
    {
        let refused = assign(client, project, runner);
        let Err(Error::Invalid { status: 400, message, .. }) = &refused else { panic!("{refused:?}") };
        assert!(message.contains(words), "{message}");
    }
    for token in ["glpat-read", "glpat-manage", "glpat-create"] {
        let answer = assign(&fake.client(token), 8, 41);
        assert!(lacks_scope(&answer), "{token}: {answer:?}");
    }
}

#[test]
fn unassigning_is_refused_for_each_reason() {
    let fake = Fake::company();
    for (token, project, runner, expected) in [
        ("glpat-mira", 9, 43, not_found("404 Project Not Found")),
        ("glpat-dev", 7, 43, forbidden("")),
        ("glpat-mira", 8, 41, not_found("404 Runner Not Found")),
        ("glpat-mira", 8, 46, forbidden("Runner is locked")),
        ("glpat-mira", 7, 43, forbidden("No access granted")),
        ("glpat-root", 7, 43, forbidden(OWNER)),
        ("glpat-nobody", 8, 43, unknown_token()),
    ] {
        assert_eq!(unassign(&fake.client(token), project, runner), expected, "{token} {project} {runner}");
    }
    assert_eq!(unassign(&fake.client("glpat-root"), 8, 46), Ok(()), "a lock holds no administrator");
    for token in ["glpat-read", "glpat-manage", "glpat-create"] {
        let answer = unassign(&fake.client(token), 8, 43);
        assert!(lacks_scope(&answer), "{token}: {answer:?}");
    }
}

#[test]
fn each_version_words_the_owner_project_in_its_way() {
    for (profile, words) in
        [("17", OWNER), ("16", "Only one project associated with the runner. Please remove the runner instead")]
    {
        let fake = Fake::company_on(profile);
        assert_eq!(unassign(&fake.client("glpat-mira"), 7, 41), forbidden(words), "{profile}");
    }
}
