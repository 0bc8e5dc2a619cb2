//! Whose a runner is: what GitLab says, and not what one happens to see.

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
