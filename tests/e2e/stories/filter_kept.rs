//! Lists that are kept while filters come and go: what they show before GitLab has answered, and what changed meanwhile.

use serde_json::json;

use crate::story::in_world;
use crate::world::{crowded, small};

#[tokio::test]
async fn nothing_passes_for_what_gitlab_has_not_answered_yet() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.row("#1000").cell("Last contact").says("1 minute ago").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.fault(json!({ "path": "*/runners/all?*tag_list=gpu*", "hang": true }));
            s.textbox("Tags").type_in("gpu,").await;
            s.runners_are(&[41]).await;
            s.gitlab.heal();
            s.status_says("Showing 1 of 1 runner").await;
            s.runners_are(&[41]).await;
        })
        .await;
}

#[tokio::test]
async fn a_filter_taken_back_knows_what_was_changed_meanwhile() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?source=owned&paused=true").await;
            s.runners_are(&[44]).await;
            s.combobox("Paused").choose("false").await;
            s.row("#43").button("Pause #43").click().await;
            s.row("#43").is_gone().await;
            s.combobox("Paused").choose("true").await;
            s.runners_are(&[43, 44]).await;
        })
        .await;
}

#[tokio::test]
async fn a_filter_taken_back_knows_what_a_refresh_would_bring() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.textbox("Tags").type_in("gpu,").await;
            s.status_says("Showing 1 of 1 runner").await;
            s.gitlab.world(|world| {
                let mut new = world.runners[&1000].clone();
                new.id = 2000;
                world.runners.insert(2000, new);
            });
            s.button("Refresh").click().await;
            s.status_says("Showing 1 of 1 runner").await;
            s.button("Clear filters").click().await;
            s.status_says("Showing 607 of 607 runners").await;
        })
        .await;
}
