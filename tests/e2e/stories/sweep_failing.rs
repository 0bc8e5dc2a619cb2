//! Parts of everything that fail: named, tried again alone or together, by keyboard as well.

use fantoccini::key::Key;
use serde_json::json;

use crate::story::in_world;
use crate::world::{grouped, peopled};

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
async fn coming_back_to_one_that_failed_in_part_asks_again() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.connect("glpat-tom").await;
            s.alert_says("group acme").await;
            s.gitlab.heal();
            s.tab("Instance").click().await;
            s.alert().is_gone().await;
            s.tab("Everything").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.alert().is_gone().await;
            s.asked_times("GET", "groups/3/runners", 2).await;
        })
        .await;
}

#[tokio::test]
async fn one_part_is_tried_again_while_others_are_still_read() {
    in_world(grouped())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "status": 403, "body": { "message": "403 Forbidden" }, "times": 1 }));
            s.fault(json!({ "path": "*/groups/50/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.progressbar("Loading runners").is_there().await;
            s.button("Retry group acme").click().await;
            s.alert().is_gone().await;
            s.progressbar("Loading runners").is_there().await;
            s.gitlab.heal();
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.asked_times("GET", "groups/3/runners", 2).await;
            s.asked_times("GET", "groups/50/runners", 1).await;
        })
        .await;
}

#[tokio::test]
async fn one_part_is_tried_again_while_the_rest_stays_stopped() {
    in_world(grouped())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "status": 403, "body": { "message": "403 Forbidden" }, "times": 1 }));
            s.fault(json!({ "path": "*/groups/50/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.status_says("14 of 16 requests, 1 failed").await;
            s.button("Stop loading").click().await;
            s.status_says("stopped").await;
            s.button("Retry group acme").click().await;
            s.alert().is_gone().await;
            s.status_says("15 of 16 requests · stopped").await;
            s.asked_times("GET", "groups/50/runners", 1).await;
            s.gitlab.heal();
            s.button("Resume").click().await;
            s.asked_times("GET", "groups/50/runners", 2).await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn a_list_that_is_refused_keeps_no_runner_that_others_would_tell_of() {
    in_world(peopled())
        .tell(async |s| {
            // Details would tell that it is gone.
            s.fault(json!({ "path": "*/graphql", "hang": true }));
            s.connect("glpat-tom").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.fault(json!({ "path": "*/groups/3/runners*", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.gitlab.world(|world| drop(world.runners.remove(&43)));
            s.button("Refresh").click().await;
            s.alert_says("group acme").await;
            s.runners_are(&[40, 41, 42, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn every_part_that_failed_can_be_seen_and_tried_again() {
    in_world(grouped())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/*/runners", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.connect("glpat-tom").await;
            s.alert_says("13 lists could not be read").await;
            s.button("Show 10 more").click().await;
            s.alert().button("Show 10 more").is_gone().await;
            s.alert().has_focus().await;
            s.gitlab.heal();
            s.button("Retry group team-11").click().await;
            s.alert_says("12 lists could not be read").await;
            s.alert_says("group team-10").await;
            s.button("Retry failed").click().await;
            s.alert().is_gone().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn the_focus_stays_at_hand_for_the_keyboard() {
    in_world(grouped())
        .tell(async |s| {
            let refused = json!({ "message": "403 Forbidden" });
            for group in ["51", "52"] {
                s.fault(json!({ "path": format!("*/groups/{group}/runners"), "status": 403, "body": refused.clone(), "times": 1 }));
            }
            s.fault(json!({ "path": "*/groups/3/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.alert_says("2 lists could not be read").await;
            s.button("Stop loading").press(Key::Enter).await;
            s.button("Resume").has_focus().await;
            s.gitlab.heal();
            s.button("Resume").press(Key::Enter).await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.region("Runner list").has_focus().await;
            s.button("Retry group team-1").press(Key::Enter).await;
            s.button("Retry group team-1").is_gone().await;
            s.progressbar("Loading runners").is_gone().await;
            s.button("Retry group team-2").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn the_focus_stays_where_one_part_fails_again() {
    in_world(grouped())
        .tell(async |s| {
            for group in ["51", "52"] {
                let refused = json!({ "message": "403 Forbidden" });
                s.fault(json!({ "path": format!("*/groups/{group}/runners"), "status": 403, "body": refused }));
            }
            s.connect("glpat-tom").await;
            s.alert_says("2 lists could not be read").await;
            s.button("Stop loading").is_gone().await;
            s.button("Retry group team-1").press(Key::Enter).await;
            s.asked_times("GET", "groups/51/runners", 2).await;
            s.alert_says("2 lists could not be read").await;
            s.button("Retry group team-2").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn the_focus_on_stop_goes_to_the_rows_when_all_is_read() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.button("Stop loading").is_there().await;
            s.script("document.querySelector('.list-course button').focus()").await;
            s.button("Stop loading").has_focus().await;
            s.gitlab.heal();
            s.button("Stop loading").is_gone().await;
            s.region("Runner list").has_focus().await;
        })
        .await;
}
