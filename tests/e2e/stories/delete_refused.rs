//! Deleting a runner that GitLab does not let one delete: why not, and what to do instead.

use serde_json::json;

use super::delete::ask;
use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn a_refusal_is_said_in_the_dialog() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            s.fault(json!({ "method": "DELETE", "status": 403, "times": 1,
                "body": { "message": "403 Forbidden - No access granted" } }));
            question.button("Delete runner").click().await;
            question.alert().says("Runner #41 was not deleted").await;
            question.alert().says("No access granted").await;
            s.row("#41").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn one_that_cannot_be_read_can_be_read_again() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.fault(json!({ "method": "GET", "path": "/api/v4/runners/41", "status": 403, "times": 1,
                "body": { "message": "403 Forbidden - No access granted" } }));
            s.row("#41").button("Delete #41").click().await;
            let question = s.dialog("Delete runner #41?");
            question.alert().says("Runner #41 could not be read").await;
            question.button("Delete runner").is_gone().await;
            question.button("Retry").click().await;
            question.button("Delete runner").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_of_several_projects_is_explained() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#44").button("Delete #44").click().await;
            let question = s.dialog("Delete runner #44?");
            question.says("acme/app, acme/web").await;
            question.says("Only administrators may delete a runner of several projects.").await;
            question.button("Delete runner").is_gone().await;
            question.button("Unassign from the other projects first").click().await;
            question.is_gone().await;
            s.query_is("runner=44&tab=projects").await;
            s.dialog("Runner #44").tab("Projects").is_selected().await;
            assert!(s.asked("DELETE", "runners/44").is_empty());
        })
        .await;
}

#[tokio::test]
async fn projects_out_of_sight_count_as_well() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            s.fault(json!({ "method": "DELETE", "status": 403,
                "body": { "message": "403 Forbidden - Runner associated with more than one project" } }));
            question.button("Delete runner").click().await;
            question.says("to other projects that you may not see").await;
            question.button("Unassign from the other projects first").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn an_administrator_deletes_it_all_the_same() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#44").button("Delete #44").click().await;
            let question = s.dialog("Delete runner #44?");
            question.says("it leaves 2 projects: acme/app, acme/web").await;
            question.button("Delete runner").click().await;
            s.status_says("Runner #44 deleted").await;
        })
        .await;
}

#[tokio::test]
async fn who_may_not_is_told_why_beforehand() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-read").await;
            s.row("#41").button("Delete #41").is_off("Your token may only read").await;
            s.link("#41").click().await;
            s.dialog("Runner #41").button("More actions").click().await;
            s.menuitem("Delete…").is_off("Your token may only read").await;
            s.menuitem("Reset token…").is_off("Your token may only read").await;
        })
        .await;
}
