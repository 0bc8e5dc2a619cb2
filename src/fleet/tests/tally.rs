//! The count beside a value is the number of rows that choosing it shows.

use super::*;
use crate::search::Choice;

/// 1 is of the group acme, 2 of acme/web and seen through two projects as well, 3 is the instance's, 4 is seen in no list.
fn seen() -> Fleet {
    let mut fleet = Fleet::default();
    fleet.begin(false);
    for (id, ways) in [
        (1, &["group:acme"][..]),
        (2, &["group:acme/web", "project:acme/app", "project:acme/web/site"]),
        (3, &["instance"]),
        (4, &[]),
    ] {
        let row = runner(&format!(
            r#"{{"id":{id},"runner_type":"group_type","status":"online","paused":{},"job_execution_status":"idle"}}"#,
            id == 2
        ));
        fleet.add(std::slice::from_ref(&row), None);
        for way in ways {
            fleet.add(std::slice::from_ref(&row), Some(way));
        }
    }
    fleet.learn_details(&details(
        r#"{"id":1,"runner_type":"group_type","status":"online","paused":false,"locked":true,"platform":"linux"}"#,
    ));
    fleet.finish();
    fleet
}

#[test]
fn each_count_is_what_choosing_it_shows() {
    let fleet = seen();
    for others in ["", "paused=true", "through=group:acme", "q=2"] {
        for choice in Choice::ALL {
            let others = choice.write(search(others), "");
            let (places, _) = Orders::default().order(&fleet, &others, &[], NOW);
            for (value, count) in tally(&fleet, &places, choice).values {
                let with = choice.write(others.clone(), &value);
                assert_eq!(shown(&fleet, &with).len(), count, "{choice:?} {value} with {others:?}");
            }
        }
    }
}

#[test]
fn ways_stand_by_kind_and_path() {
    let fleet = seen();
    let places = fleet.listed().to_vec();
    let facet = tally(&fleet, &places, Choice::Through);
    let values: Vec<_> = facet.values.iter().map(|(way, count)| (way.as_str(), *count)).collect();
    let expected = [
        ("instance", 1),
        ("group:acme", 1),
        ("group:acme/web", 2),
        ("project:acme/app", 1),
        ("project:acme/web/site", 1),
    ];
    assert_eq!((values.as_slice(), facet.empty, facet.unknown), (&expected[..], 0, 1));
    assert_eq!(tally(&fleet, &places, Choice::Locked).unknown, 3);
}

#[test]
fn a_runner_counts_once_for_each_kind_of_way() {
    let sums = WaySums::of(&seen());
    assert_eq!(sums, WaySums { groups: (2, 2), projects: (2, 1), instance: 1, unknown: 1 });
}

#[test]
fn who_was_seen_by_no_sweep_may_be_available_through_anything() {
    let fleet = seen();
    let through = search("through=project:acme/app");
    let (order, undecided) = Orders::default().order(&fleet, &through, &[], NOW);
    assert_eq!((order.len(), undecided.by_details), (1, 1));
}
