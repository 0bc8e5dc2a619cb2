//! Which scopes do for which read, as GitLab's own specs assert it (section 1.3 of the contract).

use futures::executor::block_on;
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::list_runners::Scope;
use runnerboard::gitlab::endpoint::{
    CurrentUser, GetAccessToken, GetMetadata, GetRunner, GetVersion, ListJobs, ListManagers, ListRunnerProjects,
    ListRunners, SearchGroups, SearchProjects,
};
use runnerboard::gitlab::error::{Error, TokenProblem};
use runnerboard::gitlab::id_or_path::IdOrPath;
use runnerboard::gitlab::page::PageToken;

use crate::fake::Fake;
use crate::refused::lacks_scope;

type Call = fn(&Client) -> Result<(), Error>;

fn list(client: &Client, scope: Scope) -> Result<(), Error> {
    block_on(client.page(&ListRunners { scope, ..ListRunners::default() }, &PageToken::First)).map(drop)
}

/// Each read by name, with the tokens of Mira that do besides `api`.
const READS: &[(&str, Call, &[&str])] = &[
    ("owned", |client| list(client, Scope::Owned), &["glpat-read"]),
    ("group", |client| list(client, Scope::Group(IdOrPath::Id(3))), &["glpat-read"]),
    ("project", |client| list(client, Scope::Project(IdOrPath::Id(7))), &["glpat-read"]),
    ("instance", |client| list(client, Scope::Instance), &["glpat-read"]),
    ("details", |client| block_on(client.send(&GetRunner { id: 41 })).map(drop), &["glpat-read", "glpat-manage"]),
    ("managers", |client| block_on(client.send(&ListManagers { id: 41 })).map(drop), &["glpat-read", "glpat-manage"]),
    (
        "projects",
        |client| block_on(client.page(&ListRunnerProjects { id: 41 }, &PageToken::First)).map(drop),
        &["glpat-read", "glpat-manage"],
    ),
    (
        "jobs",
        |client| block_on(client.page(&ListJobs { id: 41, ..ListJobs::default() }, &PageToken::First)).map(drop),
        &["glpat-read", "glpat-manage"],
    ),
    ("version", |client| block_on(client.send(&GetVersion)).map(drop), &["glpat-read", "glpat-user"]),
    ("metadata", |client| block_on(client.send(&GetMetadata)).map(drop), &["glpat-read", "glpat-user"]),
    ("user", |client| block_on(client.send(&CurrentUser)).map(drop), &["glpat-read", "glpat-user"]),
    (
        "token",
        |client| block_on(client.send(&GetAccessToken)).map(drop),
        &["glpat-read", "glpat-manage", "glpat-create", "glpat-user"],
    ),
    (
        "search of groups",
        |client| {
            block_on(
                client.page(&SearchGroups { text: String::new(), all: false, min_access_level: 40 }, &PageToken::First),
            )
            .map(drop)
        },
        &["glpat-read"],
    ),
    (
        "search of projects",
        |client| {
            block_on(client.page(&SearchProjects { text: String::new(), all: false }, &PageToken::First)).map(drop)
        },
        &["glpat-read"],
    ),
];

#[test]
fn each_read_takes_the_scopes_that_gitlab_says() {
    let fake = Fake::company();
    for (name, call, takes) in READS {
        for token in ["glpat-read", "glpat-manage", "glpat-create", "glpat-user"] {
            let answer = call(&fake.client(token));
            assert_eq!(lacks_scope(&answer), !takes.contains(&token), "{name} with {token}: {answer:?}");
        }
        assert!(!lacks_scope(&call(&fake.client("glpat-mira"))), "{name}");
    }
}

#[test]
fn each_read_refuses_a_token_that_is_unknown_or_over() {
    let fake = Fake::company();
    for (name, call, _) in READS {
        let unknown = Err(Error::Unauthorized(TokenProblem::Unknown));
        assert_eq!(call(&fake.client("glpat-nobody")), unknown, "{name}");
        let expired = Err(Error::Unauthorized(TokenProblem::Expired));
        assert_eq!(call(&fake.client("glpat-expired")), expired, "{name}");
    }
}
