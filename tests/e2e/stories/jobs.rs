//! The jobs of a runner, newest first, a page at a time.

use serde_json::json;

use crate::story::in_world;
use crate::world::busy;

#[tokio::test]
async fn jobs_come_a_page_at_a_time() {
    in_world(busy(30))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=jobs").await;
            let drawer = s.dialog("Runner #41");
            let jobs = drawer.list("Jobs").all("listitem");
            jobs.count_is(20).await;
            drawer.status().says("Latest 20 of 32 jobs").await;
            drawer.button("Load more jobs").click().await;
            jobs.count_is(32).await;
            drawer.status().says("32 jobs").await;
            drawer.button("Load more jobs").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn jobs_are_filtered_by_their_status() {
    in_world(busy(30))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.tab("Jobs").click().await;
            drawer.combobox("Job status").choose("failed").await;
            drawer.list("Jobs").all("listitem").count_is(1).await;
            let job = drawer.item("lint");
            for words in ["Failed", "#5001", "acme/app", "10m"] {
                job.says(words).await;
            }
            drawer.combobox("Job status").choose("canceled").await;
            drawer.status().says("No job has this status").await;
        })
        .await;
}

#[tokio::test]
async fn jobs_that_could_not_be_had_can_be_asked_for_again() {
    in_world(busy(30))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.fault(json!({ "path": "*/jobs?*status=failed*", "status": 500, "body": {"message": "500 Internal Server Error"} }));
            s.open("?runner=41&tab=jobs").await;
            let drawer = s.dialog("Runner #41");
            drawer.combobox("Job status").choose("failed").await;
            drawer.alert().says("The jobs could not be loaded").await;
            s.gitlab.heal();
            drawer.alert().button("Retry").click().await;
            drawer.item("lint").is_there().await;
            drawer.alert().is_gone().await;
        })
        .await;
}
