//! A new token for a runner: shown once, kept nowhere, and the old one works no more.

use fantoccini::key::Key;
use serde_json::json;

use crate::find::Place;
use crate::story::{Story, in_world};
use crate::world::small;

/// Asks whether runner 41 is to get a new token.
async fn ask(s: &Story) -> Place {
    s.link("#41").click().await;
    s.dialog("Runner #41").button("More actions").click().await;
    s.menuitem("Reset token…").click().await;
    s.dialog("Reset the token of runner #41?")
}

#[tokio::test]
async fn the_new_one_is_shown_once() {
    let mut world = small();
    world["projects"][0]["token_expiration"] = json!("60d");
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let old = s.gitlab.runner(41).unwrap().token;
            let question = ask(s).await;
            question.says("The old token stops working at once").await;
            question.button("Cancel").has_focus().await;
            question.button("Reset token").click().await;
            let shown = s.dialog("Copy the token of runner #41");
            shown.is_there().await;
            let new = s.gitlab.runner(41).unwrap().token;
            assert_ne!(new, old);
            shown.says(&new).await;
            shown.says("The old token has stopped working").await;
            shown.says("It expires on").await;
            shown.button("Copy token").has_focus().await;
            s.script("navigator.clipboard.writeText = async (text) => { window.copied = text }").await;
            shown.button("Copy token").click().await;
            s.waits_until(&format!("return window.copied === '{new}'")).await;
            shown.button("Done").click().await;
            shown.is_gone().await;
            let kept = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.documentElement.outerHTML])";
            let kept = s.script(kept).await;
            assert!(!kept.as_str().unwrap().contains(&new), "the token is still somewhere");
            s.dialog("Runner #41").button("More actions").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn it_is_not_lost_unasked() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            ask(s).await.button("Reset token").click().await;
            let shown = s.dialog("Copy the token of runner #41");
            shown.says("It does not expire.").await;
            s.key(Key::Escape).await;
            s.dialog("Leave without the token?").button("Stay").click().await;
            shown.is_there().await;
            s.back().await;
            s.query_is("").await;
            shown.is_there().await;
            shown.button("Done").click().await;
            s.dialog("Leave without the token?").button("Leave").click().await;
            shown.is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn a_refusal_is_said_in_the_dialog() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let question = ask(s).await;
            for (status, body, words) in [
                (
                    422,
                    json!({ "error": "Runner needs to be assigned to at least one project" }),
                    "at least one project",
                ),
                (403, json!({ "error": "Not permitted to reset" }), "Not permitted to reset"),
                (404, json!({ "message": "404 Runner Not Found" }), "Runner #41 is not there any more"),
            ] {
                s.fault(json!({ "method": "POST", "status": status, "times": 1, "body": body }));
                question.button("Reset token").click().await;
                question.alert().says(words).await;
            }
            question.button("Cancel").click().await;
            question.is_gone().await;
        })
        .await;
}
