//! Leaving a form with unsaved changes asks first, whichever way one leaves.

use fantoccini::key::Key;

use crate::story::{Story, in_world};
use crate::world::small;

/// Types something into the form of runner 41.
async fn begin(s: &Story) {
    s.connect("glpat-mira").await;
    s.link("#41").click().await;
    s.dialog("Runner #41").button("Edit").click().await;
    s.textbox("Description").fill("half done").await;
}

#[tokio::test]
async fn every_way_out_asks_first() {
    in_world(small())
        .tell(async |s| {
            begin(s).await;
            let question = s.dialog("Leave without saving?");
            for way in ["Another runner", "Back", "Cancel", "Close", "Disconnect", "Escape"] {
                match way {
                    "Another runner" => s.link("#43").click().await,
                    "Back" => s.back().await,
                    "Cancel" => s.button("Cancel").click().await,
                    "Disconnect" => s.button("Disconnect").click().await,
                    "Close" => s.dialog("Runner #41").button("Close").click().await,
                    _ => s.dialog("Runner #41").tab("Details").press(Key::Escape).await,
                }
                question.button("Stay").click().await;
                question.is_gone().await;
                s.textbox("Description").has_value("half done").await;
                s.query_is("runner=41&tab=edit").await;
            }
        })
        .await;
}

#[tokio::test]
async fn leaving_goes_where_one_wanted_to_go() {
    in_world(small())
        .tell(async |s| {
            begin(s).await;
            s.link("#43").click().await;
            s.dialog("Leave without saving?").button("Leave").click().await;
            s.dialog("Runner #43").is_there().await;
            s.query_is("runner=43").await;
            assert!(s.changes_of(41).is_empty());
        })
        .await;
}

#[tokio::test]
async fn who_disconnects_after_all_is_gone() {
    in_world(small())
        .tell(async |s| {
            begin(s).await;
            s.button("Disconnect").click().await;
            s.dialog("Leave without saving?").button("Leave").click().await;
            s.heading("Connect to GitLab").is_there().await;
            s.query_is("").await;
            s.connect("glpat-mira").await;
            s.dialog("Leave without saving?").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn what_was_not_changed_is_left_without_a_question() {
    in_world(small())
        .tell(async |s| {
            begin(s).await;
            s.textbox("Description").fill("gpu-1").await;
            s.button("Cancel").click().await;
            s.textbox("Description").is_gone().await;
            s.query_is("runner=41").await;
        })
        .await;
}

#[tokio::test]
async fn the_browser_asks_before_the_tab_is_closed() {
    in_world(small())
        .tell(async |s| {
            let asks = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
            begin(s).await;
            s.waits_until(asks).await;
            s.textbox("Description").fill("gpu-1").await;
            s.waits_until(&asks.replace("return !", "return ")).await;
        })
        .await;
}
