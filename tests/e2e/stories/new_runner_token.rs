//! The token of a new runner: shown once, with commands for each platform, and the wait until a machine has used it.

use fantoccini::key::Key;
use serde_json::json;

use super::new_runner::{begin, created, fill};
use crate::story::{Story, in_world};
use crate::world::small;

/// Lets the clipboard be read.
async fn watch_clipboard(s: &Story) {
    s.script("navigator.clipboard.writeText = async (text) => { window.copied = text }").await;
}

/// A machine contacts GitLab as a runner.
fn contact(s: &Story, id: u64) {
    s.gitlab.world(|world| {
        let start = world.runners[&40].contacted_at;
        world.runners.get_mut(&id).unwrap().contacted_at = start;
    });
}

#[tokio::test]
async fn the_list_is_read_again_when_somebody_looks_at_it() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            fill(s).await;
            s.button("Next").click().await;
            s.gitlab.clear_log();
            s.button("Create runner").click().await;
            let dialog = s.dialog("Copy the token of runner #46");
            dialog.is_there().await;
            contact(s, 46);
            dialog.status_of("Runner #46 is online").is_there().await;
            s.asked_times("GET", "runners", 0).await;
            watch_clipboard(s).await;
            dialog.button("Copy token").click().await;
            dialog.button("Done").click().await;
            dialog.is_gone().await;
            s.navigation("Main").link("Runners").click().await;
            s.row("#46").is_there().await;
            s.asked_times("GET", "runners", 1).await;
        })
        .await;
}

#[tokio::test]
async fn a_group_runner_from_the_first_step_to_its_first_contact() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            s.query_is("view=new").await;
            s.radio("Group").is_checked(true).await;
            fill(s).await;
            s.textbox("Description").fill("build-03").await;
            s.button("Next").click().await;
            s.textbox("Maximum job timeout").fill("1h 30m").await;
            s.textbox("Maintenance note").fill("Rack 4").await;
            s.checkbox("Protected").click().await;
            s.checkbox("Lock to current projects").is_gone().await;
            s.button("Create runner").click().await;

            let dialog = s.dialog("Copy the token of runner #46");
            dialog.button("Copy token").has_focus().await;
            assert_eq!(
                created(s),
                [json!({ "runner_type": "group_type", "group_id": 3, "description": "build-03", "tag_list": ["linux"],
                    "run_untagged": false, "access_level": "ref_protected", "maximum_timeout": 5400,
                    "maintenance_note": "Rack 4" })]
            );
            let token = s.gitlab.runner(46).unwrap().token;
            dialog.says(&token).await;
            dialog.status_of("Waiting for the runner to contact GitLab…").is_there().await;
            watch_clipboard(s).await;
            dialog.button("Copy token").click().await;
            s.waits_until(&format!("return window.copied === '{token}'")).await;
            contact(s, 46);
            dialog.status_of("Runner #46 is online").is_there().await;

            dialog.button("Done").click().await;
            dialog.is_gone().await;
            s.heading("Runner #46 was created").is_there().await;
            s.status_says("Runner #46 is online").await;
            assert_eq!(
                s.script(&format!("return document.documentElement.outerHTML.includes('{token}')")).await,
                false
            );
            s.link("Show runner #46").click().await;
            s.query_is("runner=46").await;
            s.dialog("Runner #46").says("Rack 4").await;
            s.row("#46").cell("Runner").says("build-03").await;
        })
        .await;
}

#[tokio::test]
async fn each_platform_has_its_commands_and_its_file() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-root").await;
            s.radio("Instance").click().await;
            s.checkbox("Run untagged jobs").click().await;
            s.button("Next").click().await;
            s.button("Create runner").click().await;
            let dialog = s.dialog("Copy the token of runner #46");
            dialog.is_there().await;
            assert_eq!(created(s), [json!({ "runner_type": "instance_type", "run_untagged": true })]);
            let token = s.gitlab.runner(46).unwrap().token;
            dialog.tablist("Platform").tab("Linux").is_selected().await;
            for (platform, command, line) in [
                ("Linux", "sudo gitlab-runner register --non-interactive", "executor = \"docker\""),
                ("macOS", "brew install gitlab-runner", "executor = \"shell\""),
                ("Windows", "Invoke-WebRequest", "shell = \"powershell\""),
                ("Docker", "docker run -d --name gitlab-runner", "executor = \"docker\""),
                ("Kubernetes", "helm upgrade --install gitlab-runner", "runnerToken: "),
            ] {
                dialog.tablist("Platform").tab(platform).click().await;
                dialog.region("Register").says(command).await;
                let file = dialog.region("config.toml");
                for text in [line, &token, s.gitlab.url()] {
                    file.says(text).await;
                }
            }
            // What holds the token counts as the token.
            watch_clipboard(s).await;
            dialog.region("config.toml").button("Copy").click().await;
            s.waits_until("return window.copied?.startsWith('gitlabUrl: ')").await;
            dialog.button("Done").click().await;
            dialog.is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn the_token_is_not_left_uncopied_without_a_question() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            fill(s).await;
            s.button("Next").click().await;
            s.button("Create runner").click().await;
            let dialog = s.dialog("Copy the token of runner #46");
            dialog.is_there().await;
            s.waits_until("return !dispatchEvent(new Event('beforeunload', { cancelable: true }))").await;
            for way in ["Done", "Escape"] {
                match way {
                    "Done" => dialog.button("Done").click().await,
                    _ => dialog.button("Copy token").press(Key::Escape).await,
                }
                let question = s.dialog("Leave without the token?");
                question.button("Stay").click().await;
                question.is_gone().await;
            }
            s.back().await;
            let question = s.dialog("Leave without saving?");
            question.says("a token that was not copied is not shown again").await;
            question.button("Stay").click().await;
            dialog.is_there().await;
            s.back().await;
            question.button("Leave").click().await;
            dialog.is_gone().await;
            s.row("#46").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_look_that_failed_is_not_the_end_of_waiting() {
    in_world(small())
        .tell(async |s| {
            begin(s, "glpat-mira").await;
            fill(s).await;
            s.button("Next").click().await;
            s.fault(json!({ "method": "GET", "path": "/api/v4/runners/46", "status": 404 }));
            s.button("Create runner").click().await;
            let dialog = s.dialog("Copy the token of runner #46");
            dialog.status_of("Waiting for the runner to contact GitLab…").is_there().await;
            s.asked_times("GET", "runners/46", 2).await;
            s.gitlab.heal();
            contact(s, 46);
            dialog.status_of("Runner #46 is online").is_there().await;
        })
        .await;
}
