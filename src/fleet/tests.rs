//! The loaded runners, as what is shown of them.

mod brute;
mod filters;
mod groups;
mod orders;
mod overtaken;
mod tally;
mod ways;

use std::sync::Arc;

use super::*;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_facts::RunnerFacts;
use crate::search::{Layout, RunnerSearch};

/// 2026-11-21 in epoch milliseconds.
pub const NOW: i64 = 1_795_219_200_000;

pub fn runner(json: &str) -> Runner {
    serde_json::from_str(json).unwrap()
}

pub fn details(json: &str) -> RunnerDetails {
    serde_json::from_str(json).unwrap()
}

/// The ids a search shows, in order.
pub fn shown(fleet: &Fleet, search: &RunnerSearch) -> Vec<u64> {
    let (order, _) = Orders::default().order(fleet, search, &[], NOW);
    order.iter().map(|place| fleet.id(*place)).collect()
}

/// The search of an address.
pub fn search(query: &str) -> RunnerSearch {
    let (route, said) = crate::route::Route::parse(query);
    assert_eq!(said, [] as [String; 0]);
    route.search
}

fn fleet(ids: &[u64]) -> Fleet {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    fleet.add(&ids.iter().map(|id| numbered(*id)).collect::<Vec<_>>(), None);
    fleet.finish();
    fleet
}

fn numbered(id: u64) -> Runner {
    runner(&format!(r#"{{"id":{id},"description":"box {id}","online":true}}"#))
}

fn ids(fleet: &Fleet) -> Vec<u64> {
    fleet.ids().collect()
}

#[test]
fn a_runner_that_comes_twice_is_there_once() {
    let mut fleet = fleet(&[1, 2, 3]);
    fleet.add(&[numbered(3), numbered(4)], None);
    assert_eq!(ids(&fleet), [1, 2, 3, 4]);
}

#[test]
fn old_rows_stay_until_the_new_ones_are_all_here() {
    let mut fleet = fleet(&[1, 2, 3]);
    fleet.begin(true);
    fleet.add(&[numbered(2)], None);
    assert_eq!(ids(&fleet), [1, 2, 3]);
    fleet.add(&[numbered(4)], None);
    fleet.finish();
    assert_eq!(ids(&fleet), [2, 4]);
    assert!(fleet.look(1).is_some(), "what is not listed is still known");
}

#[test]
fn what_could_not_be_read_again_stays() {
    let mut fleet = fleet(&[1, 2, 3]);
    fleet.begin(true);
    fleet.add(&[numbered(2)], None);
    fleet.finish_in_part(None);
    assert_eq!(ids(&fleet), [2, 1, 3]);
}

#[test]
fn what_changed_since_the_last_reading_is_news_for_a_moment() {
    let mut fleet = fleet(&[1, 2]);
    fleet.begin(true);
    fleet.add(&[numbered(1), runner(r#"{"id":2,"description":"other","online":true}"#)], None);
    fleet.finish();
    let changed = |fleet: &Fleet| [1, 2].map(|id| fleet.look(id).unwrap().is_changed());
    assert_eq!(changed(&fleet), [false, true]);
    fleet.forget_changes();
    assert_eq!(changed(&fleet), [false, false]);
}

#[test]
fn details_update_the_row_and_stay_when_the_list_is_read_again() {
    let mut fleet = fleet(&[1]);
    fleet.set_details(details(
        r#"{"id":1,"description":"new","paused":true,"tag_list":["gpu"],"projects":[{"id":7,"path_with_namespace":"a/b"}]}"#,
    ));
    assert!(fleet.runner(1).unwrap().is_paused());
    fleet.set_details(details(r#"{"id":1,"description":"newer"}"#));
    assert_eq!(fleet.opened(1).unwrap().projects.as_ref().map(Vec::len), Some(1));
    assert_eq!(fleet.look(1).unwrap().owner(), Some("a/b"));
    fleet.begin(false);
    fleet.add(&[numbered(1)], None);
    assert!(fleet.look(1).unwrap().is_known());
    assert_eq!(fleet.opened(1).unwrap().runner.description.as_deref(), Some("box 1"), "as the list says now");
}

#[test]
fn the_owner_is_told_or_guessed() {
    let mut fleet = fleet(&[1]);
    let project = |path: &str| serde_json::from_str(&format!(r#"{{"id":7,"path_with_namespace":"{path}"}}"#)).unwrap();
    let visible = RunnerFacts { id: 1, projects: Some(vec![project("a/seen")]), ..RunnerFacts::default() };
    let owner = |fleet: &Fleet| {
        let look = fleet.look(1).unwrap();
        (look.owner().unwrap_or_default().to_owned(), look.told_owner())
    };
    fleet.learn(&visible);
    assert_eq!(owner(&fleet), ("a/seen".to_owned(), Owner::Unasked));
    fleet.learn(&RunnerFacts { owner: Some(project("b/owns")), ..visible.clone() });
    let told = ("b/owns".to_owned(), Owner::Told("b/owns".to_owned()));
    assert_eq!(owner(&fleet), told);
    fleet.learn(&visible);
    assert_eq!(owner(&fleet), told, "it stays where this way of asking does not tell it");
    fleet.learn(&RunnerFacts { job_count: Some(0), ..visible });
    assert_eq!(owner(&fleet), (String::new(), Owner::Hidden));
}

#[test]
fn doubted_details_are_shown_until_newer_ones_come() {
    let mut fleet = fleet(&[1]);
    fleet.go_by_rest();
    fleet.set_details(details(r#"{"id":1,"tag_list":["old"]}"#));
    assert!(!fleet.needs_details(1));
    fleet.doubt_details();
    assert_eq!((fleet.needs_details(1), fleet.unknown(), fleet.outdated()), (true, 1, 1));
    assert_eq!(fleet.look(1).unwrap().tags().collect::<Vec<_>>(), ["old"]);
    fleet.expect_details(1);
    assert_eq!(fleet.outdated(), 0, "they are on their way");
    fleet.set_details(details(r#"{"id":1,"tag_list":["new"]}"#));
    assert_eq!((fleet.needs_details(1), fleet.unknown(), fleet.outdated()), (false, 0, 0));
}

#[test]
fn details_that_failed_to_be_renewed_are_still_old() {
    let mut fleet = fleet(&[1, 2, 3]);
    (1..=3).for_each(|id| fleet.learn_details(&details(&format!(r#"{{"id":{id}}}"#))));
    fleet.doubt_details();
    let refused = Error::Forbidden { message: String::new(), scopes: Vec::new() };
    fleet.fail_details(1, Error::Unreachable);
    fleet.fail_details(2, refused);
    assert_eq!(fleet.outdated(), 2, "asking again for what is refused brings nothing new");
}

#[test]
fn what_was_begun_and_stopped_twice_lists_what_it_did() {
    let mut fleet = fleet(&[1, 2, 3]);
    (1..=3).for_each(|id| fleet.learn_details(&details(&format!(r#"{{"id":{id}}}"#))));
    for _ in 0..2 {
        fleet.begin(true);
        fleet.add(&[numbered(1)], None);
        assert_eq!((fleet.len(), fleet.without_details()), (3, 0));
    }
    fleet.doubt_details();
    assert_eq!((fleet.outdated(), fleet.unknown()), (3, 3));
}

#[test]
fn what_rest_does_not_tell_is_asked_for_where_graphql_may() {
    let mut fleet = fleet(&[1, 2]);
    let undecided = |fleet: &Fleet| Orders::default().order(fleet, &search("never_ran=true"), &[], NOW).1;
    fleet.set_details(details(r#"{"id":1,"tag_list":["gpu"]}"#));
    fleet.learn_details(&details(r#"{"id":2}"#));
    assert_eq!((fleet.needs_details(1), fleet.needs_details(2)), (true, false), "of 2 GraphQL had nothing to tell");
    assert_eq!(undecided(&fleet), Undecided { by_details: 1, untold: 1, ..Undecided::default() });
    let counted = RunnerFacts { id: 1, job_count: Some(3), ..RunnerFacts::default() };
    fleet.learn(&counted);
    fleet.set_details(details(r#"{"id":1,"tag_list":["gpu"]}"#));
    assert!(!fleet.needs_details(1), "it has been counted");
    assert_eq!(undecided(&fleet), Undecided { by_details: 0, untold: 1, ..Undecided::default() });
}

#[test]
fn what_is_removed_leaves_no_gap() {
    let mut fleet = fleet(&[1, 2, 3]);
    assert_eq!((fleet.remove(2), fleet.remove(2)), (Some(true), None));
    assert_eq!(fleet.runner(3).unwrap().id, 3);
    assert!(fleet.runner(2).is_none());
    assert_eq!(shown(&fleet, &RunnerSearch::default()), [1, 3]);
    fleet.list(&[0, 1, 2]);
    assert_eq!(ids(&fleet), [1, 3]);
    fleet.add(&[numbered(2), numbered(4)], None);
    assert_eq!(ids(&fleet), [1, 3, 4], "a page that was under way may still name it");
    assert!(!fleet.needs_details(2));
}

#[test]
fn a_request_that_was_taken_back_is_as_if_never_made() {
    let mut fleet = fleet(&[1]);
    fleet.expect_details(1);
    assert!(fleet.look(1).unwrap().is_awaited() && !fleet.needs_details(1));
    fleet.forget_requests(|id| *id == 1);
    assert!(fleet.needs_details(1));
}

#[test]
fn ways_come_from_lists_and_from_details() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let shared = runner(r#"{"id":1,"runner_type":"instance_type"}"#);
    fleet.add(&[shared, numbered(2)], Some("group:acme"));
    fleet.add(&[numbered(2)], Some("group:acme/web"));
    fleet.set_details(details(r#"{"id":2,"projects":[{"id":7,"path_with_namespace":"acme/app"}]}"#));
    assert_eq!(fleet.ways(), [("group:acme", 1), ("group:acme/web", 1), ("instance", 1), ("project:acme/app", 1)]);
    for (through, expected) in
        [("group:acme", vec![2]), ("group:acme/web/x", vec![2]), ("instance", vec![1]), ("group:ac", vec![])]
    {
        assert_eq!(shown(&fleet, &search(&format!("through={through}"))), expected, "{through}");
    }
}

#[test]
fn a_project_that_gave_a_runner_away_is_no_way_to_it() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    fleet.add(&[runner(r#"{"id":2,"runner_type":"project_type"}"#), numbered(3)], Some("project:acme/web"));
    fleet.learn_details(&details(
        r#"{"id":2,"runner_type":"project_type","projects":[{"id":7,"path_with_namespace":"acme/app"}]}"#,
    ));
    fleet.learn_details(&details(r#"{"id":3,"runner_type":"group_type","projects":[]}"#));
    assert_eq!(fleet.ways(), [("project:acme/app", 1), ("project:acme/web", 1)]);
    // The answer to an edit does not name projects, and the first few of many are not all.
    fleet.learn_details(&details(r#"{"id":2,"runner_type":"project_type"}"#));
    fleet.learn(&RunnerFacts { id: 2, projects: Some(vec![]), has_more: true, ..RunnerFacts::default() });
    assert_eq!(fleet.ways().len(), 2);
}

#[test]
fn ways_that_are_not_told_again_go_when_all_were_told() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let row = |id: u64| runner(&format!(r#"{{"id":{id},"runner_type":"group_type","online":true}}"#));
    let (rows, team) = ([row(1), row(2)], "group:acme/team");
    fleet.add(&rows, Some("group:acme"));
    fleet.add(&rows, Some(team));
    fleet.learn_details(&details(
        r#"{"id":2,"runner_type":"group_type","online":true,"groups":[{"id":3,"full_path":"acme/own"}]}"#,
    ));
    fleet.begin(true);
    fleet.renew_ways();
    fleet.add(&rows, Some(team));
    fleet.imply(&rows, "group:above", &["group:acme".to_owned(), team.to_owned()]);
    assert_eq!(fleet.ways(), [("group:acme", 2), ("group:acme/own", 1), (team, 2)], "until all were told");
    fleet.finish();
    fleet.forget_old_ways(&[]);
    assert_eq!(fleet.ways(), [("group:acme/own", 1), (team, 2)]);
}

#[test]
fn what_failed_may_come_yet_and_what_is_refused_may_not() {
    let mut fleet = fleet(&[1, 2, 3]);
    fleet.fail_details(1, Error::Unreachable);
    fleet.fail_details(2, Error::NotFound { message: None });
    assert_eq!((fleet.unknown(), fleet.needs_details(1)), (2, false));
    fleet.forget_failures();
    assert_eq!([1, 2, 3].map(|id| fleet.needs_details(id)), [true, false, true]);
}

#[test]
fn values_are_counted() {
    let mut fleet = fleet(&[1, 2, 3]);
    fleet.set_details(details(r#"{"id":1,"tag_list":["gpu","linux"]}"#));
    fleet.set_details(details(r#"{"id":2,"tag_list":["linux"]}"#));
    let tags = facet(&fleet, fleet.listed(), crate::search::Column::Tags);
    assert_eq!(tags.values, [("gpu".to_owned(), 1), ("linux".to_owned(), 2)]);
    assert_eq!((tags.empty, tags.unknown), (0, 1));
}
