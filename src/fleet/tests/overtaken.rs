//! Answers that come after newer ones.

use super::*;

#[test]
fn a_page_that_is_older_than_a_change_does_not_undo_it() {
    let mut fleet = fleet(&[1, 2]);
    let asked_at = fleet.moment();
    fleet.set_changed(details(r#"{"id":1,"paused":true,"tag_list":["new"]}"#));
    fleet.begin(true);
    fleet.as_of(asked_at, |fleet| {
        let row = |id: u64| runner(&format!(r#"{{"id":{id},"description":"old","paused":false}}"#));
        fleet.add(&[row(1), row(2), row(3)], None);
        fleet.learn_details(&details(r#"{"id":1,"tag_list":["old"]}"#));
    });
    fleet.finish();
    let shown: Vec<_> = fleet.listed().iter().map(|place| fleet.at(*place)).collect();
    assert_eq!(shown.iter().map(|look| look.id()).collect::<Vec<_>>(), [1, 2, 3], "it is listed all the same");
    assert!(shown[0].is_paused());
    assert_eq!(shown[0].tags().collect::<Vec<_>>(), ["new"]);
    assert_eq!(shown[1].description(), Some("old"), "of the others it is news");
    assert!(fleet.opened(1).is_some_and(|details| details.runner.is_paused()));
}

#[test]
fn what_was_asked_for_afterwards_counts() {
    let mut fleet = fleet(&[1]);
    fleet.set_changed(details(r#"{"id":1,"paused":true,"tag_list":["new"]}"#));
    let asked_at = fleet.moment();
    fleet.as_of(asked_at, |fleet| fleet.add(&[runner(r#"{"id":1,"paused":false}"#)], None));
    assert!(!fleet.at(0).is_paused());
}
