//! The order of each column, in both directions.

use super::*;

fn four() -> Fleet {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let rows = [
        r#"{"id":1,"description":"box 10","runner_type":"project_type","status":"stale","created_at":"2026-01-01T00:00:00Z"}"#,
        r#"{"id":2,"description":"Box 2","runner_type":"instance_type","status":"online"}"#,
        r#"{"id":3,"description":" ","runner_type":"group_type","status":"never_contacted","created_at":"2025-01-01T00:00:00Z"}"#,
        r#"{"id":4,"description":"box 2","runner_type":"project_type","status":"offline"}"#,
    ];
    fleet.add(&rows.map(runner), None);
    for details in [
        r#"{"id":1,"tag_list":["b"],"version":"17.10.0","contacted_at":"2026-11-20T00:00:00Z","maximum_timeout":600}"#,
        r#"{"id":2,"tag_list":["a","c"],"version":"17.9.0","locked":true}"#,
        r#"{"id":3,"tag_list":[],"contacted_at":"2026-05-01T00:00:00Z"}"#,
    ] {
        let details = super::details(details);
        let row = fleet.runner(details.runner.id).unwrap();
        fleet.learn_details(&RunnerDetails { runner: row, ..details });
    }
    fleet
}

#[test]
fn each_column_has_its_order() {
    let fleet = four();
    for (sort, expected) in [
        ("id", [1, 2, 3, 4]),
        ("-id", [4, 3, 2, 1]),
        ("description", [2, 4, 1, 3]),
        ("-description", [1, 2, 4, 3]),
        ("status", [2, 4, 1, 3]),
        ("-status", [3, 1, 4, 2]),
        ("type", [2, 3, 1, 4]),
        ("-type", [1, 4, 3, 2]),
        ("tags", [2, 1, 3, 4]),
        ("-tags", [1, 2, 3, 4]),
        ("version", [2, 1, 3, 4]),
        ("-version", [1, 2, 3, 4]),
        ("contacted_at", [2, 3, 1, 4]),
        ("-contacted_at", [1, 3, 2, 4]),
        ("created_at", [3, 1, 2, 4]),
        ("maximum_timeout", [1, 2, 3, 4]),
        ("locked", [2, 1, 3, 4]),
        ("type,-id", [2, 3, 4, 1]),
        ("description,-id", [4, 2, 1, 3]),
    ] {
        assert_eq!(shown(&fleet, &search(&format!("sort={sort}"))), expected, "{sort}");
    }
}

#[test]
fn an_order_prepared_in_slices_is_the_same() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let rows: Vec<Runner> = (1..=5000_u64)
        .map(|id| runner(&format!(r#"{{"id":{id},"description":"box {}"}}"#, id * 7919 % 4001)))
        .collect();
    fleet.add(&rows, None);
    let mut orders = Orders::default();
    let mut slices = 0;
    while orders.prepare(&fleet) {
        slices += 1;
    }
    assert!(slices > 3);
    let (order, _) = orders.order(&fleet, &search("sort=description"), &[], NOW);
    let mut expected: Vec<u64> = (1..=5000).collect();
    expected.sort_by_key(|id| (id * 7919 % 4001, *id));
    assert_eq!(order.iter().map(|place| fleet.id(*place)).collect::<Vec<_>>(), expected);
}

#[test]
fn a_text_that_grew_is_found_in_what_came_since() {
    let mut fleet = fleet(&[1, 2, 3]);
    let mut orders = Orders::default();
    let mut found = |fleet: &Fleet, text: &str| {
        let search = RunnerSearch { text: text.to_owned(), ..RunnerSearch::default() };
        let (order, _) = orders.order(fleet, &search, &[], NOW);
        order.iter().map(|place| fleet.id(*place)).collect::<Vec<_>>()
    };
    assert_eq!(found(&fleet, "bo"), [1, 2, 3]);
    assert_eq!(found(&fleet, "box 2"), [2]);
    fleet.learn_details(&details(r#"{"id":3,"tag_list":["box 2b"]}"#));
    assert_eq!(found(&fleet, "box 2b"), [3]);
    fleet.set_details(details(r#"{"id":1,"description":"2bis"}"#));
    assert_eq!(found(&fleet, "2bi"), [1]);
}

#[test]
fn ways_are_ordered_as_they_are_shown() {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    let row = |id: u64| runner(&format!(r#"{{"id":{id},"runner_type":"project_type"}}"#));
    fleet.add(&[row(1)], Some("project:acme/z"));
    fleet.add(&[row(2)], Some("project:acme/m"));
    fleet.add(&[row(1)], Some("project:acme/a"));
    fleet.add(&[row(3)], Some("group:acme"));
    let (order, _) = Orders::default().order(&fleet, &search("sort=through"), &[], NOW);
    assert_eq!(order.iter().map(|place| fleet.id(*place)).collect::<Vec<_>>(), [3, 2, 1], "group, project, projects");
}
