//! What runners say, to whom, and since when.

use serde_json::{Value, json};

use super::error;
use crate::sample::Sample;

#[test]
fn a_runner_tells_what_rest_does_not() {
    let fields = "id shortSha description runnerType status paused active locked runUntagged accessLevel maximumTimeout
        maintenanceNote tagList createdAt contactedAt createdBy { username } creationMethod jobCount jobExecutionStatus
        projectCount ownerProject { id fullPath nameWithNamespace webUrl } tokenExpiresAt adminUrl __typename
        userPermissions { readRunner updateRunner deleteRunner assignRunner }";
    let runner = Sample::new().runner_says(41, fields, "glpat-mira");
    assert_eq!(
        runner,
        json!({
            "id": "gid://gitlab/Ci::Runner/41", "shortSha": "runner41", "description": "build-hall-3",
            "runnerType": "PROJECT_TYPE", "status": "ONLINE", "paused": false, "active": true, "locked": true,
            "runUntagged": false, "accessLevel": "NOT_PROTECTED", "maximumTimeout": 5400,
            "maintenanceNote": "second rack", "tagList": ["arm64", "docker"],
            "createdAt": "2026-10-02T12:00:00.000Z", "contactedAt": "2026-11-01T11:58:00.000Z",
            "createdBy": {"username": "mira"}, "creationMethod": "AUTHENTICATED_USER", "jobCount": 2,
            "jobExecutionStatus": "ACTIVE", "projectCount": 1,
            "ownerProject": {"id": "gid://gitlab/Project/7", "fullPath": "acme/app", "nameWithNamespace": "Acme / app",
                             "webUrl": "http://gl.test/acme/app"},
            "tokenExpiresAt": null, "adminUrl": null, "__typename": "CiRunner",
            "userPermissions": {"readRunner": true, "updateRunner": true, "deleteRunner": true, "assignRunner": false},
        })
    );
}

#[test]
fn fields_are_answered_in_the_order_of_the_query() {
    let answer = Sample::new().query("{ b: currentUser { username id } a: metadata { version } }", "glpat-mira");
    let text = String::from_utf8(answer.body).unwrap();
    assert_eq!(text, r#"{"data":{"b":{"username":"mira","id":"gid://gitlab/User/2"},"a":{"version":"19.0.0"}}}"#);
}

#[test]
fn many_runners_come_by_alias_and_fragment() {
    let query = "query($full: Boolean = true) {
            r41: runner(id: \"gid://gitlab/Ci::Runner/41\") { ...r }
            r43: runner(id: \"gid://gitlab/Ci::Runner/43\") { ...r }
            r999: runner(id: \"gid://gitlab/Ci::Runner/999\") { ...r }
        }
        fragment r on CiRunner { id ... on CiRunner { paused } locked @include(if: $full) tagList @skip(if: $full) }";
    let answer = Sample::new().query(query, "glpat-mira");
    let runner = json!({"id": "gid://gitlab/Ci::Runner/41", "paused": false, "locked": true});
    // One that is there but not to be read is as one that is not there, and neither is an error.
    assert_eq!(answer.json, json!({"data": {"r41": runner, "r43": null, "r999": null}}));
}

#[test]
fn whoever_reads_by_rest_reads_here() {
    let mut gitlab = Sample::new();
    for token in ["glpat-root", "glpat-mira", "glpat-uma", "glpat-ada", "glpat-max", "glpat-pam", "glpat-aud"] {
        for id in [1, 20, 41, 42, 43, 44] {
            let rest = gitlab.get(&format!("runners/{id}"), token).status == 200;
            let graphql = gitlab.runner_says(id, "id", token) != Value::Null;
            assert_eq!(rest, graphql, "{id} as {token}");
        }
    }
}

#[test]
fn what_is_not_to_be_known_is_null() {
    let mut gitlab = Sample::new();
    gitlab.world().runners.get_mut(&20).unwrap().token_expires_at = Some(0);
    let fields = "maintenanceNote tokenExpiresAt adminUrl editAdminUrl";
    assert_eq!(
        gitlab.runner_says(20, fields, "glpat-max"),
        json!({"maintenanceNote": null, "tokenExpiresAt": null, "adminUrl": null, "editAdminUrl": null})
    );
    assert_eq!(
        gitlab.runner_says(20, fields, "glpat-root"),
        json!({"maintenanceNote": "ask Mira", "tokenExpiresAt": "1970-01-01T00:00:00.000Z",
               "adminUrl": "http://gl.test/admin/runners/20", "editAdminUrl": "http://gl.test/admin/runners/20/edit"})
    );
    // Pam keeps one of the two projects, and does not see the other one.
    assert_eq!(
        gitlab.runner_says(42, "projectCount ownerProject { id } projects { count nodes { fullPath } }", "glpat-pam"),
        json!({"projectCount": 2, "ownerProject": null, "projects": {"count": 1, "nodes": [{"fullPath": "acme/tools/cli"}]}})
    );
    assert_eq!(
        gitlab.runner_says(20, "projectCount jobCount groups { nodes { fullPath } }", "glpat-pam"),
        json!({"projectCount": null, "jobCount": 0, "groups": {"nodes": [{"fullPath": "acme"}]}})
    );
}

#[test]
fn a_status_is_never_paused() {
    let mut gitlab = Sample::new();
    let told = [1, 20, 42, 43, 44].map(|id| gitlab.runner_says(id, "status", "glpat-root")["status"].clone());
    assert_eq!(told, ["ONLINE", "OFFLINE", "ONLINE", "STALE", "NEVER_CONTACTED"]);
}

#[test]
fn machines_come_newest_first_whichever_called_last() {
    let mut gitlab = Sample::new();
    gitlab.world().runners.get_mut(&41).unwrap().managers.reverse();
    gitlab.world().runners.get_mut(&41).unwrap().managers[0].executor = Some("docker".to_owned());
    let fields = "managers { count nodes { id systemId version executorName ipAddress status jobExecutionStatus } }";
    assert_eq!(
        gitlab.runner_says(41, fields, "glpat-mira")["managers"],
        json!({"count": 2, "nodes": [
            {"id": "gid://gitlab/Ci::RunnerManager/3", "systemId": "s_3", "version": "17.0.0", "executorName": "docker",
             "ipAddress": "10.0.0.3", "status": "STALE", "jobExecutionStatus": "IDLE"},
            {"id": "gid://gitlab/Ci::RunnerManager/2", "systemId": "s_2", "version": "18.9.1", "executorName": null,
             "ipAddress": "10.0.0.2", "status": "ONLINE", "jobExecutionStatus": "ACTIVE"},
        ]})
    );
}

#[test]
fn pages_lead_to_the_next() {
    let mut gitlab = Sample::new();
    let fields = |after: &str| {
        format!(
            "managers(first: 1{after}) {{ nodes {{ systemId }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} edges {{ cursor node {{ systemId }} }} }}"
        )
    };
    let first = gitlab.runner_says(41, &fields(""), "glpat-mira")["managers"].clone();
    assert_eq!((&first["nodes"][0]["systemId"], &first["pageInfo"]["hasNextPage"]), (&json!("s_3"), &json!(true)));
    assert_eq!(first["edges"][0], json!({"cursor": first["pageInfo"]["endCursor"], "node": {"systemId": "s_3"}}));
    let after = format!(", after: {}", first["pageInfo"]["endCursor"]);
    let second = gitlab.runner_says(41, &fields(&after), "glpat-mira")["managers"].clone();
    assert_eq!(second["nodes"], json!([{"systemId": "s_2"}]));
    assert_eq!(
        (&second["pageInfo"]["hasNextPage"], &second["pageInfo"]["hasPreviousPage"]),
        (&json!(false), &json!(true))
    );
}

#[test]
fn administrators_search_all_runners() {
    let mut gitlab = Sample::new();
    for (args, expected) in [
        ("(first: 100)", vec![44, 43, 42, 41, 20, 1]),
        ("(sort: CREATED_ASC, first: 2)", vec![1, 20]),
        ("(sort: CONTACTED_DESC, first: 3)", vec![42, 1, 41]),
        ("(sort: CREATED_ASC, last: 2)", vec![43, 44]),
        ("(paused: true)", vec![42]),
        ("(status: ONLINE, type: PROJECT_TYPE)", vec![42, 41]),
        ("(tagList: [\"docker\", \"arm64\"])", vec![41]),
        ("(search: \"HALL\")", vec![41]),
        ("(search: \"glrt-t3_runner42\")", vec![42]),
        ("(creatorUsername: \"mira\")", vec![41]),
        ("(versionPrefix: \"15\")", vec![1]),
    ] {
        let answer = gitlab.query(&format!("{{ runners{args} {{ count nodes {{ id }} }} }}"), "glpat-root");
        let ids = answer.json["data"]["runners"]["nodes"].as_array().unwrap().iter().map(|node| {
            let id = node["id"].as_str().unwrap();
            id.rsplit('/').next().unwrap().parse::<u64>().unwrap()
        });
        assert_eq!(ids.collect::<Vec<_>>(), expected, "{args}");
    }
    assert_eq!(gitlab.query("{ runners { count } }", "glpat-root").json["data"]["runners"]["count"], 6);
}

#[test]
fn others_get_no_list_and_are_told_why() {
    let answer = Sample::new().query("{ currentUser { id } runners { nodes { id } } }", "glpat-mira");
    assert_eq!(answer.json["data"], json!({"currentUser": {"id": "gid://gitlab/User/2"}, "runners": null}));
    assert!(error(&answer).starts_with("The resource that you are attempting to access does not exist"));
    assert_eq!(answer.json["errors"][0]["path"], json!(["runners"]));
}

#[test]
fn older_versions_know_less_of_the_machines_and_more_of_the_runner() {
    for profile in ["15", "16"] {
        let mut gitlab = Sample::at(profile);
        for field in ["managers { count }", "ownerProject { id }", "jobExecutionStatus", "createdBy { id }"] {
            let name = field.split(' ').next().unwrap();
            assert_eq!(
                gitlab.runner_says(41, field, "glpat-mira"),
                format!("Field '{name}' doesn't exist on type 'CiRunner'"),
                "{profile}"
            );
        }
        let query = "{ queryComplexity { score } }";
        assert_eq!(gitlab.query(query, "glpat-mira").json["data"]["queryComplexity"]["score"], 2);
    }
    let machine = Sample::at("17").runner_says(41, "version ipAddress platformName managers { count }", "glpat-mira");
    assert_eq!(
        machine,
        json!({"version": "18.9.1", "ipAddress": "10.0.0.2", "platformName": "linux", "managers": {"count": 2}})
    );
}
