//! Details of several runners by one query, as many as GitLab allows, and who is not served by it.

use std::collections::BTreeMap;

use futures::executor::block_on;
use runnerboard::gitlab::client::Client;
use runnerboard::gitlab::endpoint::GetRunner;
use runnerboard::gitlab::graphql::{Learned, Pack};
use runnerboard::gitlab::project::Project;
use runnerboard::gitlab::runner_facts::RunnerFacts;

use crate::fake::Fake;

/// Asks for all of them, a query after the other. `None` where GraphQL does not serve.
fn facts(client: &Client, pack: &mut Pack, ids: &[u64]) -> Option<BTreeMap<u64, RunnerFacts>> {
    let (mut todo, mut found) = (ids.to_vec(), BTreeMap::new());
    while let Some(query) = pack.queries(&todo, false).into_iter().next() {
        match pack.learn(&query, block_on(client.send(&query))) {
            Learned::Facts(facts) => {
                found.extend(facts.into_iter().map(|facts| (facts.id, facts)));
                todo.drain(..query.ids.len());
            }
            Learned::Again | Learned::NoMore => {}
            Learned::NotServed => return None,
            Learned::Failed(error) => panic!("{error:?}"),
        }
    }
    Some(found)
}

/// What REST tells of it too, in the same words.
fn common(mut facts: RunnerFacts) -> RunnerFacts {
    for project in facts.projects.iter_mut().flatten() {
        project.name_with_namespace = None;
        project.namespace = None;
        project.web_url = None;
    }
    for group in &mut facts.groups {
        // REST tells it by its page.
        group.full_path = Some(group.path());
        group.web_url = None;
    }
    let projects = facts.projects.filter(|projects| !projects.is_empty());
    RunnerFacts { executor: None, job_count: None, owner: None, ip_addresses: Vec::new(), projects, ..facts }
}

#[test]
fn both_ways_tell_the_same() {
    let fake = Fake::company();
    for (token, seen) in [("glpat-root", &[40, 41, 42, 43, 44, 45][..]), ("glpat-mira", &[41, 43, 44])] {
        let client = fake.client(token);
        let found = facts(&client, &mut Pack::default(), seen).unwrap();
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), seen, "{token}");
        for (id, facts) in found {
            let details = block_on(client.send(&GetRunner { id })).unwrap();
            assert_eq!(common(facts), common(RunnerFacts::from(&details)), "{token} {id}");
        }
    }
}

#[test]
fn graphql_tells_executor_jobs_and_owner_too() {
    let found = facts(&Fake::company().client("glpat-mira"), &mut Pack::default(), &[41, 43]).unwrap();
    assert!(found[&41].job_count > Some(0));
    assert_eq!(found[&43].owner.as_ref().map(Project::path), Some("acme/app".to_owned()));
}

#[test]
fn a_runner_that_is_not_seen_is_missing_among_the_others() {
    let found = facts(&Fake::company().client("glpat-mira"), &mut Pack::default(), &[41, 99]).unwrap();
    assert_eq!(found.into_keys().collect::<Vec<_>>(), [41]);
}

#[test]
fn the_limit_is_learned() {
    let mut pack = Pack::default();
    let ids: Vec<u64> = (1..=200).chain([41]).collect();
    assert!(facts(&Fake::company().client("glpat-root"), &mut pack, &ids).is_some());
    assert!((2..50).contains(&pack.size()), "{}", pack.size());
}

#[test]
fn a_token_without_the_scope_is_not_served() {
    for token in ["glpat-manage", "glpat-user", "glpat-expired"] {
        assert_eq!(facts(&Fake::company().client(token), &mut Pack::default(), &[41]), None, "{token}");
    }
}
