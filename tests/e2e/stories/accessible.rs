//! What axe-core finds on each screen, in light and dark: nothing.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::story::{Story, in_world};
use crate::world::{busy, small};

/// Lets axe-core look at the page as it is, in both themes.
pub(super) async fn is_accessible(s: &Story, screen: &str) {
    for theme in ["light", "dark"] {
        s.script(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
        let found = s.client.execute_async(
            "const done = arguments[arguments.length - 1];
             const said = (violation) => violation.nodes.map((node) => `${violation.id}: ${node.html} ${node.failureSummary}`);
             axe.run().then((results) => done(results.violations.flatMap(said)), (error) => done([String(error)]))",
            Vec::new(),
        );
        let found: Value = found.await.unwrap();
        assert_eq!(found, json!([]), "axe-core on {screen}, {theme}");
    }
}

/// Puts axe-core into the page, around its policy as the driver may.
pub(super) async fn bring_axe(s: &Story) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}. Run: npm ci", file.display()));
    s.script(&axe).await;
}

#[tokio::test]
async fn the_form_that_connects() {
    in_world(small())
        .tell(async |s| {
            s.heading("Connect to GitLab").is_there().await;
            bring_axe(s).await;
            is_accessible(s, "connect").await;
            s.try_to_connect("glpat-nobody").await;
            s.alert().is_there().await;
            is_accessible(s, "connect with an alert").await;
        })
        .await;
}

#[tokio::test]
async fn the_list() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").cell("Tags").says("gpu").await;
            bring_axe(s).await;
            is_accessible(s, "list").await;
            s.checkbox("Select #41").click().await;
            is_accessible(s, "list with a selection").await;
            s.button("Theme").click().await;
            s.menuitemradio("Dark").is_there().await;
            is_accessible(s, "theme menu").await;
        })
        .await;
}

#[tokio::test]
async fn the_empty_states() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.tab("Instance").click().await;
            s.heading("You may not see").is_there().await;
            bring_axe(s).await;
            is_accessible(s, "forbidden").await;
            s.tab("Owned").click().await;
            s.searchbox("Search").fill("nothing like it").await;
            s.heading("No runner matches").is_there().await;
            is_accessible(s, "no match").await;
            s.tab("Group").click().await;
            s.combobox("Group").fill("Acm").await;
            s.option("Acme").is_there().await;
            is_accessible(s, "group picker").await;
        })
        .await;
}

#[tokio::test]
async fn the_drawer() {
    in_world(busy(30))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.says("Rack 3").await;
            bring_axe(s).await;
            is_accessible(s, "details").await;
            drawer.tab("Jobs").click().await;
            drawer.item("unit-29").is_there().await;
            is_accessible(s, "jobs").await;
            drawer.tab("Managers").click().await;
            drawer.item("s_1f0c").is_there().await;
            is_accessible(s, "managers").await;
            drawer.tab("Projects").click().await;
            drawer.link("acme/app").is_there().await;
            is_accessible(s, "projects").await;
        })
        .await;
}

#[tokio::test]
async fn the_edit_form() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").button("Edit #41").click().await;
            s.textbox("Maximum job timeout").fill("9m").await;
            s.button("Save changes").click().await;
            s.textbox("Maximum job timeout").is_invalid("10 minutes").await;
            bring_axe(s).await;
            is_accessible(s, "edit with an error").await;
            s.button("Cancel").click().await;
            s.dialog("Leave without saving?").is_there().await;
            is_accessible(s, "a question").await;
        })
        .await;
}

#[tokio::test]
async fn the_questions() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").button("Delete #41").click().await;
            let question = s.dialog("Delete runner #41?");
            s.fault(json!({ "method": "DELETE", "status": 412, "times": 1, "body": { "message": "412 Precondition Failed" } }));
            question.button("Delete runner").click().await;
            question.alert().is_there().await;
            bring_axe(s).await;
            is_accessible(s, "delete with an alert").await;
            question.button("Cancel").click().await;
            s.row("#44").button("Delete #44").click().await;
            s.button("Unassign from the other projects first").is_there().await;
            is_accessible(s, "several projects").await;
            s.dialog("Delete runner #44?").button("Cancel").click().await;
            s.link("#41").click().await;
            s.dialog("Runner #41").button("More actions").click().await;
            s.menuitem("Reset token…").click().await;
            s.dialog("Reset the token of runner #41?").button("Reset token").click().await;
            s.button("Copy token").is_there().await;
            is_accessible(s, "token").await;
        })
        .await;
}

#[tokio::test]
async fn the_settings() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("Settings").click().await;
            s.heading("Settings").is_there().await;
            bring_axe(s).await;
            is_accessible(s, "settings").await;
        })
        .await;
}

#[tokio::test]
async fn the_narrow_page() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.row("#41").is_there().await;
            bring_axe(s).await;
            is_accessible(s, "narrow list").await;
            s.button("Filters").click().await;
            s.dialog("Filters").is_there().await;
            is_accessible(s, "narrow filters").await;
            s.dialog("Filters").button("Show runners").click().await;
            s.button("Menu").click().await;
            s.link("Settings").is_there().await;
            is_accessible(s, "narrow menu").await;
            s.button("Menu").click().await;
            s.link("#41").click().await;
            s.dialog("Runner #41").says("Rack 3").await;
            is_accessible(s, "narrow drawer").await;
        })
        .await;
}
