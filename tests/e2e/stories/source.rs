//! Whose runners are listed: one's own, the instance's, those of a group or of a project.

use fantoccini::key::Key;

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn a_group_is_found_by_its_name() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.tab("Group").click().await;
            s.heading("Choose a group").is_there().await;
            s.combobox("Group").fill("Acm").await;
            s.option("Acme").click().await;
            s.query_is("source=group:acme").await;
            s.row("#42").cell("Status").says("Never contacted").await;
            s.combobox("Group").has_value("acme").await;
        })
        .await;
}

#[tokio::test]
async fn a_project_is_found_by_its_name_and_chosen_by_keys() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.tab("Project").click().await;
            s.combobox("Project").fill("weather").await;
            s.option("Weather app").is_there().await;
            s.combobox("Project").press(Key::Down).await;
            s.combobox("Project").press(Key::Enter).await;
            s.query_is("source=project:acme/app").await;
            s.row("#41").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn an_id_or_a_full_path_is_taken_as_it_is() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.tab("Project").click().await;
            for typed in ["8", "acme/web"] {
                s.combobox("Project").fill(typed).await;
                s.combobox("Project").press(Key::Enter).await;
                s.query_is(&format!("source=project:{typed}")).await;
                s.row("#43").is_there().await;
            }
        })
        .await;
}

#[tokio::test]
async fn another_source_keeps_the_filters_and_closes_the_drawer() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?status=online&runner=40").await;
            s.dialog("Runner #40").is_there().await;
            s.tab("Owned").click().await;
            s.dialog("Runner #40").is_gone().await;
            s.query_is("source=owned&status=online").await;
        })
        .await;
}
