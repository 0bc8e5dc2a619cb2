//! Everything somebody can see, in one list: who sees what, stopping and going on, what fails, and looking again.

use serde_json::{Value, json};

use crate::story::in_world;
use crate::world::{crowded, small};

/// With an auditor, Tom who is Maintainer of the group, and Pia who is Maintainer of one project in a group where she
/// has no role.
fn peopled() -> Value {
    let mut world = small();
    let users = world["users"].as_array_mut().unwrap();
    users.push(json!({ "id": 4, "username": "tom", "name": "Tom Colonel" }));
    users.push(json!({ "id": 5, "username": "pia", "name": "Pia Lund" }));
    users.push(json!({ "id": 6, "username": "ada", "name": "Ada Audit", "auditor": true }));
    for who in ["tom", "pia", "ada"] {
        let token = json!({ "token": format!("glpat-{who}"), "user": who });
        world["tokens"].as_array_mut().unwrap().push(token);
    }
    world["groups"][0]["members"]["tom"] = json!(40);
    world["projects"][1]["members"] = json!({ "pia": 40 });
    world
}

#[tokio::test]
async fn everyone_lands_on_all_they_can_see() {
    for (token, ids) in [
        ("glpat-root", &[40, 41, 42, 43, 44, 45][..]),
        ("glpat-ada", &[40, 41, 42, 43, 44, 45]),
        ("glpat-mira", &[40, 41, 42, 43, 44, 45]),
        ("glpat-tom", &[40, 41, 42, 43, 44, 45]),
        ("glpat-pia", &[40, 42, 43, 44, 45]),
        ("glpat-read", &[40, 41, 42, 43, 44, 45]),
    ] {
        in_world(peopled())
            .tell(async |s| {
                s.connect(token).await;
                s.tab("Everything").is_selected().await;
                s.runners_are(ids).await;
                s.query_is("").await;
                s.status_says(&format!("Showing {0} of {0} runners", ids.len())).await;
            })
            .await;
    }
}

#[tokio::test]
async fn who_sees_none_is_told_what_would_be_here() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-dev").await;
            s.heading("No runners here yet").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_filter_that_only_gitlab_can_answer_asks_the_same_lists_and_looks_for_no_others() {
    in_world(crowded(60))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 66 of 66 runners").await;
            s.gitlab.clear_log();
            let filters = s.search("Filter runners");
            filters.textbox("Tags").type_in("gpu,").await;
            s.runners_are(&[41]).await;
            s.status_says("Showing 1 of 1 runner").await;
            let lists =
                s.gitlab.log().into_iter().filter(|entry| entry.path.ends_with("runners") && entry.method == "GET");
            let mut lists: Vec<String> = lists.map(|entry| entry.path).collect();
            lists.sort_unstable();
            assert_eq!(lists, ["/api/v4/groups/3/runners", "/api/v4/runners"]);
            assert!(s.asked("GET", "groups").is_empty() && s.asked("GET", "projects").is_empty());
            s.gitlab.clear_log();
            filters.button("Remove tag gpu").click().await;
            s.status_says("Showing 66 of 66 runners").await;
            assert!(s.asked("GET", "runners").is_empty(), "all is known");
        })
        .await;
}

#[tokio::test]
async fn each_runner_says_through_what_it_is_seen() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-tom").await;
            s.row("#42").cell("Runner").says("group acme").await;
            s.row("#44").cell("Runner").says("projects app, web").await;
            s.row("#40").cell("Runner").says("instance").await;
        })
        .await;
}

#[tokio::test]
async fn no_request_is_sent_twice_and_projects_are_asked_only_where_they_add_something() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-tom").await;
            s.status_says("Showing 6 of 6 runners").await;
            let asked: Vec<_> = s.gitlab.log().into_iter().filter(|entry| entry.method == "GET").collect();
            for (place, entry) in asked.iter().enumerate() {
                assert!(
                    !asked[..place].iter().any(|other| (&other.path, &other.query) == (&entry.path, &entry.query)),
                    "{entry:?}"
                );
                assert!(!entry.path.starts_with("/api/v4/projects/"), "{entry:?}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_group_whose_subgroups_tell_all_is_not_asked_and_is_told_all_the_same() {
    let mut world = peopled();
    let subgroups = (0..12).map(|number| json!({ "id": 50 + number, "path": format!("acme/team-{number}") }));
    world["groups"].as_array_mut().unwrap().extend(subgroups);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-tom").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.region("Runner list").says("2 through 13 groups").await;
            s.asked_times("GET", "groups/3/runners", 0).await;
            s.asked_times("GET", "groups/50/runners", 1).await;
        })
        .await;
}

#[tokio::test]
async fn it_stops_and_goes_on_where_it_was() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.row("#41").is_there().await;
            s.progressbar("Loading runners").is_there().await;
            s.status_says("3 of 4 requests").await;
            s.button("Stop loading").click().await;
            s.status_says("3 of 4 requests · stopped").await;
            s.runners_are(&[41, 43, 44]).await;
            s.gitlab.heal();
            s.button("Resume").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.asked_times("GET", "runners", 1).await;
        })
        .await;
}

#[tokio::test]
async fn a_part_that_fails_is_named_and_can_be_tried_again_alone() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.connect("glpat-tom").await;
            s.alert_says("group acme").await;
            s.runners_are(&[40, 41, 43, 44]).await;
            s.gitlab.heal();
            s.alert().button("Retry failed").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.alert().is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn a_storm_of_429_delays_it_and_loses_nothing() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "status": 429, "body": "Retry later\n", "times": 1 }));
            s.connect("glpat-tom").await;
            s.status_says("GitLab asks us to slow down").await;
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn a_token_revoked_meanwhile_leads_to_the_form_and_back() {
    in_world(peopled())
        .tell(async |s| {
            let revoked = json!({ "error": "invalid_token", "error_description": "Token was revoked. You have to re-authorize from the user." });
            s.fault(json!({ "path": "*/groups/3/runners", "status": 401, "body": revoked }));
            s.try_to_connect("glpat-tom").await;
            s.alert_says("You were signed out").await;
            s.gitlab.heal();
            s.connect("glpat-tom").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn what_is_loaded_is_filtered_without_asking_again() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            let before = s.asked("GET", "runners/all").len();
            s.combobox("Status").choose("offline").await;
            s.runners_are(&[44]).await;
            s.combobox("Status").choose("").await;
            s.combobox("Type").choose("group_type").await;
            s.runners_are(&[42, 45]).await;
            s.status_says("Showing 2 of 6 runners").await;
            s.asked_times("GET", "runners/all", before).await;
        })
        .await;
}

#[tokio::test]
async fn a_second_look_paints_what_is_known_and_reads_again() {
    in_world(crowded(150))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 156 of 156 runners").await;
            s.tab("Owned").click().await;
            s.heading("No runners here yet").is_there().await;
            s.fault(json!({ "path": "*/runners/all", "hang": true }));
            s.tab("Everything").click().await;
            s.row("#40").is_there().await;
            s.status_says("Showing 156 of 156 runners, looking for changes").await;
            s.gitlab.world(|world| world.runners.get_mut(&40).unwrap().description = Some("renamed".to_owned()));
            s.gitlab.heal();
            s.row("#40").says("renamed").await;
            s.waits_until("return document.querySelectorAll('tr[data-changed]').length === 1").await;
        })
        .await;
}

#[tokio::test]
async fn leaving_the_view_stops_it_and_coming_back_goes_on() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.status_says("3 of 4 requests").await;
            s.navigation("Main").link("Settings").click().await;
            s.heading("Settings").is_there().await;
            s.gitlab.heal();
            s.navigation("Main").link("Runners").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.asked_times("GET", "runners", 1).await;
        })
        .await;
}
