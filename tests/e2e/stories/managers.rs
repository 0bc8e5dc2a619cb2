//! The machines behind a runner, and the way to what each of them ran.

use crate::story::in_world;
use crate::world::{small, small_on};

#[tokio::test]
async fn a_manager_tells_what_it_is_and_when_it_was_seen() {
    let mut world = small();
    world["runners"][1]["managers"][0]["created_at"] = "-3d".into();
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=managers").await;
            let manager = s.item("s_1f0c");
            for words in [
                "Online",
                "Version 18.9.1",
                "Revision ab12cd34",
                "Platform linux/arm64",
                "IP address 10.0.0.7",
                "First contact 3 days ago",
                "Last contact 2 minutes ago",
            ] {
                manager.says(words).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_manager_leads_to_its_jobs() {
    let mut world = small();
    world["jobs"][0]["system_id"] = "s_2".into();
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=managers").await;
            s.item("s_2").link("Jobs of this manager").click().await;
            s.query_is("runner=41&tab=jobs").await;
            let drawer = s.dialog("Runner #41");
            drawer.tab("Jobs").is_selected().await;
            drawer.combobox("Manager").has_value("s_2").await;
            drawer.list("Jobs").all("listitem").count_is(1).await;
            drawer.item("lint").is_there().await;
            // It stays so for as long as the drawer is open.
            drawer.tab("Details").click().await;
            drawer.tab("Jobs").click().await;
            drawer.combobox("Manager").has_value("s_2").await;
            drawer.combobox("Manager").choose("").await;
            drawer.item("deploy").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn the_jobs_of_the_only_manager_can_be_left_again() {
    let mut world = small();
    world["jobs"][0]["runner"] = 43.into();
    world["jobs"][0]["system_id"] = "s_gone".into();
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=43&tab=managers").await;
            s.link("Jobs of this manager").click().await;
            let drawer = s.dialog("Runner #43");
            drawer.status().says("This manager has run no jobs yet.").await;
            drawer.combobox("Manager").choose("").await;
            drawer.item("lint").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_gitlab_that_lists_no_managers_says_so_once() {
    in_world(small_on("16.11.0", "16"))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=managers").await;
            let drawer = s.dialog("Runner #41");
            drawer.says("This GitLab does not list managers.").await;
            drawer.alert().is_gone().await;
            drawer.tab("Jobs").click().await;
            drawer.item("lint").is_there().await;
            drawer.combobox("Manager").is_gone().await;
        })
        .await;
}
