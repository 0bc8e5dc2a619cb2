//! The sweep of everything somebody can see, against the same asked for place by place.

use std::collections::{BTreeMap, BTreeSet};

use futures::executor::block_on;
use futures::stream::{FuturesUnordered, StreamExt};
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::list_runners::Scope;
use runnerboard::gitlab::endpoint::{Endpoint, ListGroups, ListProjects, ListRunners};
use runnerboard::gitlab::id_or_path::IdOrPath;
use runnerboard::gitlab::page::{Page, PageToken};
use runnerboard::gitlab::runner::Runner;
use runnerboard::sweep::{Arrived, Call, PartId, Place, RunnersInShort, Sweep, Task};
use serde::de::DeserializeOwned;

use crate::fake::Fake;

/// Requests at once.
const AT_ONCE: usize = 6;

/// Ways of each runner, and every task that was sent.
async fn swept(client: &Client, lists_instance: bool) -> (BTreeMap<u64, BTreeSet<Place>>, Vec<Task>) {
    let mut sweep = Sweep::new(lists_instance);
    let mut runners: BTreeMap<u64, BTreeSet<Place>> = BTreeMap::new();
    let mut sent = Vec::new();
    let mut under_way = FuturesUnordered::new();
    loop {
        while under_way.len() < AT_ONCE
            && let Some(task) = sweep.next_task()
        {
            sent.push(task.clone());
            under_way.push(ask(client, task));
        }
        let Some((task, arrived, rows)) = under_way.next().await else { break };
        let place = sweep.arrived(&task, arrived);
        for row in rows {
            runners.entry(row.id).or_default().extend(Place::of(place.as_ref(), &row.kind()));
        }
    }
    assert!(sweep.is_done() && sweep.plan().is_certain && sweep.failures().next().is_none());
    assert_eq!(sweep.plan().requests, sent.len());
    (runners, sent)
}

async fn ask(client: &Client, task: Task) -> (Task, Arrived, Vec<Runner>) {
    let (arrived, rows) = match &task.call {
        Call::Groups => (Arrived::Groups(client.page(&ListGroups, &task.page).await.unwrap()), Vec::new()),
        Call::Projects => (Arrived::Projects(client.page(&ListProjects, &task.page).await.unwrap()), Vec::new()),
        Call::Runners(call) => {
            let page: Page<Runner> = client.page(call, &task.page).await.unwrap();
            (Arrived::Runners(RunnersInShort::of(&page)), page.items)
        }
    };
    (task, arrived, rows)
}

async fn all<T: DeserializeOwned, E: Endpoint<Answer = Vec<T>>>(client: &Client, call: &E) -> Vec<T> {
    let (mut items, mut next) = (Vec::new(), Some(PageToken::First));
    while let Some(page) = next {
        let page = client.page(call, &page).await.unwrap();
        items.extend(page.items);
        next = page.next;
    }
    items
}

/// Owned, and of every group and every project.
async fn place_by_place(client: &Client) -> BTreeSet<u64> {
    let mut scopes = vec![Scope::Owned];
    scopes.extend(all(client, &ListGroups).await.iter().map(|group| Scope::Group(IdOrPath::Id(group.id))));
    scopes.extend(all(client, &ListProjects).await.iter().map(|project| Scope::Project(IdOrPath::Id(project.id))));
    let mut ids = BTreeSet::new();
    for scope in scopes {
        let call = ListRunners { scope, ..ListRunners::default() };
        ids.extend(all(client, &call).await.iter().map(|runner: &Runner| runner.id));
    }
    ids
}

fn ids(runners: &BTreeMap<u64, BTreeSet<Place>>) -> BTreeSet<u64> {
    runners.keys().copied().collect()
}

#[test]
fn each_finds_everything_they_can_see() {
    let fake = Fake::company();
    for token in ["glpat-olga", "glpat-mira", "glpat-read", "glpat-dev", "glpat-out"] {
        let client = fake.client(token);
        let (runners, _) = block_on(swept(&client, false));
        assert_eq!(ids(&runners), block_on(place_by_place(&client)), "{token}");
    }
}

#[test]
fn an_administrator_asks_the_instance_and_nothing_else() {
    let root = Fake::company().client("glpat-root");
    let (runners, sent) = block_on(swept(&root, true));
    assert_eq!((runners.len(), sent.len()), (7, 1));
    assert!(runners.values().all(|ways| ways.iter().eq([&Place::Instance])));
}

#[test]
fn in_a_large_company_few_projects_are_asked() {
    let world = r#"{"users": [{"id": 1, "username": "root", "admin": true}, {"id": 2, "username": "mira"}, {"id": 3, "username": "dev"}],
        "tokens": [{"token": "glpat-mira", "user": "mira"}],
        "generate": {"seed": 7, "groups": 60, "projects": 500, "runners": 900}}"#;
    let mira = Fake::new(world).client("glpat-mira");
    let (runners, sent) = block_on(swept(&mira, false));
    assert_eq!(ids(&runners), block_on(place_by_place(&mira)));
    let asked = |is_it: fn(&PartId) -> bool| sent.iter().filter(|task| is_it(&task.part)).count();
    let groups = asked(|part| matches!(part, PartId::Group(_)));
    let projects = asked(|part| matches!(part, PartId::Project(_)));
    assert!(groups > 10 && projects > 0 && projects < 40, "{groups} groups, {projects} projects");
    assert_eq!(asked(|part| matches!(part, PartId::GroupInstance(_) | PartId::ProjectInstance(_))), 0);
}
