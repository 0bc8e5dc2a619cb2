//! The sweep, told by hand what arrived: each rule by itself. Random worlds are in `worlds`.

use super::*;
use crate::gitlab::endpoint::list_runners::Scope;
use crate::gitlab::group::Group;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::page::Page;
use crate::gitlab::project::Project;
use crate::gitlab::term::RunnerType;
use serde_json::json;

mod failing;
mod gitlab;
mod instance;
mod left_out;
mod listing;
mod namespaces;
mod run;
mod shift;
mod unasked;
mod worlds;

const SERVER: Error = Error::Server { status: 502, message: String::new() };

fn forbidden() -> Error {
    Error::Forbidden { message: "403 Forbidden".to_owned(), scopes: Vec::new() }
}

/// All tasks that can be started now.
fn tasks(sweep: &mut Sweep) -> Vec<Task> {
    std::iter::from_fn(|| sweep.next_task()).collect()
}

/// Such as `Group(1) group_type 2`: part, type and page, where they are not the usual ones.
fn line(task: &Task) -> String {
    let kind = match &task.call {
        Call::Runners(call) => call.runner_type.as_ref().map(|kind| format!(" {kind}")).unwrap_or_default(),
        _ => String::new(),
    };
    let page = match &task.page {
        PageToken::First => String::new(),
        PageToken::Number(number) => format!(" {number}"),
        PageToken::Cursor(pairs) => {
            pairs.iter().fold(String::new(), |line, (key, value)| line + " " + key + "=" + value)
        }
    };
    format!("{:?}{kind}{page}", task.part)
}

fn lines(sweep: &mut Sweep) -> Vec<String> {
    tasks(sweep).iter().map(line).collect()
}

fn group(id: u64) -> Group {
    group_in(id, None)
}

fn group_in(id: u64, parent: Option<u64>) -> Group {
    serde_json::from_value(json!({"id": id, "name": "g", "full_path": format!("g{id}"), "parent_id": parent})).unwrap()
}

/// A project in the group of that id; in somebody's own namespace if that is 100 or more.
fn project(id: u64, namespace: u64) -> Project {
    let kind = if namespace < 100 { "group" } else { "user" };
    let path = format!("g{namespace}/p{id}");
    let fields = json!({"id": id, "path_with_namespace": path, "namespace": {"id": namespace, "kind": kind}});
    serde_json::from_value(fields).unwrap()
}

fn last<T>(items: Vec<T>) -> Page<T> {
    Page { total: Some(items.len()), next: None, items }
}

fn groups<const N: usize>(ids: [u64; N]) -> Arrived {
    Arrived::Groups(last(ids.map(group).into()))
}

fn projects<const N: usize>(projects: [(u64, u64); N]) -> Arrived {
    Arrived::Projects(last(projects.map(|(id, namespace)| project(id, namespace)).into()))
}

/// The only page of a runner list, with a runner of each of these types.
fn runners(kinds: &[RunnerType]) -> Arrived {
    Arrived::Runners(RunnersInShort {
        rows: kinds.len(),
        has_group: kinds.contains(&RunnerType::Group),
        has_instance: kinds.contains(&RunnerType::Instance),
        ..RunnersInShort::default()
    })
}

/// A full page of 100 with more after it.
fn full_page(next: usize, total: Option<usize>) -> Arrived {
    let next = Some(PageToken::Number(next));
    Arrived::Runners(RunnersInShort { rows: 100, next, total, ..RunnersInShort::default() })
}

/// A sweep whose owned runners, groups and projects are listed: two groups, and what is in them unless told otherwise.
fn listed(known_groups: Arrived, known_projects: Arrived) -> Sweep {
    let mut sweep = Sweep::new(false);
    let first = tasks(&mut sweep);
    sweep.arrived(&first[1], known_groups);
    sweep.arrived(&first[2], known_projects);
    sweep.arrived(&first[0], runners(&[]));
    sweep
}

#[test]
fn the_instances_list_is_enough_by_itself() {
    let mut sweep = Sweep::new(true);
    let first = tasks(&mut sweep);
    assert_eq!(first.iter().map(line).collect::<Vec<_>>(), ["Instance"]);
    assert!(!sweep.plan().is_certain);
    assert_eq!(sweep.arrived(&first[0], full_page(2, Some(250))), Some(Place::Instance));
    assert_eq!(sweep.plan(), Plan { requests: 3, is_certain: true, ..Plan::default() });
    assert_eq!(lines(&mut sweep), ["Instance 2", "Instance 3"]);
}

#[test]
fn what_nobody_has_counted_makes_the_plan_uncertain_until_it_ends() {
    let mut sweep = Sweep::new(true);
    let first = tasks(&mut sweep);
    sweep.arrived(&first[0], full_page(2, None));
    assert!(!sweep.plan().is_certain);
    let ahead = tasks(&mut sweep);
    sweep.arrived(&ahead[0], runners(&[]));
    assert!(sweep.plan().is_certain);
}

#[test]
fn owned_runners_come_first_and_the_lists_of_places_beside_them() {
    let mut sweep = Sweep::new(false);
    let first = tasks(&mut sweep);
    assert_eq!(first.iter().map(line).collect::<Vec<_>>(), ["Owned", "Groups", "Projects"]);
    assert_eq!(first[1].call, Call::Groups);
    assert_eq!(sweep.arrived(&first[0], full_page(2, Some(200))), None, "owned ones are seen through no place");
    assert_eq!(sweep.arrived(&first[1], groups([1, 2])), None);
    assert_eq!(lines(&mut sweep), ["Group(1)", "Group(2) group_type", "Owned 2"], "first pages come first");
    assert!(!sweep.plan().is_certain);
    sweep.arrived(&first[2], projects([]));
    assert_eq!(sweep.plan(), Plan { groups: 2, projects: 0, requests: 6, is_certain: true });
    assert_eq!(sweep.progress(), Progress { done: 3, to_do: 0, under_way: 3, failed: 0 });
}

#[test]
fn a_group_is_asked_by_its_id_and_its_rows_are_seen_through_it() {
    let mut sweep = listed(groups([7]), projects([]));
    let task = sweep.next_task().unwrap();
    let Call::Runners(call) = &task.call else { panic!("{task:?}") };
    assert_eq!(call.scope, Scope::Group(IdOrPath::Id(7)));
    let place = sweep.arrived(&task, runners(&[RunnerType::Group, RunnerType::Instance]));
    assert_eq!(place, Some(Place::Group { id: 7, path: "g7".into() }));
    assert_eq!(place.unwrap().path(), "g7");
    assert!(sweep.is_done());
}

#[test]
fn groups_that_are_told_and_not_listed_yet_count_in_the_plan() {
    let mut sweep = Sweep::new(false);
    let first = tasks(&mut sweep);
    let page = Page { items: vec![group(1), group(2)], next: Some(PageToken::Number(2)), total: Some(5) };
    sweep.arrived(&first[1], Arrived::Groups(page));
    // Owned, three pages of groups, projects, five groups.
    assert_eq!(sweep.plan(), Plan { groups: 5, projects: 0, requests: 10, is_certain: false });
}
