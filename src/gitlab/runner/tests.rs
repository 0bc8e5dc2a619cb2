//! Runners of new and old servers, as JSON in and as words out.

use super::*;

fn runner(json: &str) -> Runner {
    serde_json::from_str(json).unwrap()
}

#[test]
fn an_id_is_enough() {
    let details: RunnerDetails = serde_json::from_str(r#"{"id":41}"#).unwrap();
    assert_eq!(details.runner.id, 41);
    assert!(details.run_untagged && !details.runner.is_paused());
}

#[test]
fn paused_hides_the_contact_and_online_tells_it() {
    for (json, status) in [
        (r#"{"id":1,"status":"paused","online":true}"#, RunnerStatus::Online),
        (r#"{"id":1,"status":"paused","online":false}"#, RunnerStatus::Offline),
        (r#"{"id":1,"status":"active","online":true}"#, RunnerStatus::Online),
        (r#"{"id":1,"status":"stale","online":false}"#, RunnerStatus::Stale),
        (r#"{"id":1,"status":"not_connected","online":null}"#, RunnerStatus::NeverContacted),
        (r#"{"id":1,"online":null}"#, RunnerStatus::NeverContacted),
        (r#"{"id":1,"status":"resting"}"#, RunnerStatus::Other("resting".to_owned())),
    ] {
        assert_eq!(runner(json).contact_status(), status, "{json}");
    }
}

#[test]
fn old_words_for_paused_and_type_are_understood() {
    assert!(runner(r#"{"id":1,"active":false}"#).is_paused());
    assert!(!runner(r#"{"id":1,"active":false,"paused":false}"#).is_paused());
    assert!(runner(r#"{"id":1,"status":"paused"}"#).is_paused());
    assert_eq!(runner(r#"{"id":1,"is_shared":true}"#).kind(), RunnerType::Instance);
    assert_eq!(runner(r#"{"id":1,"runner_type":"group_type"}"#).kind(), RunnerType::Group);
}

#[test]
fn an_answer_without_projects_keeps_those_known() {
    let mut before: RunnerDetails = serde_json::from_str(r#"{"id":1,"projects":[{"id":7}]}"#).unwrap();
    before.merge(serde_json::from_str(r#"{"id":1,"paused":true}"#).unwrap());
    assert!(before.runner.is_paused());
    assert_eq!(before.projects.map(|projects| projects.len()), Some(1));
}

/// A row as GitLab 14 to 16 sent it (the documents of those versions show it so).
#[test]
fn a_row_of_an_old_server_says_the_same() {
    let row = runner(
        r#"{"id":8,"description":"Test 2","ip_address":"127.0.0.1","active":false,"is_shared":false,"runner_type":"group_type",
            "name":"gitlab-runner","online":null,"status":"not_connected"}"#,
    );
    assert_eq!((row.kind(), row.contact_status()), (RunnerType::Group, RunnerStatus::NeverContacted));
    assert!(row.is_paused());
    assert_eq!(row.address(), Some("127.0.0.1"));
}

#[test]
fn an_address_that_is_empty_or_null_is_none() {
    for json in [r#"{"id":1}"#, r#"{"id":1,"ip_address":null}"#, r#"{"id":1,"ip_address":""}"#] {
        assert_eq!(runner(json).address(), None, "{json}");
    }
}

#[test]
fn details_of_old_servers_are_read() {
    for (json, note) in [
        (r#"{"id":6,"token":"6337ff461c","maintainer_note":"Rack 3","projects":[{"id":1}]}"#, Some("Rack 3")),
        (r#"{"id":6,"maintenance_note":"Rack 3"}"#, Some("Rack 3")),
        (r#"{"id":6,"maintenance_note":null}"#, None),
        (r#"{"id":6,"access_level":"ref_protected","maximum_timeout":3600,"architecture":null}"#, None),
    ] {
        let details: RunnerDetails = serde_json::from_str(json).unwrap();
        assert_eq!(details.maintenance_note.text(), note, "{json}");
        assert_eq!(details.maintenance_note.is_told(), json.contains("note"), "{json}");
    }
}

#[test]
fn null_is_nothing() {
    let json = r#"{"id":6,"tag_list":null,"groups":null,"locked":null,"projects":null,"status":null,"paused":null}"#;
    let details: RunnerDetails = serde_json::from_str(json).unwrap();
    assert!(details.tag_list.is_empty() && details.groups.is_empty() && !details.locked);
    assert_eq!(details.runner.contact_status(), RunnerStatus::NeverContacted);
}
