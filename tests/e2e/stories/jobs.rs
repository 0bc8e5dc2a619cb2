//! The jobs of a runner: a page at a time, of one status or manager, in both orders, and new while one of them runs.

use fake_gitlab::words::JobStatus;
use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::{busy, small};

/// Opens the jobs of runner 41 in a page whose clocks run fifty times as fast.
async fn in_a_hurry(s: &Story) {
    s.connect("glpat-root").await;
    s.script("const slow = window.setInterval; window.setInterval = (call, ms) => slow(call, ms / 50)").await;
    s.link("#41").click().await;
    s.dialog("Runner #41").tab("Jobs").click().await;
}

/// Queries of the requests for jobs of runner 41 so far.
fn queries(s: &Story) -> Vec<String> {
    s.asked("GET", "runners/41/jobs").into_iter().map(|entry| entry.query).collect()
}

#[tokio::test]
async fn jobs_come_a_page_at_a_time() {
    in_world(busy(30))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=jobs").await;
            let drawer = s.dialog("Runner #41");
            let jobs = drawer.list("Jobs").all("listitem");
            jobs.count_is(20).await;
            drawer.status().says("Latest 20 jobs").await;
            drawer.button("Load more jobs").click().await;
            jobs.count_is(32).await;
            drawer.status().says("32 jobs").await;
            drawer.button("Load more jobs").is_gone().await;
            let by_cursor = |query: &String| query.contains("pagination=keyset");
            assert_eq!(queries(s).iter().filter(|query| by_cursor(query)).count(), 2, "{:?}", queries(s));
        })
        .await;
}

#[tokio::test]
async fn a_gitlab_without_cursors_is_asked_by_page_numbers() {
    in_world(busy(30))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.fault(json!({ "path": "*/jobs?*pagination=keyset*", "status": 405,
                "body": {"error": "Keyset pagination is not yet available for this type of request"} }));
            s.open("?runner=41&tab=jobs").await;
            let drawer = s.dialog("Runner #41");
            drawer.status().says("Latest 20 of 32 jobs").await;
            drawer.button("Load more jobs").click().await;
            drawer.list("Jobs").all("listitem").count_is(32).await;
            drawer.alert().is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn the_oldest_can_come_first() {
    in_world(busy(30))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=jobs").await;
            let drawer = s.dialog("Runner #41");
            drawer.item("#6029").is_there().await;
            drawer.combobox("Order").choose("asc").await;
            drawer.item("#5001").is_there().await;
            drawer.item("#6029").is_gone().await;
            drawer.status().says("First 20 of 32 jobs").await;
            drawer.button("Load more jobs").click().await;
            drawer.item("#6029").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn the_jobs_of_one_manager() {
    let mut world = busy(30);
    world["jobs"][0]["system_id"] = "s_2".into();
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=jobs").await;
            let drawer = s.dialog("Runner #41");
            let jobs = drawer.list("Jobs").all("listitem");
            jobs.count_is(20).await;
            drawer.combobox("Manager").choose("s_2").await;
            jobs.count_is(1).await;
            drawer.item("lint").is_there().await;
            drawer.combobox("Manager").choose("").await;
            jobs.count_is(20).await;
        })
        .await;
}

#[tokio::test]
async fn with_one_manager_there_is_none_to_choose() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=43&tab=jobs").await;
            let drawer = s.dialog("Runner #43");
            drawer.status().says("It has run no jobs yet.").await;
            drawer.combobox("Order").is_there().await;
            drawer.combobox("Manager").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn a_job_leads_to_itself_its_pipeline_its_commit_and_its_project() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?runner=41&tab=jobs").await;
            let job = s.item("lint");
            let project = format!("{}/acme/app", s.gitlab.url());
            job.link("#5001").is(|link| link.href == format!("{project}/-/jobs/5001"), "its page").await;
            job.link("acme/app").is(|link| link.href == project, "the project's page").await;
            job.link("Pipeline").is(|link| link.href.starts_with(&format!("{project}/-/pipelines/")), "a page").await;
            job.all("link").count_is(4).await;
        })
        .await;
}

#[tokio::test]
async fn while_a_job_runs_the_list_is_live() {
    in_world(small())
        .tell(async |s| {
            in_a_hurry(s).await;
            let drawer = s.dialog("Runner #41");
            drawer.item("deploy").says("Running").await;
            s.gitlab.world(|world| {
                let job = world.jobs.get_mut(&5002).unwrap();
                job.status = JobStatus::Success;
                job.finished_at = job.started_at;
            });
            drawer.item("deploy").says("Passed").await;
            let asked = queries(s).len();
            drawer.tab("Managers").click().await;
            drawer.item("s_1f0c").is_there().await;
            drawer.tab("Jobs").click().await;
            drawer.item("deploy").is_there().await;
            assert_eq!(queries(s).len(), asked + 1, "nothing runs, so nothing is asked for again");
        })
        .await;
}

#[tokio::test]
async fn nobody_asks_for_jobs_that_nobody_sees() {
    in_world(small())
        .tell(async |s| {
            in_a_hurry(s).await;
            let drawer = s.dialog("Runner #41");
            drawer.item("deploy").says("Running").await;
            s.waits_until(
                "Object.defineProperty(document, 'hidden', { get: () => true, configurable: true }); return true",
            )
            .await;
            let asked = queries(s).len();
            // Two rounds, as the page's own clock counts them.
            s.script("setTimeout(() => { window.later = true }, 700)").await;
            s.waits_until("return window.later === true").await;
            // One may have been under way.
            assert!(queries(s).len() <= asked + 1, "{:?}", queries(s));
            s.script("delete document.hidden").await;
            s.gitlab.world(|world| world.jobs.get_mut(&5002).unwrap().status = JobStatus::Canceled);
            drawer.item("deploy").says("Canceled").await;
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
            // The button is gone, and what is around it has the focus.
            s.waits_until("return document.activeElement.closest('[role=tabpanel]') !== null").await;
        })
        .await;
}
