//! What comes between while everything is read: stops, failures, GitLab's wish for a rest, and what people do meanwhile.

use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::{crowded, grouped, peopled};

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
async fn stopped_before_a_runner_came_says_so() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.button("Stop loading").click().await;
            s.heading("Stopped before a runner came").is_there().await;
            s.gitlab.heal();
            s.button("Resume").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn it_stays_stopped_while_another_list_is_looked_at() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "hang": true }));
            s.connect("glpat-tom").await;
            s.status_says("3 of 4 requests").await;
            s.button("Stop loading").click().await;
            s.status_says("3 of 4 requests · stopped").await;
            s.gitlab.heal();
            s.tab("Owned").click().await;
            s.status_says("Showing 3 of 3 runners").await;
            s.tab("Everything").click().await;
            s.status_says("3 of 4 requests · stopped").await;
            s.runners_are(&[41, 43, 44]).await;
            s.button("Resume").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn a_429_delays_it() {
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

#[tokio::test]
async fn a_storm_of_429_loses_nothing_and_asks_for_nothing_twice() {
    in_world(grouped())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/*/runners", "status": 429, "body": "Retry later\n", "times": 6 }));
            s.connect("glpat-tom").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.alert().is_gone().await;
            for group in [3, 50, 61] {
                let answered = s.asked("GET", &format!("groups/{group}/runners"));
                assert_eq!(answered.iter().filter(|entry| entry.status == Some(200)).count(), 1, "group {group}");
            }
        })
        .await;
}

#[tokio::test]
async fn the_wait_is_counted_down() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "status": 429, "body": "Retry later\n" }));
            s.connect("glpat-tom").await;
            for seconds in [3, 2, 1] {
                s.status_says(&format!("GitLab asks us to slow down. Going on in {seconds} s.")).await;
            }
            s.gitlab.heal();
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn waiting_for_the_budget_is_said() {
    in_world(crowded(1200))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 1,206 of 1,206 runners").await;
            s.open("?view=settings").await;
            s.textbox("Requests a minute").fill("10").await;
            s.open("?source=everything").await;
            s.status_says("budget used up, going on in").await;
            s.status_says("requests").await;
            s.button("Stop loading").click().await;
            s.status_says("stopped").await;
        })
        .await;
}

/// Connects, and waits until all is read but the runners of a group.
async fn is_under_way(s: &Story) {
    s.fault(json!({ "path": "*/groups/3/runners", "hang": true }));
    s.connect("glpat-tom").await;
    s.runners_are(&[41, 43, 44]).await;
    s.status_says("3 of 4 requests").await;
}

#[tokio::test]
async fn who_is_deleted_meanwhile_stays_away_and_nothing_begins_anew() {
    in_world(peopled())
        .tell(async |s| {
            is_under_way(s).await;
            s.row("#41").button("Delete #41").click().await;
            s.dialog("Delete runner #41?").button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
            s.gitlab.heal();
            s.runners_are(&[40, 42, 43, 44, 45]).await;
            s.asked_times("GET", "runners", 1).await;
        })
        .await;
}

#[tokio::test]
async fn refreshing_meanwhile_begins_nothing_anew_and_reads_again_in_the_end() {
    in_world(peopled())
        .tell(async |s| {
            is_under_way(s).await;
            s.keys("r").await;
            s.button("Refresh").click().await;
            s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().description = Some("newborn".to_owned()));
            s.asked_times("GET", "runners", 1).await;
            s.gitlab.heal();
            s.link("#41 newborn").is_there().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.asked_times("GET", "runners", 2).await;
        })
        .await;
}

#[tokio::test]
async fn refreshing_meanwhile_is_not_forgotten_when_the_list_is_left() {
    in_world(peopled())
        .tell(async |s| {
            is_under_way(s).await;
            s.button("Refresh").click().await;
            s.navigation("Main").link("Settings").click().await;
            s.heading("Settings").is_there().await;
            s.gitlab.heal();
            s.navigation("Main").link("Runners").click().await;
            s.asked_times("GET", "runners", 2).await;
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn refreshing_meanwhile_is_not_forgotten_over_another_list() {
    in_world(peopled())
        .tell(async |s| {
            is_under_way(s).await;
            s.button("Refresh").click().await;
            s.tab("Owned").click().await;
            s.status_says("Showing 3 of 3 runners").await;
            s.asked_times("GET", "runners", 2).await;
            s.gitlab.heal();
            s.tab("Everything").click().await;
            s.asked_times("GET", "groups", 2).await;
            s.status_says("Showing 6 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn another_list_is_looked_at_meanwhile_and_the_sweep_goes_on_where_it_was() {
    in_world(peopled())
        .tell(async |s| {
            is_under_way(s).await;
            s.gitlab.heal();
            s.tab("Owned").click().await;
            s.tab("Owned").is_selected().await;
            s.runners_are(&[41, 43, 44]).await;
            s.tab("Everything").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn looking_to_and_fro_sends_nothing_twice() {
    in_world(peopled())
        .tell(async |s| {
            is_under_way(s).await;
            for _ in 0..3 {
                for tab in ["Instance", "Everything"] {
                    s.tab(tab).click().await;
                    s.tab(tab).is_selected().await;
                }
            }
            s.gitlab.heal();
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            let answered = |path: &str| s.asked("GET", path).iter().filter(|entry| entry.status == Some(200)).count();
            assert_eq!([answered("runners"), answered("groups"), answered("groups/3/runners")], [1, 1, 1]);
        })
        .await;
}

#[tokio::test]
async fn a_filter_meanwhile_asks_every_list_that_is_known() {
    in_world(crowded(60))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 66 of 66 runners").await;
            s.fault(json!({ "path": "*/api/v4/groups", "hang": true }));
            s.keys("r").await;
            s.status_says("66 runners, looking for changes").await;
            s.status_says("requests").await;
            s.search("Filter runners").textbox("Tags").type_in("docker,").await;
            s.runners_are(&[40, 42]).await;
        })
        .await;
}

#[tokio::test]
async fn what_came_while_old_rows_stayed_is_there_after_a_look_elsewhere() {
    in_world(peopled())
        .tell(async |s| {
            s.fault(json!({ "path": "*/groups/3/runners", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.connect("glpat-tom").await;
            s.runners_are(&[40, 41, 43, 44]).await;
            s.gitlab.heal();
            s.fault(json!({ "path": "*/api/v4/projects", "hang": true }));
            s.button("Refresh").click().await;
            s.asked_times("GET", "groups/3/runners", 2).await;
            s.tab("Owned").click().await;
            s.runners_are(&[41, 43, 44]).await;
            s.gitlab.heal();
            s.tab("Everything").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}
