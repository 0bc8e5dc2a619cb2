//! What was typed outlives a token that ends before it is saved.

use serde_json::json;

use super::new_runner::{begin, created, fill};
use crate::story::{Story, in_world};
use crate::world::small;

/// GitLab refuses the token from now on.
fn revoke(s: &Story) {
    s.gitlab.world(|world| world.tokens.get_mut("glpat-mira").unwrap().revoked = true);
}

/// GitLab takes it again, as it would take a new one.
async fn come_back(s: &Story) {
    s.alert_says("You were signed out").await;
    s.gitlab.world(|world| world.tokens.get_mut("glpat-mira").unwrap().revoked = false);
    s.connect("glpat-mira").await;
}

/// Types into the form of runner 41, and saves when the token is no good any more.
async fn save_in_vain(s: &Story) {
    s.connect("glpat-mira").await;
    s.row("#41").button("Edit #41").click().await;
    s.textbox("Description").has_value("gpu-1").await;
    s.textbox("Description").fill("mine").await;
    s.textbox("Maximum job timeout").fill("2h").await;
    revoke(s);
    s.button("Save changes").click().await;
}

#[tokio::test]
async fn changes_of_a_runner_come_back_beside_those_of_others() {
    in_world(small())
        .tell(async |s| {
            save_in_vain(s).await;
            s.alert_says("You were signed out").await;
            s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().maintenance_note = Some("theirs".to_owned()));
            come_back(s).await;
            s.textbox("Description").has_value("mine").await;
            s.textbox("Maximum job timeout").has_value("2h").await;
            s.textbox("Maintenance note").has_value("theirs").await;
            s.dialog("Runner #41").says("2 unsaved changes").await;
            s.button("Save changes").click().await;
            s.status_says("Runner #41 saved").await;
            assert_eq!(s.changes_of(41), [json!({ "description": "mine", "maximum_timeout": 7200 })]);
        })
        .await;
}

#[tokio::test]
async fn nobody_else_gets_to_see_them() {
    in_world(small())
        .tell(async |s| {
            save_in_vain(s).await;
            s.alert_says("You were signed out").await;
            s.connect("glpat-root").await;
            s.textbox("Description").has_value("gpu-1").await;
            s.button("Cancel").click().await;
            s.button("Disconnect").click().await;
            s.gitlab.world(|world| world.tokens.get_mut("glpat-mira").unwrap().revoked = false);
            s.connect("glpat-mira").await;
            s.row("#41").button("Edit #41").click().await;
            s.textbox("Description").has_value("gpu-1").await;
        })
        .await;
}

#[tokio::test]
async fn given_up_once_they_do_not_come_back() {
    in_world(small())
        .tell(async |s| {
            save_in_vain(s).await;
            come_back(s).await;
            s.textbox("Description").has_value("mine").await;
            s.button("Cancel").click().await;
            s.dialog("Leave without saving?").button("Leave").click().await;
            s.row("#41").button("Edit #41").click().await;
            s.textbox("Description").has_value("gpu-1").await;
        })
        .await;
}

#[tokio::test]
async fn they_come_back_though_the_runner_is_gone() {
    in_world(small())
        .tell(async |s| {
            save_in_vain(s).await;
            s.alert_says("You were signed out").await;
            s.gitlab.world(|world| drop(world.runners.remove(&41)));
            come_back(s).await;
            s.textbox("Description").has_value("mine").await;
            s.button("Save changes").click().await;
            s.alert_says("It is not there any more.").await;
            s.textbox("Description").has_value("mine").await;
        })
        .await;
}

#[tokio::test]
async fn a_new_runner_comes_back_in_the_step_where_it_was() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            fill(s).await;
            s.button("Next").click().await;
            s.textbox("Maximum job timeout").fill("2h").await;
            revoke(s);
            s.button("Create runner").click().await;
            come_back(s).await;
            s.textbox("Maximum job timeout").has_value("2h").await;
            s.button("Create runner").click().await;
            s.dialog("Copy the token of runner #46").is_there().await;
            assert_eq!(
                created(s).last().unwrap(),
                &json!({ "runner_type": "group_type", "group_id": 3, "tag_list": ["linux"], "run_untagged": false,
                    "maximum_timeout": 7200 })
            );
        })
        .await;
}
