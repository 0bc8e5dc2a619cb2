//! Two people change the same runner: nobody's change is undone unseen.

use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::small;

/// Opens the form of runner 41, changes the description, and lets somebody else do the same.
async fn collide(s: &Story) {
    s.connect("glpat-mira").await;
    s.row("#41").button("Edit #41").click().await;
    s.textbox("Description").has_value("gpu-1").await;
    s.textbox("Description").fill("mine").await;
    s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().description = Some("theirs".to_owned()));
    s.button("Save changes").click().await;
    let question = s.dialog("Changed by someone else");
    question.says("mine").await;
    question.says("theirs").await;
    assert!(s.changes_of(41).is_empty());
}

#[tokio::test]
async fn mine_can_be_kept() {
    in_world(small())
        .tell(async |s| {
            collide(s).await;
            s.button("Keep mine").click().await;
            s.status_says("Runner #41 saved").await;
            assert_eq!(s.changes_of(41), [json!({ "description": "mine" })]);
            s.row("#41").cell("Runner").says("mine").await;
        })
        .await;
}

#[tokio::test]
async fn theirs_can_be_taken() {
    in_world(small())
        .tell(async |s| {
            collide(s).await;
            s.button("Take theirs").click().await;
            s.dialog("Changed by someone else").is_gone().await;
            s.textbox("Description").has_value("theirs").await;
            assert!(s.changes_of(41).is_empty());
            s.row("#41").cell("Runner").says("theirs").await;
        })
        .await;
}

#[tokio::test]
async fn nothing_is_decided_by_cancelling() {
    in_world(small())
        .tell(async |s| {
            collide(s).await;
            s.dialog("Changed by someone else").button("Cancel").click().await;
            s.dialog("Changed by someone else").is_gone().await;
            s.textbox("Description").has_value("mine").await;
            assert!(s.changes_of(41).is_empty());
            s.button("Save changes").click().await;
            s.dialog("Changed by someone else").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn what_others_changed_elsewhere_stays_as_they_left_it() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").button("Edit #41").click().await;
            s.textbox("Description").fill("mine").await;
            s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().maximum_timeout = Some(7200));
            s.button("Save changes").click().await;
            s.status_says("Runner #41 saved").await;
            assert_eq!(s.changes_of(41), [json!({ "description": "mine" })]);
            assert_eq!(s.gitlab.runner(41).unwrap().maximum_timeout, Some(7200));
        })
        .await;
}

#[tokio::test]
async fn tags_of_both_are_merged_and_that_is_said() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").button("Edit #41").click().await;
            s.dialog("Runner #41").textbox("Tags").type_in("mine,").await;
            s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().tags.push("theirs".to_owned()));
            s.button("Save changes").click().await;
            s.status_says("Tags were changed by someone else too: added theirs.").await;
            assert_eq!(s.changes_of(41), [json!({ "tag_list": ["gpu", "linux", "theirs", "mine"] })]);
        })
        .await;
}
