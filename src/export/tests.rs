//! What is exported, read back.

mod json;
mod sheets;

use std::sync::Arc;

use super::*;
use crate::gitlab::runner::{Runner, RunnerDetails};

/// Two runners with details, the second without a contact; a third without details.
pub fn fleet(description: &str, tags: &[String]) -> Fleet {
    let parse = |json: serde_json::Value| serde_json::from_value::<RunnerDetails>(json).unwrap();
    let first = parse(serde_json::json!({
        "id": 41, "description": description, "status": "online", "paused": true, "runner_type": "project_type",
        "tag_list": tags, "contacted_at": "2026-03-01T10:20:30.405Z", "locked": true, "maximum_timeout": 5400,
        "version": "18.9.1",
    }));
    let second = parse(serde_json::json!({
        "id": 42, "description": "Müller, \"Süd\"\nline", "status": "never_contacted", "paused": false,
        "runner_type": "group_type", "tag_list": [], "contacted_at": null, "created_at": "2026-02-01T00:00:00Z",
    }));
    let third = serde_json::json!({ "id": 43, "description": "", "status": "stale", "runner_type": "instance_type" });
    let third: Runner = serde_json::from_value(third).unwrap();
    let mut fleet = Fleet::default();
    fleet.begin(false);
    fleet.add(&[first.runner.clone(), second.runner.clone(), third], None);
    fleet.finish();
    fleet.learn_details(&first);
    fleet.learn_details(&second);
    fleet
}

#[test]
fn groups_are_flattened_and_each_runner_is_there_once() {
    let fleet = fleet("a", &["x".to_owned(), "y".to_owned()]);
    assert_eq!(places(&fleet, Arc::new(vec![2, 1, 0]), None), [2, 1, 0]);
    assert_eq!(places(&fleet, Arc::new(vec![2, 1, 0]), Some(Column::Tags)), [0, 1, 2]);
}

#[test]
fn only_what_is_shown_counts_as_not_loaded() {
    let fleet = fleet("a", &[]);
    let count = |columns: &[Column]| Sheet::new(&fleet, &[0, 1, 2], columns.iter().copied()).not_loaded();
    assert_eq!((count(&Column::USUAL), count(&[Column::Status]), count(&[Column::Executor])), (1, 0, 1));
}

#[test]
fn a_file_says_where_from_and_when() {
    assert_eq!(
        file_name("gl.test:8443/gitlab", 1_772_360_430_405, "csv"),
        "runners-gl.test-8443-gitlab-2026-03-01.csv"
    );
}
