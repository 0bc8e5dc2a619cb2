//! Orders, as lists of ids.

use super::*;
use crate::gitlab::term::{RunnerStatus, RunnerType};

/// A runner of which nothing but the id is known.
fn facts(id: u64) -> Facts<'static> {
    Facts {
        id,
        description: None,
        haystack: "",
        runner_type: RunnerType::Project,
        status: RunnerStatus::Online,
        paused: false,
        tags: None,
        version: None,
        contacted_at: None,
        created_at: None,
    }
}

#[track_caller]
fn assert_order(word: &str, mut runners: Vec<Facts<'_>>, ids: &[u64]) {
    let sort = Sort::parse(word).unwrap();
    runners.sort_by(|a, b| compare(sort, a, b));
    assert_eq!(runners.iter().map(|facts| facts.id).collect::<Vec<_>>(), ids, "{word}");
}

fn described(descriptions: &[Option<&'static str>]) -> Vec<Facts<'static>> {
    (1..).zip(descriptions).map(|(id, description)| Facts { description: *description, ..facts(id) }).collect()
}

#[test]
fn words_read_and_write() {
    for key in Column::ALL.iter().copied() {
        for descending in [false, true] {
            let sort = Sort { key, descending };
            assert_eq!(Sort::parse(&sort.to_string()), Some(sort));
        }
    }
    for word in ["", "-", "--id", "name", "ID"] {
        assert_eq!(Sort::parse(word), None, "{word}");
    }
}

#[test]
fn a_header_turns_its_own_order_round() {
    let up = Sort { key: Column::Status, descending: false };
    let down = Sort { descending: true, ..up };
    assert_eq!(Sort::toggled(None, Column::Status), up);
    assert_eq!(Sort::toggled(Some(up), Column::Status), down);
    assert_eq!(Sort::toggled(Some(down), Column::Status), up);
    assert_eq!(Sort::toggled(Some(down), Column::Id), Sort { key: Column::Id, descending: false });
}

#[test]
fn a_missing_description_is_last_both_ways() {
    let runners = described(&[None, Some("box 10"), Some("Box 2"), Some("")]);
    assert_order("description", runners.clone(), &[3, 2, 1, 4]);
    assert_order("-description", runners, &[2, 3, 1, 4]);
}

#[test]
fn equals_go_by_id_both_ways() {
    let runners = described(&[Some("a"), Some("A"), Some("b")]);
    assert_order("description", runners.clone(), &[1, 2, 3]);
    assert_order("-description", runners, &[3, 1, 2]);
    assert_order("-id", vec![facts(1), facts(2)], &[2, 1]);
}

#[test]
fn status_and_type_go_by_their_own_order() {
    let statuses = ["strange", "never_contacted", "stale", "offline", "online"];
    let of_status = |(id, word): (u64, &&str)| Facts { status: RunnerStatus::from(*word), ..facts(id) };
    assert_order("status", (1..).zip(&statuses).map(of_status).collect(), &[5, 4, 3, 2, 1]);
    let types = [RunnerType::Project, RunnerType::Instance, RunnerType::Group];
    let of_type = |(id, kind): (u64, &RunnerType)| Facts { runner_type: kind.clone(), ..facts(id) };
    assert_order("type", (1..).zip(&types).map(of_type).collect(), &[2, 3, 1]);
}

#[test]
fn tags_go_one_by_one() {
    let lists: Vec<Vec<String>> =
        ["b", "a,c", "", "a", "a,B"].iter().map(|tags| crate::format::split_tags(tags)).collect();
    let mut runners: Vec<_> = (1..).zip(&lists).map(|(id, tags)| Facts { tags: Some(tags), ..facts(id) }).collect();
    runners.push(facts(6));
    assert_order("tags", runners.clone(), &[4, 5, 2, 1, 3, 6]);
    assert_order("-tags", runners, &[1, 2, 5, 4, 3, 6]);
}

#[test]
fn versions_go_by_number_and_unknown_ones_are_last() {
    let versions = [Some("15.10.0"), None, Some("15.9.1"), Some("17.0.0")];
    let runners: Vec<_> = (1..).zip(versions).map(|(id, version)| Facts { version, ..facts(id) }).collect();
    assert_order("version", runners.clone(), &[3, 1, 4, 2]);
    assert_order("-version", runners, &[4, 1, 3, 2]);
}

#[test]
fn never_is_the_longest_ago_and_not_known_is_last() {
    let contacts = [Some(Some(5)), Some(None), None, Some(Some(3))];
    let runners: Vec<_> = (1..).zip(contacts).map(|(id, contacted_at)| Facts { contacted_at, ..facts(id) }).collect();
    assert_order("contacted_at", runners.clone(), &[2, 4, 1, 3]);
    assert_order("-contacted_at", runners, &[1, 4, 2, 3]);
    let made = [Some(5), None, Some(3)];
    let runners: Vec<_> = (1..).zip(made).map(|(id, created_at)| Facts { created_at, ..facts(id) }).collect();
    assert_order("created_at", runners.clone(), &[3, 1, 2]);
    assert_order("-created_at", runners, &[1, 3, 2]);
}
