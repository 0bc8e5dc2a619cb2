//! JSON, read by `serde_json`.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::*;
use super::fleet;

fn exported(fleet: &Fleet, columns: &[Column]) -> Value {
    serde_json::from_str(&Sheet::new(fleet, &[0, 1, 2], columns.iter().copied()).json()).unwrap()
}

#[test]
fn every_kind_of_cell_has_its_type() {
    let tags = ["gpu".to_owned(), "linux".to_owned()];
    let columns = [
        Column::Status,
        Column::Description,
        Column::Tags,
        Column::ContactedAt,
        Column::Locked,
        Column::MaximumTimeout,
    ];
    let expected = json!([
        { "id": 41, "status": "online", "paused": true, "description": "büro", "tags": ["gpu", "linux"],
            "contacted_at": "2026-03-01T10:20:30Z", "locked": true, "maximum_timeout": 5400 },
        { "id": 42, "status": "never_contacted", "paused": false, "description": "Müller, \"Süd\"\nline", "tags": [],
            "contacted_at": null, "locked": false, "maximum_timeout": null },
        { "id": 43, "status": "stale", "paused": false, "description": null,
            "unknown": ["tags", "contacted_at", "locked", "maximum_timeout"] },
    ]);
    assert_eq!(exported(&fleet("büro", &tags), &columns), expected);
}

#[test]
fn it_is_fit_to_be_read_by_people() {
    let fleet = fleet("a", &["x".to_owned(), "y".to_owned()]);
    let text = Sheet::new(&fleet, &[0], [Column::Tags]).json();
    assert_eq!(text, "[\n  {\n    \"id\": 41,\n    \"tags\": [\"x\", \"y\"]\n  }\n]\n");
    assert_eq!(Sheet::new(&fleet, &[], []).json(), "[]\n");
}

proptest! {
    #[test]
    fn whatever_is_written_reads_back(description in "([\"\\\\\u{0}-\u{1f}{},]|\\PC){1,12}", tag in "\\PC{1,6}") {
        let fleet = fleet(&description, std::slice::from_ref(&tag));
        let read = exported(&fleet, &[Column::Description, Column::Tags]);
        prop_assert_eq!(&read[0]["description"], &json!(fleet.at(0).description()));
        prop_assert_eq!(&read[0]["tags"], &json!([tag]));
    }
}
