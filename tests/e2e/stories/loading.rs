//! While a long list comes page by page: what is there can be used, and loading can be stopped.

use serde_json::json;

use super::auto_refresh::pass;
use crate::story::in_world;
use crate::world::{crowded, small};

#[tokio::test]
async fn the_first_rows_are_there_before_the_second_page() {
    in_world(crowded(150))
        .tell(async |s| {
            s.fault(json!({ "path": "*/runners/all?*&page=2*", "hang": true }));
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Loading 100 of 156 runners").await;
            s.row("#1000").cell("Status").says("Online").await;
            s.gitlab.heal();
            s.status_says("Showing 156 of 156 runners").await;
            s.button("Stop loading").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn loading_can_be_stopped_and_taken_up_again() {
    in_world(crowded(150))
        .tell(async |s| {
            s.fault(json!({ "path": "*/runners/all?*&page=2*", "hang": true }));
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.button("Stop loading").click().await;
            s.status_says("Loading stopped at 100 of 156 runners").await;
            s.button("Stop loading").is_gone().await;
            s.gitlab.heal();
            s.button("Refresh").click().await;
            s.status_says("Showing 156 of 156 runners").await;
        })
        .await;
}

#[tokio::test]
async fn none_is_lost_when_others_are_deleted_meanwhile() {
    for source in ["instance", "everything"] {
        in_world(crowded(394))
            .tell(async |s| {
                s.connect("glpat-root").await;
                s.status_says("Showing 400 of 400 runners").await;
                s.fault(json!({ "path": "*/runners/all?*&page=3*", "hang": true }));
                s.gitlab.clear_log();
                s.open(&format!("?source={source}")).await;
                // The first of them asks what one may list.
                s.asked_times("GET", "runners/all", 5).await;
                s.gitlab.world(|world| (1000..1030).for_each(|id| drop(world.runners.remove(&id))));
                s.gitlab.heal();
                s.button("Stop loading").is_gone().await;
                // It moved onto the second page, which had been read.
                s.searchbox("Search").fill("crowd-210").await;
                s.runners_are(&[1210]).await;
            })
            .await;
    }
}

#[tokio::test]
async fn none_is_lost_by_a_refresh_either() {
    in_world(crowded(394))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Showing 400 of 400 runners").await;
            s.fault(json!({ "path": "*/runners/all?*&page=3*", "hang": true }));
            s.gitlab.clear_log();
            s.button("Refresh").click().await;
            s.asked_times("GET", "runners/all", 4).await;
            s.gitlab.world(|world| (1000..1030).for_each(|id| drop(world.runners.remove(&id))));
            s.gitlab.heal();
            s.status_says("Showing 370 of 370 runners").await;
            s.searchbox("Search").fill("crowd-210").await;
            s.runners_are(&[1210]).await;
        })
        .await;
}

#[tokio::test]
async fn stopping_a_refresh_keeps_the_list_that_was() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Showing 6 of 6 runners").await;
            // Stop stands beside the tools and moves when they come.
            s.button("Saved views").is_there().await;
            s.fault(json!({ "path": "*/runners/all", "hang": true }));
            s.button("Refresh").click().await;
            s.status_says("looking for changes…").await;
            s.button("Stop loading").click().await;
            s.status_of("Showing 6 of 6 runners").is_not_saying("looking").await;
            s.button("Stop loading").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn details_on_their_way_come_although_the_filter_changed() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "path": "*/runners/41", "hang": true }));
            s.connect("glpat-root").await;
            s.row("#40").cell("Tags").says("docker").await;
            s.combobox("Status").choose("online").await;
            s.runners_are(&[40, 41, 45]).await;
            s.gitlab.heal();
            s.row("#41").cell("Tags").says("gpu").await;
        })
        .await;
}

#[tokio::test]
async fn refresh_brings_new_details_as_well() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().tags = vec!["newborn".to_owned()]);
            s.button("Refresh").click().await;
            s.row("#41").cell("Tags").says("newborn").await;
        })
        .await;
}

/// GitLab counts no further than 10,000.
#[tokio::test]
async fn coming_back_after_more_than_a_minute_reads_the_list_again() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.gitlab.clear_log();
            for (seconds, times) in [(0, 0), (61, 1)] {
                s.navigation("Main").link("Settings").click().await;
                s.heading("Settings").is_there().await;
                pass(s, seconds).await;
                s.back().await;
                s.row("#41").is_there().await;
                s.status_says("Showing 6 of 6 runners").await;
                s.asked_times("GET", "runners/all", times).await;
            }
        })
        .await;
}

#[tokio::test]
async fn none_is_lost_when_one_is_made_meanwhile() {
    in_world(crowded(594))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 600 of 600 runners").await;
            s.fault(json!({ "path": "*/runners/all?*&page=6*", "hang": true }));
            s.gitlab.clear_log();
            s.open("?source=instance").await;
            // The first of them asks what one may list.
            s.asked_times("GET", "runners/all", 7).await;
            s.gitlab.world(|world| {
                let mut new = world.runners[&1000].clone();
                (new.id, new.description) = (39, Some("newest".to_owned()));
                world.runners.insert(39, new);
            });
            s.gitlab.heal();
            // It stands on the first page, which is here already, and has moved the last one of all to a page of its own.
            s.status_says("Showing 600 of 600 runners").await;
        })
        .await;
}

#[tokio::test]
async fn a_list_that_is_too_long_to_be_counted_comes_whole() {
    in_world(crowded(10_095))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Showing 10,101 of 10,101 runners").await;
        })
        .await;
}
