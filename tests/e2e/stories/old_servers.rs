//! GitLab 14 to 19: the same things are done on each, and what one of them lacks is left out.

use serde_json::json;

use crate::story::in_world;
use crate::world::small_on;

const VERSIONS: [(&str, &str); 5] =
    [("14.7.7", "15"), ("15.11.13", "15"), ("16.11.10", "16"), ("17.5.3", "17"), ("19.0.1-ee", "19")];

#[tokio::test]
async fn the_daily_work_is_done_on_every_version() {
    for (version, profile) in VERSIONS {
        in_world(small_on(version, profile))
            .tell(async |s| {
                s.connect("glpat-mira").await;
                s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
                s.row("#42").cell("Status").says("Never contacted").await;
                s.row("#44").cell("Status").says("Paused").await;
                s.row("#41").cell("Version").says("18.9.1").await;

                s.combobox("Paused").choose("true").await;
                s.runners_are(&[44]).await;
                s.button("Clear filters").click().await;
                s.combobox("Status").choose("never_contacted").await;
                s.runners_are(&[42]).await;
                s.button("Clear filters").click().await;

                s.link("#41").click().await;
                let drawer = s.dialog("Runner #41");
                drawer.says("10.0.0.7").await;
                drawer.button("Edit").click().await;
                drawer.textbox("Description").fill("gpu-1b").await;
                drawer.button("Save changes").click().await;
                s.status_says("Runner #41 saved").await;
                s.row("#41").says("gpu-1b").await;

                s.gitlab.clear_log();
                s.row("#41").button("Pause #41").click().await;
                s.row("#41").cell("Status").says("Paused").await;
                let word =
                    if version.starts_with("14.7") { json!({ "active": false }) } else { json!({ "paused": true }) };
                assert_eq!(s.changes_of(41), [word], "{version}");
            })
            .await;
    }
}

#[tokio::test]
async fn notes_and_the_filter_by_version_on_gitlab_15() {
    in_world(small_on("15.11.13", "15"))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?version=15").await;
            s.runners_are(&[43]).await;
            s.open("?runner=41").await;
            let drawer = s.dialog("Runner #41");
            drawer.says("Maximum job timeout").await;
            drawer.is_not_saying("Maintenance note").await;
            drawer.button("Edit").click().await;
            drawer.textbox("Description").is_there().await;
            drawer.textbox("Maintenance note").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn the_settings_say_what_this_gitlab_lacks() {
    for (version, profile, lacks, has) in [
        (
            "15.11.13",
            "15",
            vec!["An old GitLab", "Maintenance notes", "Creating runners", "Filter by version"],
            "The word paused",
        ),
        ("16.11.10", "16", vec!["Runner managers", "GitLab 17.0 and newer"], "Creating runners"),
        ("17.5.3", "17", vec!["Projects of a runner", "Runner IP address"], "Runner managers"),
        ("19.0.1-ee", "19", vec!["The IP addresses of its managers."], "Projects of a runner"),
    ] {
        in_world(small_on(version, profile))
            .tell(async |s| {
                s.connect("glpat-mira").await;
                s.open("?view=settings").await;
                let settings = s.region("Settings");
                settings.says(version).await;
                for words in lacks {
                    settings.says(words).await;
                }
                settings.is_not_saying(has).await;
            })
            .await;
    }
}

#[tokio::test]
async fn where_the_old_call_for_the_version_is_gone_the_newer_one_is_asked() {
    in_world(small_on("19.0.1-ee", "19"))
        .tell(async |s| {
            s.fault(json!({ "path": "*/version", "status": 404, "body": { "error": "404 Not Found" } }));
            s.connect("glpat-mira").await;
            s.open("?view=settings").await;
            s.region("Settings").says("19.0.1-ee").await;
            assert!(!s.asked("GET", "metadata").is_empty());
        })
        .await;
}

#[tokio::test]
async fn what_older_lists_do_not_tell_comes_with_details_through_graphql() {
    for (version, profile) in [("17.5.3", "17"), ("18.2.1", "17")] {
        in_world(small_on(version, profile))
            .tell(async |s| {
                s.connect("glpat-mira").await;
                s.open("?columns=description,activity,created_at&busy=true").await;
                s.runners_are(&[41]).await;
                s.row("#41").cell("Activity").says("Active").await;
                s.open("?columns=description,activity,created_at&sort=-created_at").await;
                s.row("#42").cell("Created").says("2 days ago").await;
                s.row("#42").cell("Activity").says("Idle").await;
                s.asked_times("GET", "runners/42", 0).await;
                s.link("#42").click().await;
                s.dialog("Runner #42").says("2 days ago").await;
            })
            .await;
    }
}

#[tokio::test]
async fn what_an_old_gitlab_never_tells_is_said_and_not_asked_for() {
    let mut world = small_on("17.5.3", "17");
    world["gitlab"]["graphql"] = json!(false);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            for query in ["busy=true", "created_before=2026-01-31"] {
                s.open(&format!("?{query}")).await;
                s.status_says("6 runners are left out because this GitLab does not tell you what the filters ask for.")
                    .await;
                s.heading("No runner matches these filters").is_there().await;
            }
        })
        .await;
}
