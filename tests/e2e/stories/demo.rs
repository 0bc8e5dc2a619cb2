//! The demo: an invented company inside the page, asked of nobody.

use serde_json::json;

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn the_demo_works_without_any_gitlab() {
    in_world(small())
        .tell(async |s| {
            s.button("Try the demo").click().await;
            s.note().says("This is a demo").await;
            s.link("#4 shared-docker-01").click().await;
            let drawer = s.dialog("Runner #4");
            drawer.says("The oldest machine of all").await;
            drawer.button("Edit").click().await;
            s.textbox("Description").fill("renamed in the demo").await;
            s.button("Save changes").click().await;
            s.status_says("Runner #4 saved").await;
            s.link("#4 renamed in the demo").is_there().await;
            assert_eq!(s.gitlab.log(), []);
            let elsewhere = "return performance.getEntriesByType('resource').map((entry) => entry.name)
                .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:') && !name.startsWith('blob:'))";
            assert_eq!(s.script(elsewhere).await, json!([]));
        })
        .await;
}

#[tokio::test]
async fn there_is_a_way_out_of_the_demo() {
    in_world(small())
        .tell(async |s| {
            s.button("Try the demo").click().await;
            s.button("Leave the demo").click().await;
            s.heading("Connect to GitLab").is_there().await;
            s.connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.note().is_gone().await;
        })
        .await;
}
