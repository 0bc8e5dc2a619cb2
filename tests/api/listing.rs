//! The four lists with their filters, their refusals and their pages, and the searches of groups and projects.

use futures::executor::block_on;
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::list_runners::Scope;
use runnerboard::gitlab::endpoint::{GetGroup, GetProject, ListRunners, SearchGroups, SearchProjects};
use runnerboard::gitlab::error::Error;
use runnerboard::gitlab::group::Group;
use runnerboard::gitlab::id_or_path::IdOrPath;
use runnerboard::gitlab::page::PageToken;
use runnerboard::gitlab::project::Project;
use runnerboard::gitlab::term::{RunnerStatus, RunnerType};

use crate::fake::Fake;

fn ids(client: &Client, call: &ListRunners) -> Result<Vec<u64>, Error> {
    let page = block_on(client.page(call, &PageToken::First))?;
    Ok(page.items.iter().map(|runner| runner.id).collect())
}

fn of(scope: Scope) -> ListRunners {
    ListRunners { scope, ..ListRunners::default() }
}

#[test]
fn each_source_lists_what_it_should() {
    let fake = Fake::small();
    let (root, mira) = (fake.client("glpat-root"), fake.client("glpat-mira"));
    let app = || IdOrPath::Path("acme/app".to_owned());
    assert_eq!(ids(&mira, &of(Scope::Owned)), Ok(vec![41, 43]));
    assert_eq!(ids(&root, &of(Scope::Instance)), Ok(vec![40, 41, 42, 43]));
    assert_eq!(ids(&root, &of(Scope::Group(IdOrPath::Id(3)))), Ok(vec![40, 42]));
    assert_eq!(ids(&mira, &of(Scope::Project(app()))), Ok(vec![40, 41, 42]));
}

#[test]
fn each_filter_reaches_gitlab() {
    let root = Fake::small().client("glpat-root");
    let all = || of(Scope::Instance);
    for (call, expected) in [
        (ListRunners { runner_type: Some(RunnerType::Group), ..all() }, vec![42]),
        (ListRunners { status: Some(RunnerStatus::NeverContacted), ..all() }, vec![42]),
        (ListRunners { status: Some(RunnerStatus::Offline), ..all() }, vec![43]),
        (ListRunners { paused: Some(true), ..all() }, vec![41]),
        (ListRunners { tag_list: vec!["docker".to_owned(), "arm64".to_owned()], ..all() }, vec![41]),
        (ListRunners { tag_list: vec!["docker".to_owned(), "linux".to_owned()], ..all() }, vec![]),
        (ListRunners { version_prefix: Some("17".to_owned()), ..all() }, vec![41]),
    ] {
        assert_eq!(ids(&root, &call), Ok(expected), "{call:?}");
    }
}

#[test]
fn who_may_not_see_a_list_is_told_so() {
    let fake = Fake::small();
    let dev = fake.client("glpat-dev");
    let forbidden = Err(Error::Forbidden { message: "403 Forbidden".to_owned(), scopes: vec![] });
    assert_eq!(ids(&dev, &of(Scope::Instance)), forbidden);
    assert_eq!(ids(&dev, &of(Scope::Group(IdOrPath::Id(3)))), forbidden);
    let nowhere = of(Scope::Project(IdOrPath::Path("acme/nope".to_owned())));
    let not_found = Err(Error::NotFound { message: Some("404 Project Not Found".to_owned()) });
    assert_eq!(ids(&dev, &nowhere), not_found);
}

#[test]
fn every_page_is_found_and_no_runner_is_lost() {
    let world = r#"{"users":[{"id":1,"username":"root","name":"R","admin":true}],
        "tokens":[{"token":"glpat-root","user":"root"}],
        "generate":{"seed":1,"groups":2,"projects":4,"runners":230,"jobs":0}}"#;
    let root = Fake::new(world).client("glpat-root");
    let mut page = block_on(root.page(&of(Scope::Instance), &PageToken::First)).unwrap();
    assert_eq!(page.total, Some(230));
    let mut loaded = page.items.len();
    while let Some(next) = page.next {
        page = block_on(root.page(&of(Scope::Instance), &next)).unwrap();
        loaded += page.items.len();
    }
    assert_eq!(loaded, 230);
}

#[test]
fn groups_and_projects_are_found_by_name() {
    let fake = Fake::small();
    let (root, mira) = (fake.client("glpat-root"), fake.client("glpat-mira"));
    let projects = SearchProjects { text: "we".to_owned(), all: false };
    let found = block_on(mira.page(&projects, &PageToken::First)).unwrap();
    assert_eq!(found.items.iter().map(Project::path).collect::<Vec<_>>(), ["acme/web"]);
    let groups = SearchGroups { text: "ac".to_owned(), all: true, min_access_level: 40 };
    let found = block_on(root.page(&groups, &PageToken::First)).unwrap();
    assert_eq!(found.items.iter().map(Group::path).collect::<Vec<_>>(), ["acme"]);
    assert_eq!(block_on(mira.send(&GetProject { project: IdOrPath::Id(7) })).unwrap().path(), "acme/app");
    assert_eq!(block_on(root.send(&GetGroup { group: IdOrPath::Id(3) })).unwrap().path(), "acme");
}
