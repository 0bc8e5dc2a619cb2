//! Whose a runner is: what GitLab says, and not what one happens to see.

use serde_json::json;

use crate::story::in_world;
use crate::world::peopled;

#[tokio::test]
async fn the_owner_is_what_gitlab_calls_so_and_not_the_one_project_that_is_visible() {
    in_world(peopled())
        .tell(async |s| {
            for (token, owner) in [("glpat-mira", "acme/app"), ("glpat-pia", "Not shown to you")] {
                s.connect(token).await;
                s.row("#44").cell("Version").says("17.5.3").await;
                s.link("#44").click().await;
                let drawer = s.dialog("Runner #44");
                drawer.says(owner).await;
                drawer.says("visible to you").await;
                drawer.tab("Projects").click().await;
                drawer.item("acme/web").is_there().await;
                drawer.item("acme/web").is_not_saying("Owner").await;
                s.button("Disconnect").click().await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_owner_is_told_of_a_row_that_nobody_has_seen() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?runner=44&tab=projects&q=shared").await;
            s.runners_are(&[40]).await;
            let drawer = s.dialog("Runner #44");
            drawer.item("acme/app").says("Owner").await;
            drawer.button("Unassign acme/app").is_off("This project owns the runner and keeps it.").await;
        })
        .await;
}

#[tokio::test]
async fn what_a_hidden_project_owns_is_not_deleted_from_another_one() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-pia").await;
            s.row("#44").cell("Version").says("17.5.3").await;
            s.row("#44").button("Delete #44").click().await;
            let question = s.dialog("Delete runner #44?");
            question.says("Only administrators may delete a runner of several projects.").await;
            question.button("Delete runner").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn where_gitlab_was_not_asked_nobody_is_called_owner_but_by_who_sees_all() {
    let mut world = peopled();
    world["gitlab"]["graphql"] = json!(false);
    world["runners"][3]["projects"] = json!(["acme/web"]);
    in_world(world)
        .tell(async |s| {
            for (token, id, is_told) in [("glpat-pia", 44, false), ("glpat-pia", 43, false), ("glpat-root", 43, true)] {
                s.connect(token).await;
                s.open(&format!("?runner={id}")).await;
                let drawer = s.dialog(&format!("Runner #{id}"));
                let (says, is_silent_of) =
                    if is_told { ("Owner", "visible to you") } else { ("1 project visible to you", "Owner") };
                drawer.says(says).await;
                drawer.is_not_saying(is_silent_of).await;
                drawer.tab("Projects").click().await;
                drawer
                    .item("acme/web")
                    .is(|item| item.text.contains("Owner") == is_told, "marked if it is known")
                    .await;
                s.button("Disconnect").click().await;
            }
        })
        .await;
}
