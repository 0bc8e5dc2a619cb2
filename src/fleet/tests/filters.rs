//! Each filter, on a few runners of which details are known, and on one of which they are not.

use super::*;
use crate::gitlab::timestamp::Timestamp;
use crate::search::Column;

/// 1 is a locked GPU machine of a project, 2 a paused group runner never seen, 3 an old stale one, 4 is not known.
fn four() -> Fleet {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let rows = [
        r#"{"id":1,"description":"Build-7","runner_type":"project_type","status":"online","online":true,"paused":false,"job_execution_status":"active","created_at":"2026-01-01T00:00:00Z"}"#,
        r#"{"id":2,"description":"pool","runner_type":"group_type","status":"never_contacted","paused":true,"job_execution_status":"idle","created_at":"2026-03-01T00:00:00Z"}"#,
        r#"{"id":3,"description":"old mac","runner_type":"project_type","status":"stale","online":false,"paused":false}"#,
        r#"{"id":4,"description":"unknown","runner_type":"instance_type","status":"paused","online":true,"paused":true}"#,
    ];
    fleet.add(&rows.map(runner), None);
    for details in [
        r#"{"id":1,"tag_list":["GPU","linux"],"locked":true,"access_level":"ref_protected","run_untagged":false,"version":"17.5.1","platform":"linux","architecture":"arm64","contacted_at":"2026-11-20T00:00:00Z","projects":[{"id":7,"name":"Weather map","path_with_namespace":"acme/app"}]}"#,
        r#"{"id":2,"tag_list":[],"groups":[{"id":3,"name":"Web team","web_url":"https://gl.test/groups/acme"}]}"#,
        r#"{"id":3,"tag_list":["macos"],"version":"15.11.0","platform":"darwin","architecture":"amd64","contacted_at":"2026-05-01T00:00:00Z"}"#,
    ] {
        let details = super::details(details);
        let row = fleet.runner(details.runner.id).unwrap();
        fleet.learn_details(&RunnerDetails { runner: row, ..details });
    }
    fleet
}

#[test]
fn a_runner_is_found_by_the_address_of_each_of_its_managers() {
    let mut fleet = four();
    let ip_addresses = vec!["10.0.0.7".to_owned(), "fe80::ab".to_owned()];
    fleet.learn(&RunnerFacts { id: 2, ip_addresses, job_count: Some(0), ..RunnerFacts::default() });
    for (text, expected) in [("10.0.0.7", vec![2]), ("FE80", vec![2]), ("10.0.0.8", vec![])] {
        assert_eq!(shown(&fleet, &search(&format!("q={text}"))), expected, "{text}");
    }
    let place = fleet.place(2).unwrap();
    assert_eq!(fleet.at(place).cell(Column::IpAddress), Cell::List(vec!["10.0.0.7", "fe80::ab"]));
    // REST does not tell it, and takes nothing back.
    fleet.learn(&RunnerFacts { id: 2, ..RunnerFacts::default() });
    assert_eq!(shown(&fleet, &search("q=fe80")), [2]);
}

#[test]
fn what_rest_does_not_tell_may_come_through_graphql() {
    let mut fleet = four();
    let place = fleet.place(1).unwrap();
    let may_come = |fleet: &Fleet| [Column::JobCount, Column::Version].map(|column| fleet.at(place).may_come(column));
    fleet.set_details(super::details(r#"{"id":1,"version":"17.5.1"}"#));
    assert_eq!(may_come(&fleet), [true, false]);
    fleet.go_by_rest();
    assert_eq!(may_come(&fleet), [false, false]);
}

#[test]
fn each_filter_shows_what_it_says() {
    let fleet = four();
    for (query, expected) in [
        ("", vec![1, 2, 3, 4]),
        ("type=project_type", vec![1, 3]),
        ("type=instance_type&status=online", vec![4]),
        ("status=online", vec![1, 4]),
        ("status=stale", vec![3]),
        ("status=offline", vec![]),
        ("paused=true", vec![2, 4]),
        ("busy=true", vec![1]),
        ("busy=false", vec![2]),
        ("tag=GPU&tag=linux", vec![1]),
        ("tag=gpu", vec![]),
        ("any_tag=macos&any_tag=linux", vec![1, 3]),
        ("not_tag=linux", vec![2, 3]),
        ("version=15", vec![3]),
        ("version=17.5", vec![1]),
        ("version=1", vec![]),
        ("older_than=17.0", vec![3]),
        ("older_than=17.5", vec![3]),
        ("older_than=18", vec![1, 3]),
        ("locked=true", vec![1]),
        ("protected=false", vec![2, 3]),
        ("run_untagged=false", vec![1]),
        ("platform=darwin", vec![3]),
        ("architecture=arm64", vec![1]),
        ("unseen_days=30", vec![2, 3]),
        ("unseen_days=0", vec![1, 2, 3]),
        ("unseen_days=30000", vec![2]),
        ("created_before=2026-02-01", vec![1]),
        ("through=project:acme/app", vec![1]),
        ("through=group:acme/web", vec![2]),
        ("through=project:Acme/App", vec![1]),
        ("q=BUILD", vec![1]),
        ("q=acme", vec![1, 2]),
        ("q=group", vec![]),
        ("q=gpu+17.5", vec![1]),
        ("q=%234", vec![4]),
        ("q=mac", vec![3]),
        ("q=weather", vec![1]),
        ("q=WEB+team", vec![2]),
    ] {
        assert_eq!(shown(&fleet, &search(query)), expected, "{query}");
    }
}

#[test]
fn what_only_details_could_tell_is_counted() {
    let fleet = four();
    let undecided = |query: &str, answered: &[String]| {
        let (order, undecided) = Orders::default().order(&fleet, &search(query), answered, NOW);
        assert_eq!(undecided.untold, 0);
        (order.len(), undecided.by_details)
    };
    let linux = ["linux".to_owned()];
    assert_eq!(undecided("tag=linux", &[]), (1, 1));
    assert_eq!(undecided("tag=linux", &linux), (2, 0), "GitLab has looked at it");
    assert_eq!(undecided("tag=linux&version=17", &linux), (1, 1), "GitLab looks at the versions of all managers");
    assert_eq!(undecided("tag=linux&status=stale", &[]), (0, 0), "it would not be shown whatever its tags");
}

#[test]
fn a_text_may_stand_in_details_that_are_not_here() {
    let fleet = four();
    let undecided = |fleet: &Fleet, query: &str| {
        let (order, undecided) = Orders::default().order(fleet, &search(query), &[], NOW);
        (order.len(), undecided.by_details, undecided.unsearched)
    };
    for (query, expected) in [("q=gpu", (1, 1, 0)), ("q=unknown", (1, 0, 0)), ("q=gpu&status=stale", (0, 0, 0))] {
        assert_eq!(undecided(&fleet, query), expected, "{query}");
    }
    let mut by_rest = fleet.clone();
    by_rest.go_by_rest();
    assert_eq!(undecided(&by_rest, "q=gpu"), (1, 0, 1), "each would be a request");
    assert_eq!(undecided(&by_rest, "q=rocket"), (0, 0, 1));
    by_rest.fail_details(4, crate::gitlab::error::Error::NotFound { message: None });
    assert_eq!(undecided(&by_rest, "q=rocket"), (0, 0, 0));
}

#[test]
fn what_no_details_will_tell_is_counted_apart() {
    let fleet = four();
    let undecided = |fleet: &Fleet, query: &str| {
        let (_, undecided) = Orders::default().order(fleet, &search(query), &[], NOW);
        (undecided.by_details, undecided.untold)
    };
    assert_eq!(undecided(&fleet, "busy=true"), (0, 2), "lists of this GitLab do not tell, and details never do");
    assert_eq!(undecided(&fleet, "created_before=2026-02-01"), (0, 2));
    assert_eq!(undecided(&fleet, "never_ran=true"), (1, 3), "REST counts no jobs; GraphQL may for the last one");
    assert_eq!(undecided(&fleet, "busy=true&tag=linux"), (0, 1), "its details alone would not show it");
    let mut by_rest = fleet.clone();
    by_rest.go_by_rest();
    assert_eq!(undecided(&by_rest, "never_ran=true"), (0, 4));
    let mut refused = fleet;
    refused.fail_details(4, crate::gitlab::error::Error::NotFound { message: None });
    assert_eq!(undecided(&refused, "tag=linux"), (0, 1));
}

#[test]
fn what_older_lists_do_not_tell_may_come_with_details() {
    let mut fleet = four();
    fleet.ask_more(true);
    let undecided = |fleet: &Fleet, query: &str| {
        let (order, undecided) = Orders::default().order(fleet, &search(query), &[], NOW);
        (order.len(), undecided.by_details, undecided.untold)
    };
    for query in ["busy=true", "created_before=2026-02-01"] {
        assert_eq!(undecided(&fleet, query), (1, 1, 1), "{query}: the details of 3 came and did not tell");
    }
    let told =
        RunnerFacts { id: 4, busy: Some(true), created_at: Timestamp::parse("2026-01-02"), ..RunnerFacts::default() };
    fleet.learn(&told);
    fleet.add(
        &[fleet.runner(4).map(|runner| Runner { job_execution_status: None, created_at: None, ..runner }).unwrap()],
        None,
    );
    for query in ["busy=true", "created_before=2026-02-01"] {
        assert_eq!(shown(&fleet, &search(query)), [1, 4], "{query}: and a list that does not tell it changes nothing");
    }
    fleet.go_by_rest();
    assert_eq!(undecided(&fleet, "busy=true"), (2, 0, 1));
}

#[test]
fn a_growing_text_finds_the_same_as_a_new_one() {
    let fleet = four();
    let mut orders = Orders::default();
    for text in ["m", "ma", "mac", "mac o", "mac old", "l", "li", "linux", "linux gp", "", "#"] {
        let search = RunnerSearch { text: text.to_owned(), ..RunnerSearch::default() };
        let (order, _) = orders.order(&fleet, &search, &[], NOW);
        let fresh: Vec<u64> = shown(&fleet, &search);
        assert_eq!(order.iter().map(|place| fleet.id(*place)).collect::<Vec<_>>(), fresh, "{text}");
    }
}
