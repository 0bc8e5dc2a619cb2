//! The further filters: a panel of them, counts beside their values, and through what runners are seen.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::accessible::{bring_axe, is_accessible};
use crate::story::{Story, in_world};
use crate::world::{crowded, small};

/// The small company; its builder is protected and takes no untagged jobs.
fn guarded() -> Value {
    let mut world = small();
    world["runners"][4]["access_level"] = json!("ref_protected");
    world["runners"][4]["run_untagged"] = json!(false);
    world
}

/// The words of a select.
async fn offers(s: &Story, name: &str, words: &str) {
    let options = format!("[...document.querySelectorAll('[data-name=\"{name}\"] option')].map((one) => one.text)");
    s.waits_until(&format!("return {options}.join(', ') === {}", json!(words))).await;
}

#[tokio::test]
async fn each_choice_of_the_panel_narrows_the_list() {
    in_world(guarded())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.button("More filters").click().await;
            let panel = s.dialog("More filters");
            for (name, value, query, ids) in [
                ("Locked", "true", "locked=true", &[41][..]),
                ("Protected", "true", "protected=true", &[44]),
                ("Runs untagged jobs", "false", "run_untagged=false", &[44]),
                ("Activity", "true", "busy=true", &[41]),
                ("Platform", "linux", "platform=linux", &[41]),
                ("Architecture", "arm64", "architecture=arm64", &[41]),
                ("Available through", "project:acme/web", "through=project:acme/web", &[43, 44]),
            ] {
                panel.combobox(name).choose(value).await;
                s.runners_are(ids).await;
                s.query_is(&format!("source=instance&{query}")).await;
                s.button("More filters, 1 in use").is_there().await;
                panel.combobox(name).choose("").await;
            }
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            panel.textbox("Any of these tags").press(Key::Escape).await;
            panel.is_gone().await;
            s.button("More filters").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn tags_are_wanted_or_not() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.button("More filters").click().await;
            let panel = s.dialog("More filters");
            panel.textbox("Any of these tags").type_in("gpu,macos").await;
            panel.textbox("Any of these tags").press(Key::Enter).await;
            s.runners_are(&[41, 43]).await;
            panel.textbox("None of these tags").type_in("linux,").await;
            s.runners_are(&[43]).await;
            s.query_is("source=instance&any_tag=gpu&any_tag=macos&not_tag=linux").await;
            panel.button("Remove tag macos").click().await;
            panel.button("Remove tag gpu").click().await;
            s.runners_are(&[42, 43, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn tags_that_are_there_are_offered_with_their_counts() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.textbox("Tags").click().await;
            s.option("linux 3").is_there().await;
            s.option("gpu 1").is_there().await;
            s.textbox("Tags").type_in("do").await;
            s.option("linux").is_gone().await;
            s.textbox("Tags").press(Key::Down).await;
            s.textbox("Tags").press(Key::Enter).await;
            s.runners_are(&[40, 42]).await;
            s.query_is("source=instance&tag=docker").await;
            s.textbox("Tags").press(Key::Tab).await;
            s.textbox("Version").click().await;
            s.option("18.9.1 1").click().await;
            s.runners_are(&[40]).await;
            s.textbox("Version").has_value("18.9.1").await;
        })
        .await;
}

#[tokio::test]
async fn no_number_stands_where_details_would_tell() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance&protected=true").await;
            s.status_says("are left out because their details are not loaded.").await;
            offers(s, "Status", "Any, Online, Offline, Stale, Never contacted").await;
            s.button("Load details of all").click().await;
            offers(s, "Status", "Any, Online (0), Offline (0), Stale (0), Never contacted (0)").await;
        })
        .await;
}

#[tokio::test]
async fn each_value_says_how_many_it_would_show() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.row("#41").cell("Tags").says("gpu").await;
            offers(s, "Status", "Any, Online (3), Offline (1), Stale (1), Never contacted (1)").await;
            s.combobox("Type").choose("project_type").await;
            s.runners_are(&[41, 43, 44]).await;
            offers(s, "Status", "Any, Online (1), Offline (1), Stale (1), Never contacted (0)").await;
            offers(s, "Type", "Any, Instance (1), Group (2), Project (3)").await;
            s.combobox("Paused").click().await;
            offers(s, "Type", "Any, Instance (1), Group (2), Project").await;
            offers(s, "Paused", "Any, Yes (1), No (2)").await;
        })
        .await;
}

#[tokio::test]
async fn everything_is_narrowed_to_what_is_available_through_a_place() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?source=everything&sort=id").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.region("Runner list").says("2 in 1 group, 3 in 2 projects, 1 of the instance").await;
            let through = s.search("Filter runners").combobox("Available through");
            for (value, ids) in [("group:acme", &[42, 45][..]), ("project:acme/app", &[41, 44]), ("instance", &[40])] {
                through.choose(value).await;
                s.runners_are(ids).await;
                s.query_is(&format!("source=everything&through={value}&sort=id")).await;
            }
            offers(
                s,
                "Available through",
                "Any, Instance (1), Group acme (2), Project acme/app (2), Project acme/web (2)",
            )
            .await;
            s.reload().await;
            s.runners_are(&[40]).await;
            through.has_value("instance").await;
            s.button("Clear filters").click().await;
            through.has_value("").await;
        })
        .await;
}

#[tokio::test]
async fn the_few_whom_only_details_decide_are_looked_up_in_a_long_list() {
    let mut world = crowded(600);
    for (at, runner) in world["runners"].as_array_mut().unwrap()[500..].iter_mut().enumerate() {
        runner["type"] = json!("project_type");
        runner["projects"] = json!([if at % 2 == 0 { "acme/app" } else { "acme/web" }]);
    }
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.open("?through=project:acme/app").await;
            s.status_says("Showing 55 of 606 runners").await;
            s.region("Runner list").is_not_saying("left out").await;
        })
        .await;
}

#[tokio::test]
async fn who_is_left_out_for_want_of_details_is_said() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance&protected=true").await;
            s.status_says("are left out because their details are not loaded.").await;
            s.heading("No runner is known to match these filters").is_there().await;
            s.region("Runner list").says("so they may match").await;
            s.button("Load details of all").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_phone_has_them_all_on_the_sheet() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-root").await;
            s.button("Filters").click().await;
            let sheet = s.dialog("Filters");
            sheet.combobox("Locked").choose("true").await;
            sheet.combobox("Status").choose("online").await;
            bring_axe(s).await;
            is_accessible(s, "narrow filters").await;
            sheet.button("Show runners").click().await;
            s.runners_are(&[41]).await;
            s.button("Filters 2").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn the_panel_can_be_used_by_all() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?source=everything").await;
            s.row("#41").cell("Tags").says("gpu").await;
            bring_axe(s).await;
            s.button("More filters").click().await;
            s.dialog("More filters").textbox("Any of these tags").click().await;
            s.option("linux").is_there().await;
            is_accessible(s, "more filters").await;
        })
        .await;
}
