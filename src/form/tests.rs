//! What is typed, and what is sent for it.

use super::*;
use serde_json::json;

const ORIGINAL: &str = r#"{
    "id": 41, "runner_type": "project_type", "description": "hall", "paused": false, "tag_list": ["gpu", "linux"],
    "run_untagged": false, "locked": false, "maximum_timeout": 5400, "access_level": "not_protected",
    "maintenance_note": "line\r\nline"
}"#;

fn original() -> RunnerDetails {
    serde_json::from_str(ORIGINAL).unwrap()
}

fn tags(text: &str) -> Vec<String> {
    text.split('|').map(str::to_owned).collect()
}

/// The body that is sent after a change of the form.
#[track_caller]
fn sent(change: impl FnOnce(&mut RunnerForm)) -> serde_json::Value {
    let mut form = RunnerForm::from(&original());
    change(&mut form);
    json!(form.changes(&original()).unwrap())
}

/// What is said after a change of the form.
#[track_caller]
fn said(original: &RunnerDetails, change: impl FnOnce(&mut RunnerForm)) -> Vec<(Field, String)> {
    let mut form = RunnerForm::from(original);
    change(&mut form);
    form.changes(original).unwrap_err().into_iter().map(|problem| (problem.field, problem.text)).collect()
}

#[test]
fn the_form_opens_with_what_is_there() {
    let form = RunnerForm {
        description: "hall".to_owned(),
        tags: tags("gpu|linux"),
        maximum_timeout: "1h 30m".to_owned(),
        maintenance_note: "line\nline".to_owned(),
        paused: false,
        run_untagged: false,
        protected: false,
        locked: false,
    };
    assert_eq!(RunnerForm::from(&original()), form);
    let empty = RunnerForm::from(&serde_json::from_str::<RunnerDetails>(r#"{"id":1,"paused":true}"#).unwrap());
    assert_eq!((empty.description.as_str(), empty.maximum_timeout.as_str()), ("", ""));
    assert!(empty.paused && empty.run_untagged);
}

#[test]
fn only_what_changed_is_sent() {
    assert_eq!(sent(|_| ()), json!({}));
    assert_eq!(sent(|form| form.description = " new ".to_owned()), json!({"description": "new"}));
    assert_eq!(sent(|form| form.description.clear()), json!({"description": ""}));
    assert_eq!(sent(|form| form.tags = tags("gpu| arm |")), json!({"tag_list": ["gpu", "arm"]}));
    assert_eq!(sent(|form| form.tags = tags("gpu|linux|a,b")), json!({"tag_list": ["gpu", "linux", "a", "b"]}));
    assert_eq!(sent(|form| form.maximum_timeout = "2h".to_owned()), json!({"maximum_timeout": 7200}));
    assert_eq!(sent(|form| form.maximum_timeout = " ".to_owned()), json!({"maximum_timeout": null}));
    assert_eq!(sent(|form| form.maintenance_note = "x\n".to_owned()), json!({"maintenance_note": "x"}));
    assert_eq!(sent(|form| form.paused = true), json!({"paused": true}));
    assert_eq!(sent(|form| form.run_untagged = true), json!({"run_untagged": true}));
    assert_eq!(sent(|form| form.protected = true), json!({"access_level": "ref_protected"}));
    assert_eq!(sent(|form| form.locked = true), json!({"locked": true}));
}

#[test]
fn what_means_the_same_is_no_change() {
    assert_eq!(sent(|form| form.description = " hall ".to_owned()), json!({}));
    assert_eq!(sent(|form| form.tags = tags("linux| gpu |gpu|")), json!({}));
    assert_eq!(sent(|form| form.maximum_timeout = "90 minutes".to_owned()), json!({}));
    assert_eq!(sent(|form| form.maximum_timeout = "5400".to_owned()), json!({}));
    assert_eq!(sent(|form| form.maintenance_note.push('\n')), json!({}));
}

#[test]
fn only_project_runners_are_locked() {
    let group: RunnerDetails = serde_json::from_str(r#"{"id":1,"runner_type":"group_type"}"#).unwrap();
    let form = RunnerForm { locked: true, ..RunnerForm::from(&group) };
    assert_eq!(form.changed_fields(&group), []);
    assert!(form.changes(&group).unwrap().is_empty());
}

#[test]
fn what_gitlab_is_sure_to_refuse_is_said_at_its_field() {
    let long = "x".repeat(1025);
    let many: Vec<String> = (1..=51).map(|number| number.to_string()).collect();
    let original = original();
    for (problems, expected) in [
        (
            said(&original, |form| form.description.clone_from(&long)),
            (Field::Description, "Shorten this to 1,024 characters. It has 1,025."),
        ),
        (said(&original, |form| form.tags.clear()), (Field::Tags, "Add a tag or turn on Run untagged jobs.")),
        (said(&original, |form| form.tags = tags(" |,")), (Field::Tags, "Add a tag or turn on Run untagged jobs.")),
        (said(&original, |form| form.tags = many), (Field::Tags, "GitLab takes 50 tags at most. There are 51.")),
        (
            said(&original, |form| form.maximum_timeout = "5m".to_owned()),
            (Field::MaximumTimeout, "Enter at least 10 minutes, for example 1h 30m."),
        ),
        (
            said(&original, |form| form.maximum_timeout = "soon".to_owned()),
            (Field::MaximumTimeout, "This is not a time. Enter one like 1h 30m."),
        ),
        (
            said(&original, |form| form.maintenance_note = long),
            (Field::MaintenanceNote, "Shorten this to 1,024 characters. It has 1,025."),
        ),
    ] {
        assert_eq!(problems, [(expected.0, expected.1.to_owned())]);
    }
}

#[test]
fn problems_come_all_at_once() {
    let problems = said(&original(), |form| {
        form.tags.clear();
        form.maximum_timeout = "1".to_owned();
    });
    assert_eq!(problems.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [Field::Tags, Field::MaximumTimeout]);
}

#[test]
fn an_old_mistake_counts_only_when_something_is_saved() {
    let mut old = original();
    old.maximum_timeout = Some(300);
    assert_eq!(RunnerForm::from(&old).changes(&old), Ok(RunnerChanges::default()));
    assert_eq!(said(&old, |form| form.paused = true)[0].0, Field::MaximumTimeout);
    let mut old = original();
    old.tag_list = (1..=60).map(|number| number.to_string()).collect();
    let form = RunnerForm { paused: true, ..RunnerForm::from(&old) };
    assert_eq!(form.changes(&old), Ok(RunnerChanges::paused(true)), "GitLab counts tags only when they change");
}

#[test]
fn the_last_tag_may_go_with_run_untagged_turned_on() {
    let body = sent(|form| {
        form.tags.clear();
        form.run_untagged = true;
    });
    assert_eq!(body, json!({"tag_list": [], "run_untagged": true}));
}

#[test]
fn changed_fields_stand_in_the_order_of_the_form() {
    let mut form = RunnerForm::from(&original());
    assert_eq!(form.changed_fields(&original()), []);
    form.locked = true;
    form.maximum_timeout = "soon".to_owned();
    form.description = "x".to_owned();
    assert_eq!(form.changed_fields(&original()), [Field::Description, Field::MaximumTimeout, Field::Locked]);
}

#[test]
fn each_field_has_words() {
    let form = RunnerForm { tags: vec![], maximum_timeout: "soon".to_owned(), ..RunnerForm::from(&original()) };
    let shown = Field::ALL.map(|field| form.shown(field));
    assert_eq!(shown, ["hall", "None", "soon", "line\nline", "No", "No", "No", "No"]);
    assert_eq!(RunnerForm::from(&original()).shown(Field::MaximumTimeout), "1 hour 30 minutes");
}
