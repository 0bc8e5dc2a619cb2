//! Pausing and resuming: from the row, by key, from the drawer, many at once, and on an old GitLab.

use serde_json::json;

use crate::story::in_world;
use crate::world::{small, small_on};

#[tokio::test]
async fn a_runner_is_paused_and_resumed_from_its_row() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let row = s.row("#41");
            row.button("Pause #41").click().await;
            s.status_says("Runner #41 paused").await;
            row.cell("Status").says("Paused").await;
            row.button("Resume #41").click().await;
            s.status_says("Runner #41 resumed").await;
            row.button("Pause #41").is_there().await;
            assert_eq!(s.changes_of(41), [json!({ "paused": true }), json!({ "paused": false })]);
        })
        .await;
}

#[tokio::test]
async fn the_toast_takes_a_pause_back() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").button("Pause #41").click().await;
            s.status_of("Runner #41 paused").button("Resume").click().await;
            s.status_says("Runner #41 resumed").await;
            assert!(!s.gitlab.runner(41).unwrap().paused);
        })
        .await;
}

#[tokio::test]
async fn a_key_pauses_the_runner_of_the_row() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").is_there().await;
            for next in [40, 41, 42, 43, 44] {
                s.keys("j").await;
                s.link(&format!("#{next}")).has_focus().await;
            }
            s.keys("p").await;
            s.status_says("Runner #44 resumed").await;
            assert_eq!(s.changes_of(44), [json!({ "paused": false })]);
        })
        .await;
}

#[tokio::test]
async fn the_drawer_pauses_too() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.button("Pause").click().await;
            drawer.button("Resume").is_there().await;
            s.row("#41").cell("Status").says("Paused").await;
        })
        .await;
}

#[tokio::test]
async fn an_old_gitlab_is_asked_in_its_own_words() {
    in_world(small_on("14.5.0", "16"))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").button("Pause #41").click().await;
            s.status_says("Runner #41 paused").await;
            assert_eq!(s.changes_of(41), [json!({ "active": false })]);
            s.row("#41").cell("Status").says("Paused").await;
        })
        .await;
}

#[tokio::test]
async fn a_refused_pause_is_said_and_changes_nothing() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.fault(json!({ "method": "PUT", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.row("#41").button("Pause #41").click().await;
            s.alert_says("Runner #41 was not paused").await;
            s.row("#41").button("Pause #41").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn the_selected_ones_are_paused_together() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.checkbox("Select #41").click().await;
            s.checkbox("Select #43").click().await;
            let bulk = s.group("Selected runners");
            bulk.says("2 selected").await;
            s.combobox("Status").choose("online").await;
            bulk.says("2 selected, 1 not shown").await;
            bulk.button("Pause").click().await;
            s.status_says("2 runners paused").await;
            assert_eq!((s.changes_of(41).len(), s.changes_of(43).len()), (1, 1));
        })
        .await;
}

#[tokio::test]
async fn those_that_were_not_paused_are_named_with_the_reason() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            for id in [42, 43] {
                let body = json!({ "message": "403 Forbidden" });
                s.fault(json!({ "method": "PUT", "path": format!("*/runners/{id}"), "status": 403, "body": body }));
            }
            s.checkbox("Select all").click().await;
            s.group("Selected runners").button("Pause").click().await;
            s.alert_says("3 of 6 runners paused. #40: Only administrators").await;
            s.alert_says("2 runners failed for other reasons.").await;
            assert!(s.changes_of(40).is_empty(), "GitLab is sure to refuse it");
            s.group("Selected runners").says("3 selected").await;
        })
        .await;
}

#[tokio::test]
async fn many_at_once_end_with_the_connection() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.fault(json!({ "method": "PUT", "path": "*/runners/40", "hang": true }));
            s.checkbox("Select all").click().await;
            s.group("Selected runners").button("Pause").click().await;
            s.asked_times("PUT", "runners/40", 1).await;
            s.button("Disconnect").click().await;
            s.connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.gitlab.heal();
            s.row("#40").is_there().await;
            s.keys("r").await;
            s.row("#40").cell("Status").says("Paused").await;
            s.row("#41").button("Pause #41").click().await;
            s.status_says("Runner #41 paused").await;
            let changed = [40, 41, 42, 43, 44, 45].map(|id| s.changes_of(id).len());
            assert_eq!(changed, [1, 1, 0, 0, 0, 0], "the others are left alone");
        })
        .await;
}
