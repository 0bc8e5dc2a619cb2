//! Saved views: kept, opened, renamed, deleted, taken away in a file and brought back.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::Locator;
use serde_json::{Value, json};

use super::accessible::{bring_axe, is_accessible};
use crate::devtools::DevTools;
use crate::poll::until;
use crate::story::{Story, in_world};
use crate::world::small;

/// A folder of this story's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("views-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Keeps what is shown under a name.
async fn save(s: &Story, name: &str) {
    s.button("Saved views").click().await;
    s.menuitem("Save this view…").click().await;
    s.dialog("Save this view").textbox("Name").fill(name).await;
    s.dialog("Save this view").button("Save view").click().await;
}

/// Chooses something in the menu.
async fn choose(s: &Story, item: &str) {
    s.button("Saved views").click().await;
    s.menuitem(item).click().await;
}

/// Chooses a file with this text.
async fn import(s: &Story, folder: &Path, text: &str) {
    let file = folder.join("to-import.json");
    fs::write(&file, text).unwrap();
    let input = s.client.find(Locator::Css("input[type=file]")).await.unwrap();
    input.send_keys(file.to_str().unwrap()).await.unwrap();
}

/// What was exported.
async fn exported(s: &Story, folder: &Path) -> Value {
    let params = json!({ "behavior": "allow", "downloadPath": folder });
    s.client.issue_cmd(DevTools { command: "Browser.setDownloadBehavior", params }).await.unwrap();
    choose(s, "Export views").await;
    let file = folder.join("runnerboard-views.json");
    until(&s.client, async || {
        let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        serde_json::from_str(&text).map_err(|error| error.to_string())
    })
    .await
}

#[tokio::test]
async fn a_view_is_saved_opened_renamed_and_deleted() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance&status=online&sort=-id&group_by=type").await;
            s.button("Density").click().await;
            s.menuitemradio("Compact").click().await;
            s.link("#41").click().await;
            s.button("View").click().await;
            save(s, "Online by type").await;
            s.status_says("View “Online by type” saved").await;
            s.open("?source=everything&runner=41").await;
            s.dialog("Runner #41").is_there().await;
            s.button("View").click().await;
            s.dialog("View").button("Density").click().await;
            s.menuitemradio("Comfortable").click().await;
            s.dialog("View").button("Saved views").click().await;
            s.menuitem("Online by type").click().await;
            s.query_is("source=instance&status=online&sort=-id&group_by=type&runner=41").await;
            s.dialog("Runner #41").button("Close").click().await;
            s.button("Density").click().await;
            s.menuitemradio("Compact").is_checked(true).await;
            s.key(fantoccini::key::Key::Escape).await;
            choose(s, "Manage views…").await;
            s.dialog("Manage views").button("Rename Online by type").click().await;
            s.dialog("Rename view").textbox("Name").fill("  ").await;
            s.dialog("Rename view").button("Rename view").click().await;
            s.dialog("Rename view").textbox("Name").is_invalid("Enter a name.").await;
            s.dialog("Rename view").textbox("Name").fill("Mine").await;
            s.dialog("Rename view").button("Rename view").click().await;
            s.dialog("Manage views").button("Delete Mine").click().await;
            s.dialog("Delete view “Mine”?").button("Delete view").click().await;
            s.status_says("View “Mine” deleted").await;
            s.button("Saved views").click().await;
            s.menuitem("Mine").is_gone().await;
            s.menuitem("Export views").is_off("No view is saved yet.").await;
        })
        .await;
}

#[tokio::test]
async fn a_name_that_is_taken_asks_to_replace() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.combobox("Status").choose("stale").await;
            save(s, "Old").await;
            s.status_says("View “Old” saved").await;
            s.combobox("Status").choose("offline").await;
            save(s, "Old").await;
            let dialog = s.dialog("Save this view");
            dialog.says("There is a view named “Old” already.").await;
            bring_axe(s).await;
            is_accessible(s, "save a view").await;
            dialog.button("Replace view").click().await;
            dialog.is_gone().await;
            s.reload().await;
            s.combobox("Status").choose("").await;
            choose(s, "Old").await;
            s.query_is("status=offline").await;
        })
        .await;
}

#[tokio::test]
async fn views_leave_in_a_file_and_come_back() {
    let folder = folder("file");
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?status=stale&columns=tags,description:320&host=example.com").await;
            s.open("?status=stale&columns=tags,description:320").await;
            save(s, "Old").await;
            s.status_says("View “Old” saved").await;
            let view = json!({ "name": "Old", "query": "status=stale&columns=tags,description:320", "density": "comfortable" });
            let file = exported(s, &folder).await;
            assert_eq!(file, json!({ "version": 1, "views": [view] }));
            s.status_says("1 view exported to runnerboard-views.json").await;

            // The same again changes nothing and asks nothing.
            import(s, &folder, &file.to_string()).await;
            s.status_says("1 view imported").await;
            let other = json!({ "version": 1, "views": [
                { "name": "Old", "query": "status=offline&runner=41&token=x" }, { "name": "GPU", "query": "tag=gpu" },
            ] });
            import(s, &folder, &other.to_string()).await;
            let question = s.dialog("Replace views or keep both?");
            question.item("Old").is_there().await;
            question.button("Keep both").click().await;
            s.status_says("2 views imported").await;
            choose(s, "Old 2").await;
            s.query_is("status=offline").await;
            choose(s, "Old").await;
            s.query_is("status=stale&columns=tags,description:320").await;
            import(s, &folder, &other.to_string()).await;
            question.button("Replace").click().await;
            question.is_gone().await;
            choose(s, "Old").await;
            s.query_is("status=offline").await;
            choose(s, "GPU").await;
            s.query_is("tag=gpu").await;
        })
        .await;
}

#[tokio::test]
async fn a_bad_file_is_refused_and_nothing_is_lost() {
    let folder = folder("bad");
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            save(s, "All").await;
            s.status_says("View “All” saved").await;
            let key = json!({ "version": 1, "views": [{ "name": "a", "query": "", "token": "glpat-secret" }] });
            for (text, why) in [
                ("name,query", "not JSON"),
                ("{\"version\":2}", "newer Runnerboard"),
                (&key.to_string(), "View 1 in this file has something that no view has: “token”."),
            ] {
                import(s, &folder, text).await;
                let dialog = s.dialog("The views were not imported");
                dialog.says(why).await;
                dialog.is_not_saying("glpat-secret").await;
                dialog.button("Close").click().await;
                dialog.is_gone().await;
            }
            s.button("Saved views").click().await;
            s.menuitem("All").is_there().await;
            bring_axe(s).await;
            is_accessible(s, "saved views").await;
        })
        .await;
}

#[tokio::test]
async fn what_another_tab_saves_is_kept() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            let first = s.client.window().await.unwrap();
            s.new_tab().await;
            s.open("").await;
            s.connect("glpat-root").await;
            save(s, "Second").await;
            s.status_says("View “Second” saved").await;
            s.client.switch_to_window(first).await.unwrap();
            save(s, "First").await;
            s.status_says("View “First” saved").await;
            s.button("Saved views").click().await;
            s.menuitem("First").is_there().await;
            s.menuitem("Second").is_there().await;
        })
        .await;
}
