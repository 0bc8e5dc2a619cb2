//! Taking what is shown elsewhere: files read back, rows and commands in the clipboard.

use serde_json::{Value, json};

use crate::story::{Story, in_world};
use crate::world::{crowded, small};

/// A formula, umlauts, what CSV quotes, a line end.
fn hostile() -> Value {
    let mut world = small();
    world["runners"][1]["description"] = "=HYPERLINK(\"http://evil.test\")".into();
    world["runners"][3]["description"] = "Büro, \"Süd\" 東".into();
    world
}

/// Keeps what would be downloaded and copied.
async fn watch(s: &Story) {
    s.script(
        "window.files = [];
         const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => {
           blob.arrayBuffer().then((bytes) => window.text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
           window.kind = blob.type;
           return make(blob);
         };
         const click = HTMLAnchorElement.prototype.click;
         HTMLAnchorElement.prototype.click = function () { window.file = this.download; click.call(this); };
         navigator.clipboard.writeText = async (text) => { window.text = text }",
    )
    .await;
}

/// Chooses from the menu and gives what came of it, which never holds a token.
async fn export(s: &Story, item: &str) -> String {
    s.script("window.text = undefined").await;
    s.button("Export").click().await;
    s.menuitem(item).click().await;
    s.waits_until("return window.text !== undefined").await;
    let text = s.script("return text").await.as_str().unwrap().to_owned();
    assert!(!text.contains("glpat"), "{text}");
    text
}

/// Those shown have been read to the end, with their details.
async fn open(s: &Story, query: &str) {
    s.open(query).await;
    // The version where it is shown, else the lock of #41: only details tell them.
    let locked = "[...document.querySelectorAll('[aria-label^=\"Locked to\"]')].some(lock => lock.offsetParent)";
    s.waits_until(&format!("return document.body.innerText.includes('18.9.1') || {locked}")).await;
    watch(s).await;
}

#[tokio::test]
async fn a_file_for_spreadsheets_holds_what_is_shown_and_calculates_nothing() {
    in_world(hostile())
        .tell(async |s| {
            s.connect("glpat-root").await;
            open(s, "?type=project_type&sort=-id&columns=description,tags").await;
            s.row("#44").cell("Tags").says("linux").await;
            let text = export(s, "CSV").await;
            let lines = [
                "\u{feff}ID,Runner,Tags",
                "44,builder,linux",
                "43,\"Büro, \"\"Süd\"\" 東\",macos",
                "41,\"'=HYPERLINK(\"\"http://evil.test\"\")\",\"gpu, linux\"",
                "",
            ];
            assert_eq!(text, lines.join("\r\n"));
            s.status_says("3 runners exported as CSV").await;
            let name = s.script("return file").await.as_str().unwrap().to_owned();
            let host = s.host().replace(':', "-");
            let is_csv = std::path::Path::new(&name).extension().is_some_and(|ending| ending == "csv");
            assert!(name.starts_with(&format!("runners-{host}-20")) && is_csv, "{name}");
            assert_eq!(s.script("return kind").await, "text/csv;charset=utf-8");
        })
        .await;
}

#[tokio::test]
async fn json_keeps_types_and_says_what_is_not_known() {
    in_world(crowded(60))
        .tell(async |s| {
            s.connect("glpat-root").await;
            open(s, "").await;
            let text = export(s, "JSON").await;
            let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
            assert_eq!(rows.len(), 66);
            let gpu = &rows[1];
            assert_eq!((&gpu["id"], &gpu["paused"], &gpu["status"]), (&json!(41), &json!(false), &json!("online")));
            assert_eq!(gpu["tags"], json!(["gpu", "linux"]));
            // Nobody has seen the last rows.
            assert_eq!(rows[65]["unknown"], json!(["tags", "version", "contacted_at"]));
            s.status_says("66 runners exported as JSON. It has unknown cells: the details of ").await;
        })
        .await;
}

#[tokio::test]
async fn those_selected_are_taken_alone() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            open(s, "?columns=description").await;
            for id in [43, 41] {
                s.checkbox(&format!("Select #{id}")).click().await;
            }
            assert_eq!(export(s, "CSV of 2 selected").await, "\u{feff}ID,Runner\r\n41,gpu-1\r\n43,old-mac\r\n");
            assert_eq!(export(s, "Copy rows").await, "41\tgpu-1\r\n43\told-mac\r\n");
            s.status_says("2 rows copied").await;
            let commands = export(s, "Copy as curl").await;
            let command =
                |id| format!("curl --header \"PRIVATE-TOKEN: $TOKEN\" \"{}/api/v4/runners/{id}\"", s.gitlab.url());
            assert_eq!(commands, [command(41), command(43)].join("\n"));
            // One of them is filtered away.
            s.combobox("Status").choose("online").await;
            s.runners_are(&[40, 41, 45]).await;
            assert_eq!(export(s, "Copy rows, 1 of 2 selected").await, "41\tgpu-1\r\n");
        })
        .await;
}

#[tokio::test]
async fn a_list_is_copied_as_the_request_for_it() {
    in_world(crowded(120))
        .tell(async |s| {
            s.connect("glpat-root").await;
            open(s, "?source=group:acme&paused=false").await;
            let curl = "curl --header \"PRIVATE-TOKEN: $TOKEN\" ";
            let api = format!("{}/api/v4", s.gitlab.url());
            let command = export(s, "Copy as curl").await;
            assert_eq!(command, format!("{curl}\"{api}/groups/acme/runners?paused=false&per_page=100&page=[1-2]\""));
            s.status_says("It takes the token from $TOKEN").await;
            s.status_of("It takes the token from $TOKEN").is_not_saying("may hold more").await;
            s.searchbox("Search").fill("crowd-1").await;
            assert_eq!(export(s, "Copy as curl").await, command);
            s.status_says("GitLab's answer may hold more than is shown: it knows fewer filters.").await;
        })
        .await;
}

#[tokio::test]
async fn everything_is_copied_as_its_requests() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            watch(s).await;
            let commands = export(s, "Copy as curl").await;
            let lists: Vec<_> = commands.lines().collect();
            assert!(lists.len() > 1, "{commands}");
            assert!(lists.iter().all(|line| line.starts_with("curl ") && line.contains("per_page=100")), "{commands}");
            assert!(lists[0].ends_with("/api/v4/runners?per_page=100\""), "{commands}");
            assert!(commands.contains("/groups/3/runners?"), "{commands}");
        })
        .await;
}

#[tokio::test]
async fn all_pages_of_everything_are_asked_for_after_a_filter_as_well() {
    let mut world = small();
    let runner =
        |n: u64| json!({ "id": 2000 + n, "type": "group_type", "description": format!("pool-{n}"), "group": "acme" });
    world["runners"].as_array_mut().unwrap().extend((0..120).map(runner));
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 126 of 126 runners").await;
            watch(s).await;
            s.textbox("Tags").type_in("gpu,").await;
            s.runners_are(&[41]).await;
            s.button("Remove tag gpu").click().await;
            s.status_says("Showing 126 of 126 runners").await;
            let commands = export(s, "Copy as curl").await;
            let group = commands.lines().find(|line| line.contains("/groups/3/runners?")).unwrap();
            assert!(group.ends_with("&page=[1-2]\""), "{commands}");
        })
        .await;
}

#[tokio::test]
async fn one_runner_is_copied_from_its_drawer() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            open(s, "?runner=41").await;
            s.dialog("Runner #41").button("More actions").click().await;
            s.menuitem("Copy as curl").click().await;
            s.status_says("Runner #41 copied as curl").await;
            let command = format!("curl --header \"PRIVATE-TOKEN: $TOKEN\" \"{}/api/v4/runners/41\"", s.gitlab.url());
            assert_eq!(s.script("return text").await, command);
        })
        .await;
}

#[tokio::test]
async fn without_a_row_there_is_nothing_to_export() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            open(s, "").await;
            s.searchbox("Search").fill("nobody").await;
            s.heading("No runner matches").is_there().await;
            s.button("Export").click().await;
            s.menuitem("CSV, 0 runners").is_off("No runner is shown").await;
        })
        .await;
}
