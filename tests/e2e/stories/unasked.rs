//! Lists that Everything leaves out, because others like them told of nothing, can be asked as well.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::story::in_world;
use crate::world::peopled;

/// Pia is Maintainer of nine projects of a group without a role in it, of which only the last ones take its runners.
fn spread() -> Value {
    let mut world = peopled();
    world["projects"][1]["group_runners"] = json!(false);
    let more = (0..8).map(
        |n| json!({ "id": 20 + n, "path": format!("acme/part-{n}"), "members": { "pia": 40 }, "group_runners": n > 5 }),
    );
    world["projects"].as_array_mut().unwrap().extend(more);
    world
}

#[tokio::test]
async fn what_was_not_asked_is_said_and_asked_when_somebody_wants_it() {
    in_world(spread())
        .tell(async |s| {
            s.connect("glpat-pia").await;
            s.runners_are(&[40, 43, 44]).await;
            s.note().says("Not all was asked: 4 lists may have more group or instance runners").await;
            s.gitlab.clear_log();
            s.button("Ask up to 4 more lists").click().await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
            s.button("Ask up to 4 more lists").is_gone().await;
            assert_eq!(s.asked("GET", "runners").len(), 0, "nothing is asked again");
            s.button("Refresh").click().await;
            s.asked_times("GET", "runners", 1).await;
            s.status_says("Showing 5 of 5 runners").await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn it_is_said_again_when_a_filter_that_gitlab_answered_goes() {
    in_world(spread())
        .tell(async |s| {
            s.fault(json!({ "path": "*/graphql", "hang": true }));
            s.connect("glpat-pia").await;
            s.note().says("Not all was asked: 4 lists").await;
            s.textbox("Tags").type_in("linux,").await;
            s.runners_are(&[40, 44]).await;
            s.note().is_gone().await;
            s.button("Remove tag linux").click().await;
            s.note().says("Not all was asked: 4 lists").await;
            s.button("Ask up to 4 more lists").click().await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn who_can_ask_every_list_is_told_nothing() {
    in_world(peopled())
        .tell(async |s| {
            for token in ["glpat-mira", "glpat-pia", "glpat-root"] {
                s.connect(token).await;
                s.row("#43").is_there().await;
                s.button("Stop loading").is_gone().await;
                s.note().is_gone().await;
                s.button("Disconnect").click().await;
            }
        })
        .await;
}

#[tokio::test]
async fn nothing_is_not_called_all_while_some_lists_were_not_asked() {
    let mut world = spread();
    world["runners"] = json!([]);
    world["jobs"] = json!([]);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-pia").await;
            s.heading("No runners here yet").is_there().await;
            s.region("Runner list").says("some were not: see below").await;
            s.button("Ask up to 4 more lists").press(Key::Enter).await;
            s.region("Runner list").says("Here are all that you may see").await;
            s.searchbox("Search").has_focus().await;
        })
        .await;
}
