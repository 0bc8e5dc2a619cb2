//! The form of a new runner: its type and place, its settings, and what is said when something is wrong.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::accessible::{bring_axe, is_accessible};
use crate::story::{Story, in_world};
use crate::world::{small, small_on};

/// The bodies with which runners were created.
pub(super) fn created(s: &Story) -> Vec<Value> {
    s.asked("POST", "user/runners").into_iter().map(|entry| serde_json::from_str(&entry.body).unwrap()).collect()
}

/// Opens the form from the list.
pub(super) async fn begin(s: &Story, token: &str) {
    s.connect(token).await;
    s.link("New runner").click().await;
    s.heading("New runner").is_there().await;
}

/// Chooses the group Acme and adds a tag.
pub(super) async fn fill(s: &Story) {
    s.combobox("Group").fill("acm").await;
    s.option("Acme").click().await;
    s.textbox("Tags").type_in("linux,").await;
}

#[tokio::test]
async fn a_project_runner_of_the_project_that_was_looked_at() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?source=project:acme/web").await;
            s.row("#43").is_there().await;
            s.link("New runner").click().await;
            s.query_is("view=new&source=project:acme/web").await;
            s.radio("Project").is_checked(true).await;
            s.combobox("Project").has_value("acme/web").await;
            s.textbox("Tags").type_in("macos").await;
            s.textbox("Tags").press(Key::Enter).await;
            s.button("Next").click().await;
            s.checkbox("Lock to current projects").click().await;
            s.checkbox("Paused").click().await;
            s.button("Create runner").click().await;
            s.dialog("Copy the token of runner #46").is_there().await;
            assert_eq!(
                created(s),
                [json!({ "runner_type": "project_type", "project_id": 8, "tag_list": ["macos"], "run_untagged": false,
                    "locked": true, "paused": true })]
            );
        })
        .await;
}

#[tokio::test]
async fn an_id_or_a_full_path_is_taken_and_checked() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            s.button("Next").click().await;
            s.combobox("Group").is_invalid("Choose a group.").await;
            s.textbox("Tags").is_invalid("Add a tag or turn on Run untagged jobs.").await;
            s.combobox("Group").fill("acme/nothing").await;
            s.textbox("Tags").type_in("linux,").await;
            s.combobox("Group").has_value("acme/nothing").await;
            s.button("Next").click().await;
            s.combobox("Group").is_invalid("There is no group of this name").await;
            s.combobox("Group").fill("3").await;
            s.combobox("Group").press(Key::Enter).await;
            s.button("Next").click().await;
            s.textbox("Maximum job timeout").is_there().await;
            s.button("Back").click().await;
            s.combobox("Group").has_value("acme").await;
            assert!(created(s).is_empty());
        })
        .await;
}

#[tokio::test]
async fn what_gitlab_would_refuse_is_said_at_its_field() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            fill(s).await;
            s.textbox("Description").fill(&"x".repeat(1025)).await;
            s.button("Next").click().await;
            s.textbox("Description").is_invalid("Shorten this to 1,024 characters. It has 1,025.").await;
            s.textbox("Description").fill("short").await;
            s.button("Next").click().await;
            s.textbox("Maximum job timeout").fill("9m").await;
            s.button("Create runner").click().await;
            s.textbox("Maximum job timeout").is_invalid("Enter at least 10 minutes").await;
            assert!(created(s).is_empty());
            s.textbox("Maximum job timeout").fill("10m").await;
            s.button("Create runner").click().await;
            s.dialog("Copy the token of runner #46").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_refusal_keeps_what_was_typed_and_says_what_to_do() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            fill(s).await;
            s.button("Next").click().await;
            s.textbox("Maintenance note").fill("Rack 4").await;
            let tags = "400 Bad request - Tags list can not be empty when runner is not allowed to pick untagged jobs";
            for (status, message, says) in [
                (400, tags, "Add a tag or turn on Run untagged jobs."),
                (400, "400 Bad request - Missing/invalid group", "GitLab does not find this group."),
                (403, "403 Forbidden - Insufficient permissions", "It needs the Owner role there"),
                (502, "", "look for it in the list before you try again"),
            ] {
                s.fault(json!({ "method": "POST", "status": status, "body": { "message": message } }));
                s.button("Create runner").click().await;
                s.alert_says(says).await;
                s.gitlab.heal();
            }
            s.textbox("Maintenance note").has_value("Rack 4").await;
            s.button("Back").click().await;
            s.combobox("Group").has_value("acme").await;
            s.button("Remove tag linux").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_is_created_once_however_often_one_clicks() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            fill(s).await;
            s.button("Next").click().await;
            s.fault(json!({ "method": "POST", "hang": true }));
            s.button("Create runner").click().await;
            for _ in 0..2 {
                s.button("Creating…").click().await;
            }
            s.asked_times("POST", "user/runners", 1).await;
            s.gitlab.heal();
            s.dialog("Copy the token of runner #46").is_there().await;
            s.asked_times("POST", "user/runners", 1).await;
        })
        .await;
}

#[tokio::test]
async fn leaving_with_something_typed_asks() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            s.button("Cancel").click().await;
            s.query_is("").await;
            s.link("New runner").click().await;
            s.textbox("Description").fill("half done").await;
            let question = s.dialog("Leave without saving?");
            for way in ["Cancel", "Close", "Back", "Settings"] {
                match way {
                    "Back" => s.back().await,
                    "Settings" => s.link("Settings").click().await,
                    name => s.button(name).click().await,
                }
                question.button("Stay").click().await;
                question.is_gone().await;
            }
            s.textbox("Description").has_value("half done").await;
            s.link("Settings").click().await;
            question.button("Leave").click().await;
            s.query_is("view=settings").await;
        })
        .await;
}

#[tokio::test]
async fn who_may_not_create_reads_why() {
    in_world(small())
        .tell(async |s| {
            let reason = "Your token may not create runners. It needs the scope api or create_runner.";
            s.connect("glpat-read").await;
            s.button("New runner").is_off(reason).await;
            s.open("?view=new").await;
            s.heading("You may not create runners").is_there().await;
            s.region("New runner").says(reason).await;
            s.button("Disconnect").click().await;
            begin(s, "glpat-mira").await;
            s.radio("Instance").is_off("Only administrators may create instance runners.").await;
            s.radio("Group").is_checked(true).await;
        })
        .await;
}

#[tokio::test]
async fn an_old_gitlab_says_where_to_go() {
    in_world(small_on("15.11.0", "15"))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.button("New runner").is_off("from version 16 on").await;
            s.open("?view=new").await;
            fill(s).await;
            s.button("Next").click().await;
            s.button("Create runner").click().await;
            s.alert_says("This GitLab is too old to create runners this way.").await;
        })
        .await;
}

#[tokio::test]
async fn an_empty_group_leads_to_its_first_runner() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=group:other").await;
            s.link("New group runner").click().await;
            s.combobox("Group").has_value("other").await;
            s.button("Close").click().await;
            s.query_is("source=group:other").await;
        })
        .await;
}

#[tokio::test]
async fn nothing_stands_in_the_way_of_assistive_technology() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            bring_axe(s).await;
            s.button("Next").click().await;
            s.textbox("Tags").is_invalid("Add a tag").await;
            is_accessible(s, "new runner with problems").await;
            fill(s).await;
            s.button("Next").click().await;
            s.button("Back").is_there().await;
            is_accessible(s, "new runner, optional").await;
            s.button("Create runner").click().await;
            s.dialog("Copy the token of runner #46").is_there().await;
            is_accessible(s, "token of a new runner").await;
        })
        .await;
}

#[tokio::test]
async fn on_a_phone_it_all_fits() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            let fits = "return document.documentElement.scrollWidth <= innerWidth";
            s.try_to_connect("glpat-mira").await;
            s.link("New runner").click().await;
            fill(s).await;
            s.waits_until(fits).await;
            s.button("Next").click().await;
            s.button("Create runner").click().await;
            s.dialog("Copy the token of runner #46").tab("Kubernetes").click().await;
            s.waits_until(fits).await;
        })
        .await;
}
