//! When GitLab is slow, broken or away: it is said, and reads are tried again.

use serde_json::json;

use crate::console;
use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn when_gitlab_asks_to_slow_down_the_page_waits_and_goes_on() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.fault(json!({ "path": "*/runners/all", "status": 429, "body": "Retry later\n", "times": 1 }));
            s.button("Refresh").click().await;
            s.status_says("GitLab asks us to slow down").await;
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn a_broken_answer_is_an_alert_with_a_way_to_retry() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.fault(
                json!({ "path": "*/groups/*/runners", "status": 502, "body": "<html><h1>502 Bad Gateway</h1></html>",
                "content_type": "text/html", "cors": false }),
            );
            s.open("?source=group:acme").await;
            s.alert_says("The runners could not be loaded").await;
            s.gitlab.heal();
            s.alert().button("Retry").click().await;
            s.row("#42").is_there().await;
            s.alert().is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn a_cut_connection_is_tried_again_without_a_word() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.fault(json!({ "path": "*/runners/all", "cut": true, "times": 1 }));
            s.gitlab.clear_log();
            s.button("Refresh").click().await;
            s.asked_times("GET", "runners/all", 2).await;
            s.status_says("Showing 6 of 6 runners").await;
            s.alert().is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn a_success_that_is_no_answer_is_said_with_its_place() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.fault(json!({ "path": "*/runners", "status": 200, "body": "<html>Sign in</html>", "content_type": "text/html" }));
            s.tab("Owned").click().await;
            s.alert_says("The runners could not be loaded").await;
        })
        .await;
}

#[tokio::test]
async fn a_part_of_the_page_that_does_not_come_is_said_and_comes_by_retry() {
    in_world(small())
        .tell(async |s| {
            s.script(
                "const { fetch } = window; window.heal = () => { window.fetch = fetch };
                 window.fetch = (what, ...how) => /runner-\\w+\\.wasm$/.test(what) ? Promise.reject(new TypeError('cut')) : fetch(what, ...how)",
            )
            .await;
            s.connect("glpat-root").await;
            s.link("#41 gpu-1").click().await;
            s.alert_says("A part of this page did not come").await;
            s.script("heal()").await;
            s.alert().button("Retry").click().await;
            s.dialog("Runner #41").is_there().await;
            // The browser's console tells that it was cut.
            console::take(&s.client).await;
        })
        .await;
}

#[tokio::test]
async fn a_redirect_is_said_and_the_token_does_not_follow_it() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            let headers = json!({ "location": "/api/v4/projects/7/runners" });
            s.fault(json!({ "path": "*/projects/acme%2Fold/runners", "status": 301, "headers": headers }));
            s.open("?source=project:acme/old").await;
            s.alert_says("by its new path or its id").await;
            assert!(s.asked("GET", "projects/7/runners").is_empty());
        })
        .await;
}
