//! Fields that leave the page while they have the focus, which browsers tell them when they are not kept any more.

use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::small;

/// The page still hears what is typed.
async fn is_alive(s: &Story) {
    s.searchbox("Search").fill("mac").await;
    s.runners_are(&[43]).await;
}

#[tokio::test]
async fn a_form_with_the_focus_in_its_tags_can_be_left() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.button("Edit").click().await;
            drawer.textbox("Tags").click().await;
            s.back().await;
            drawer.button("Edit").is_there().await;
            s.searchbox("Search").fill("mac").await;
            s.runners_are(&[43]).await;
        })
        .await;
}

#[tokio::test]
async fn a_list_whose_group_is_being_chosen_can_be_left() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.tab("Group").click().await;
            s.combobox("Group").click().await;
            s.combobox("Group").has_focus().await;
            s.back().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            is_alive(s).await;
        })
        .await;
}

#[tokio::test]
async fn a_drawer_in_which_a_project_is_being_chosen_can_be_left() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("#43").click().await;
            let drawer = s.dialog("Runner #43");
            drawer.tab("Projects").click().await;
            drawer.combobox("Assign to project").type_in("app").await;
            s.all("option").one_says("acme/app").await;
            s.back().await;
            drawer.combobox("Assign to project").is_gone().await;
            is_alive(s).await;
        })
        .await;
}

#[tokio::test]
async fn a_token_may_end_while_something_is_being_chosen() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            for place in ["Group", "Project"] {
                s.tab(place).click().await;
                let revoked = json!({ "error": "invalid_token", "error_description": "Token was revoked. You have to re-authorize from the user." });
                s.fault(json!({ "path": "*/groups*", "status": 401, "body": revoked }));
                s.fault(json!({ "path": "*/projects*", "status": 401, "body": revoked }));
                s.combobox(place).type_in("ac").await;
                s.alert_says("You were signed out").await;
                s.gitlab.heal();
                s.connect("glpat-mira").await;
                s.tab("Everything").click().await;
            }
            is_alive(s).await;
        })
        .await;
}
