//! Deleting a runner: what goes with it is said first, and nobody's change is deleted unseen.

use fantoccini::key::Key;
use serde_json::json;

use crate::find::Place;
use crate::story::{Story, in_world};
use crate::world::{small, small_on};

/// Asks whether runner 41 is to be deleted, and waits until it is said what goes with it.
pub async fn ask(s: &Story) -> Place {
    s.row("#41").button("Delete #41").click().await;
    let question = s.dialog("Delete runner #41?");
    question.button("Delete runner").is_there().await;
    question
}

#[tokio::test]
async fn a_row_deletes_after_saying_what_goes_with_it() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            question.button("Cancel").has_focus().await;
            for words in ["gpu-1", "a project runner", "2 runner managers", "s_1f0c, s_2", "acme/app", "1 job"] {
                question.says(words).await;
            }
            question.button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
            question.is_gone().await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
            s.status_says("Showing 5 of 5 runners").await;
            s.link("#42").has_focus().await;
            let sent = s.asked("DELETE", "runners/41");
            assert_eq!(sent.len(), 1);
            assert!(sent[0].headers["if-unmodified-since"].ends_with(" GMT"), "{:?}", sent[0].headers);
            assert!(s.gitlab.runner(41).is_none());
        })
        .await;
}

#[tokio::test]
async fn cancelling_deletes_nothing() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            for way in ["Cancel", "Escape"] {
                let question = ask(s).await;
                match way {
                    "Cancel" => question.button("Cancel").click().await,
                    _ => s.key(Key::Escape).await,
                }
                question.is_gone().await;
                s.row("#41").button("Delete #41").has_focus().await;
            }
            assert!(s.asked("DELETE", "runners/41").is_empty());
        })
        .await;
}

#[tokio::test]
async fn cancelling_while_it_is_read_again_deletes_nothing() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            let before = s.asked("GET", "runners/41").len();
            s.fault(json!({ "path": "*/runners/41", "hang": true }));
            question.button("Delete runner").click().await;
            question.button("Deleting…").is_there().await;
            s.asked_times("GET", "runners/41", before + 1).await;
            question.button("Cancel").click().await;
            question.is_gone().await;
            s.gitlab.heal();
            s.link("#41").click().await;
            s.dialog("Runner #41").says("gpu-1").await;
            s.asked_times("GET", "runners/41", before + 2).await;
            assert!(s.asked("DELETE", "runners/41").is_empty());
        })
        .await;
}

#[tokio::test]
async fn the_drawer_deletes_too_and_closes() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?runner=45").await;
            let drawer = s.dialog("Runner #45");
            drawer.button("More actions").click().await;
            s.menuitem("Delete…").click().await;
            let question = s.dialog("Delete runner #45?");
            question.says("It is a group runner").await;
            question.says("projects of the group acme").await;
            question.button("Delete runner").click().await;
            s.status_says("Runner #45 deleted").await;
            drawer.is_gone().await;
            s.query_is("").await;
            s.runners_are(&[40, 41, 42, 43, 44]).await;
            s.link("#44").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn what_was_selected_or_unsaved_goes_too() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.checkbox("Select #41").click().await;
            s.checkbox("Select #42").click().await;
            s.row("#41").button("Edit #41").click().await;
            s.textbox("Description").has_value("gpu-1").await;
            s.textbox("Description").fill("mine").await;
            ask(s).await.button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
            s.dialog("Runner #41").is_gone().await;
            s.dialog("Leave without saving?").is_gone().await;
            s.group("Selected runners").says("1 selected").await;
        })
        .await;
}

#[tokio::test]
async fn what_somebody_else_changed_is_noticed() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().description = Some("theirs".to_owned()));
            question.button("Delete runner").click().await;
            question.alert().says("Somebody changed runner #41 meanwhile").await;
            question.alert().says("Different now: Description.").await;
            question.says("theirs").await;
            assert!(s.gitlab.runner(41).is_some());
            question.button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
        })
        .await;
}

#[tokio::test]
async fn what_gitlab_alone_knows_to_be_changed_is_noticed() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            s.fault(json!({ "method": "DELETE", "status": 412, "times": 1, "body": { "message": "412 Precondition Failed" } }));
            question.button("Delete runner").click().await;
            question.alert().says("Runner #41 may have been changed meanwhile").await;
            question.button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
        })
        .await;
}

#[tokio::test]
async fn a_clock_that_is_wrong_does_not_stop_it() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.gitlab.advance(3600);
            s.row("#41").button("Pause #41").click().await;
            s.status_says("Runner #41 paused").await;
            let question = ask(s).await;
            question.button("Delete runner").click().await;
            question.alert().says("GitLab does not tell what is different").await;
            question.button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
        })
        .await;
}

#[tokio::test]
async fn one_that_is_gone_already_leaves_the_list() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            s.gitlab.world(|world| world.remove_runner(41));
            question.button("Delete runner").click().await;
            s.status_says("Runner #41 was already gone").await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
            s.gitlab.world(|world| world.remove_runner(43));
            s.row("#43").button("Delete #43").click().await;
            s.status_says("Runner #43 was already gone").await;
            s.dialog("Delete runner #43?").is_gone().await;
            s.runners_are(&[40, 42, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn a_404_in_between_is_as_good() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            s.fault(json!({ "method": "DELETE", "status": 404, "body": { "message": "404 Runner Not Found" } }));
            question.button("Delete runner").click().await;
            s.status_says("Runner #41 was already gone").await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn an_old_gitlab_that_lists_no_managers_deletes_too() {
    in_world(small_on("15.11.0", "15"))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            question.says("it leaves 1 project").await;
            question.button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
        })
        .await;
}

#[tokio::test]
async fn on_a_phone_it_is_in_the_menu_of_the_row() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.button("Actions for #41").click().await;
            s.menuitem("Delete #41").click().await;
            s.dialog("Delete runner #41?").button("Delete runner").click().await;
            s.status_says("Runner #41 deleted").await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
        })
        .await;
}
