//! The projects a runner serves: finding one, assigning it to more of them, and taking it from one.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::find::Place;
use crate::story::{Story, in_world};
use crate::world::{small, small_on};

/// With three more projects.
fn large(mut world: Value) -> Value {
    let project = |id: u64, path: &str| json!({ "id": id, "path": path, "name": path.replace("acme/", "The ") });
    let more = [project(21, "acme/radar"), project(22, "acme/models"), project(23, "acme/maps")];
    world["projects"].as_array_mut().unwrap().extend(more);
    world
}

/// Opens the projects of a runner.
async fn projects_of(s: &Story, token: &str, id: u64) -> Place {
    s.connect(token).await;
    s.open(&format!("?runner={id}&tab=projects")).await;
    let drawer = s.dialog(&format!("Runner #{id}"));
    drawer.searchbox("Search projects").is_there().await;
    drawer
}

/// Finds a project by its name and chooses it.
async fn choose(s: &Story, text: &str, path: &str) {
    s.combobox("Assign to project").type_in(text).await;
    s.all("option").one_says(path).await;
    s.option(&format!("The {text}")).click().await;
    s.button(&format!("Remove {path}")).is_there().await;
}

fn assigned(s: &Story, id: u64) -> Vec<u64> {
    s.gitlab.runner(id).unwrap().projects.clone()
}

#[tokio::test]
async fn its_projects_are_found_by_path_and_name_and_the_owner_is_marked() {
    in_world(small())
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-root", 44).await;
            drawer.says("2 visible to you").await;
            drawer.item("acme/app").says("Owner").await;
            drawer.item("acme/web").is_not_saying("Owner").await;
            drawer.searchbox("Search projects").fill("weather").await;
            drawer.item("acme/web").is_gone().await;
            drawer.item("acme/app").is_there().await;
            drawer.searchbox("Search projects").fill("ACME web").await;
            drawer.item("acme/web").is_there().await;
            drawer.item("acme/app").is_gone().await;
            drawer.searchbox("Search projects").fill("nowhere").await;
            drawer.status().says("No project matches the search.").await;
        })
        .await;
}

#[tokio::test]
async fn it_is_assigned_to_several_projects_at_once() {
    in_world(large(small()))
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-mira", 44).await;
            choose(s, "radar", "acme/radar").await;
            choose(s, "maps", "acme/maps").await;
            drawer.button("Assign").click().await;
            s.status_says("Runner #44 assigned to acme/radar and acme/maps").await;
            assert_eq!(assigned(s, 44), [7, 8, 21, 23]);
            drawer.says("4 visible to you").await;
            drawer.tab("Projects").says("4").await;
            drawer.link("acme/maps").is_there().await;
            drawer.button("Remove acme/radar").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn who_leaves_the_gitlab_meanwhile_assigns_nothing_in_the_next() {
    in_world(large(small()))
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-mira", 44).await;
            choose(s, "radar", "acme/radar").await;
            choose(s, "maps", "acme/maps").await;
            s.fault(json!({ "method": "POST", "path": "*/projects/21/runners", "hang": true }));
            drawer.button("Assign").click().await;
            s.asked_times("POST", "projects/21/runners", 1).await;
            s.button("Disconnect").click().await;
            s.connect("glpat-root").await;
            s.gitlab.heal();
            s.button("Refresh").click().await;
            s.status_says("Showing 6 of 6 runners").await;
            assert_eq!(assigned(s, 44), [7, 8, 21]);
        })
        .await;
}

#[tokio::test]
async fn a_project_can_be_typed_and_taken_back() {
    in_world(large(small()))
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-mira", 44).await;
            let field = drawer.combobox("Assign to project");
            field.type_in("acme/radar").await;
            field.press(Key::Enter).await;
            drawer.button("Remove acme/radar").click().await;
            drawer.button("Remove acme/radar").is_gone().await;
            field.has_focus().await;
            // Not chosen at all, only typed.
            field.type_in("23").await;
            drawer.button("Assign").click().await;
            s.status_says("Runner #44 assigned to acme/maps").await;
            field.type_in("acme/nothing").await;
            drawer.button("Assign").click().await;
            field.is_invalid("No project is found by “acme/nothing”.").await;
            field.has_value("acme/nothing").await;
            field.fill("").await;
            drawer.button("Assign").click().await;
            field.is_invalid("Choose a project first.").await;
            assert_eq!(assigned(s, 44), [7, 8, 23]);
        })
        .await;
}

#[tokio::test]
async fn what_gitlab_refuses_is_said_and_the_rest_goes_on() {
    in_world(large(small()))
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-mira", 44).await;
            s.fault(json!({ "method": "POST", "path": "*/projects/21/runners", "status": 400,
                "body": { "message": "runner can only be assigned to projects in the same organization - project_not_in_same_organization" } }));
            choose(s, "radar", "acme/radar").await;
            choose(s, "maps", "acme/maps").await;
            drawer.button("Assign").click().await;
            s.status_says("Runner #44 assigned to acme/maps").await;
            drawer.alert().says("Runner #44 was not assigned to acme/radar").await;
            drawer.alert().says("in the same organization").await;
            drawer.button("Remove acme/radar").is_there().await;
            assert_eq!(assigned(s, 44), [7, 8, 23]);
            s.gitlab.heal();
            drawer.button("Remove acme/radar").click().await;
            drawer.alert().is_gone().await;
            choose(s, "radar", "acme/radar").await;
            drawer.button("Assign").click().await;
            s.status_says("Runner #44 assigned to acme/radar").await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_locked_meanwhile_leads_to_its_form() {
    in_world(large(small()))
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-mira", 44).await;
            s.gitlab.world(|world| world.runners.get_mut(&44).unwrap().locked = true);
            choose(s, "maps", "acme/maps").await;
            drawer.button("Assign").click().await;
            drawer.alert().says("Runner is locked").await;
            // Its details were read again: now it is sure.
            drawer.button("Assign").is_off("The runner is locked to its current projects. Unlock it first.").await;
            drawer.alert().link("Unlock it in its form").click().await;
            s.query_is("runner=44&tab=edit").await;
        })
        .await;
}

#[tokio::test]
async fn what_gitlab_is_sure_to_refuse_is_off_with_the_reason() {
    in_world(small())
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-mira", 41).await;
            drawer.button("Assign").is_off("The runner is locked to its current projects.").await;
            drawer.button("Unassign acme/app").is_off("The runner is locked to its current projects.").await;
            drawer.link("Unlock it in its form").is_there().await;
            s.open("?runner=42&tab=projects").await;
            s.dialog("Runner #42").says("A group runner takes jobs of every project of its group").await;
            s.button("Assign").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_may_only_read_changes_no_projects() {
    in_world(small())
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-read", 44).await;
            drawer.button("Assign").is_off("Your token may only read.").await;
            drawer.button("Unassign acme/web").is_off("Your token may only read.").await;
        })
        .await;
}

#[tokio::test]
async fn it_is_taken_from_a_project_after_a_question() {
    in_world(small())
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-root", 44).await;
            drawer.button("Unassign acme/web").click().await;
            let question = s.dialog("Unassign from acme/web?");
            question.says("Runner #44 will take no more jobs of acme/web.").await;
            question.button("Cancel").click().await;
            question.is_gone().await;
            assert_eq!(assigned(s, 44), [7, 8]);
            drawer.button("Unassign acme/web").click().await;
            question.button("Unassign").click().await;
            s.status_says("Runner #44 unassigned from acme/web").await;
            question.is_gone().await;
            drawer.item("acme/web").is_gone().await;
            drawer.says("1 visible to you").await;
            drawer.searchbox("Search projects").has_focus().await;
            assert_eq!(assigned(s, 44), [7]);
        })
        .await;
}

#[tokio::test]
async fn the_owner_keeps_its_runner() {
    in_world(small())
        .tell(async |s| {
            for token in ["glpat-root", "glpat-mira"] {
                let drawer = projects_of(s, token, 44).await;
                drawer.button("Unassign acme/app").is_off("This project owns the runner and keeps it.").await;
                s.button("Disconnect").click().await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_refusal_to_unassign_is_said_in_the_question() {
    let mut world = small();
    // There it would tell who the owner is.
    world["gitlab"]["graphql"] = json!(false);
    in_world(world)
        .tell(async |s| {
            let drawer = projects_of(s, "glpat-mira", 44).await;
            drawer.button("Unassign acme/app").click().await;
            let question = s.dialog("Unassign from acme/app?");
            question.button("Unassign").click().await;
            question.alert().says("No access granted").await;
            question.alert().says("If this project owns the runner, nobody can unassign it").await;
            question.button("Cancel").click().await;
            s.fault(json!({ "method": "DELETE", "path": "*/projects/8/runners/44", "status": 403, "times": 1,
                "body": { "message": "403 Forbidden - You cannot unassign a runner from the owner project. Delete the runner instead" } }));
            drawer.button("Unassign acme/web").click().await;
            let question = s.dialog("Unassign from acme/web?");
            question.button("Unassign").click().await;
            question.alert().says("owner project").await;
            question.button("Cancel").click().await;
            // Now it is known which one it is.
            drawer.item("acme/web").says("Owner").await;
            drawer.button("Unassign acme/web").is_off("This project owns the runner").await;
        })
        .await;
}

#[tokio::test]
async fn an_older_gitlab_tells_the_projects_among_the_details() {
    for (version, profile) in [("17.11.2", "17"), ("16.11.0", "16")] {
        in_world(large(small_on(version, profile)))
            .tell(async |s| {
                let drawer = projects_of(s, "glpat-mira", 44).await;
                drawer.says("2 visible to you").await;
                choose(s, "maps", "acme/maps").await;
                drawer.button("Assign").click().await;
                s.status_says("Runner #44 assigned to acme/maps").await;
                drawer.says("3 visible to you").await;
                s.asked_times("GET", "runners/44/projects", 0).await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_list_that_could_not_be_had_can_be_asked_for_again() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.fault(json!({ "path": "*/runners/44/projects", "status": 500, "body": {"message": "500 Internal Server Error"} }));
            s.open("?runner=44&tab=projects").await;
            let drawer = s.dialog("Runner #44");
            drawer.alert().says("The projects could not be loaded").await;
            drawer.item("acme/web").is_there().await;
            s.gitlab.heal();
            drawer.alert().button("Retry").click().await;
            drawer.alert().is_gone().await;
            drawer.item("acme/web").is_there().await;
        })
        .await;
}
