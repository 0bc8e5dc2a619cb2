//! Details of runners: many at a time through GraphQL, one by one where it does not answer, all of them when asked for.

use fantoccini::key::Key;
use serde_json::json;

use crate::poll::until;
use crate::story::{Story, in_world};
use crate::world::{crowded, peopled, small};

#[tokio::test]
async fn they_come_through_one_address_with_executor_and_jobs() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?columns=description,tags,version,executor,job_count,owner").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.row("#41").cell("Jobs").says("2").await;
            s.row("#41").cell("Owner").says("acme/app").await;
            assert!(s.asked("GET", "runners/41").is_empty());
            assert!(s.gitlab.log().iter().any(|entry| entry.path == "/api/graphql"));
        })
        .await;
}

#[tokio::test]
async fn what_they_cost_is_asked_once_before_the_first() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.tab("Owned").click().await;
            s.tab("Everything").click().await;
            s.row("#41").cell("Tags").says("gpu").await;
            let questions = questions(s);
            let of_nobody = |body: &String| body.contains("Ci::Runner/0\\\"");
            assert!(of_nobody(&questions[0]), "{questions:?}");
            assert_eq!(questions.iter().filter(|body| of_nobody(body)).count(), 1);
        })
        .await;
}

#[tokio::test]
async fn a_refresh_needs_leave_for_no_address_again() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.gitlab.clear_log();
            s.button("Refresh").click().await;
            s.asked_times("GET", "runners/all", 1).await;
            until(&s.client, async || {
                (!questions(s).is_empty()).then_some(()).ok_or_else(|| "no details were asked for".to_owned())
            })
            .await;
            let log = s.gitlab.log();
            assert!(log.iter().all(|entry| entry.method != "OPTIONS"), "{log:?}");
        })
        .await;
}

/// The bodies of the questions to GraphQL so far.
fn questions(s: &Story) -> Vec<String> {
    let log = s.gitlab.log().into_iter();
    log.filter(|entry| entry.method == "POST" && entry.path == "/api/graphql").map(|entry| entry.body).collect()
}

#[tokio::test]
async fn where_graphql_does_not_answer_rest_does() {
    let mut world = small();
    world["gitlab"] = json!({ "version": "16.11.10", "profile": "16" });
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.gitlab.clear_log();
            s.open("?columns=description,tags,executor").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.asked_times("GET", "runners/41", 1).await;
            s.row("#41").cell("Executor").says("Unknown").await;
        })
        .await;
}

#[tokio::test]
async fn those_of_all_are_loaded_when_somebody_asks() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.open("?locked=false&type=instance_type").await;
            s.button("Load details of all 606").click().await;
            s.status_says("Showing 601 of 606 runners").await;
            s.button("Load details of all").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn those_of_before_a_refresh_are_said_where_they_decide() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.open("?locked=false&type=instance_type").await;
            s.button("Load details of all 606").click().await;
            s.status_says("Showing 601 of 606 runners").await;
            s.button("Refresh").click().await;
            s.status_says("runners, from before the last refresh.").await;
            s.button("Load details of all 606").click().await;
            s.region("Runner list").is_not_saying("before the last refresh").await;
            s.status_says("Showing 601 of 606 runners").await;
        })
        .await;
}

#[tokio::test]
async fn in_a_short_list_they_are_read_again_where_they_decide() {
    let mut world = crowded(60);
    world["gitlab"] = json!({ "version": "16.11.10", "profile": "16" });
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?not_tag=gpu").await;
            s.status_says("Showing 65 of 66 runners").await;
            s.gitlab.clear_log();
            s.button("Refresh").click().await;
            // Its row is far below those in sight.
            s.asked_times("GET", "runners/1059", 1).await;
            s.region("Runner list").is_not_saying("before the last refresh").await;
        })
        .await;
}

#[tokio::test]
async fn who_came_in_the_place_of_another_is_asked_for_as_well() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance&sort=version").await;
            s.row("#45").cell("Version").says("17.0.0").await;
            s.gitlab.world(|world| {
                let mut other = world.runners.remove(&45).unwrap();
                other.id = 46;
                world.runners.insert(46, other);
            });
            s.button("Refresh").click().await;
            s.row("#46").cell("Version").says("17.0.0").await;
        })
        .await;
}

#[tokio::test]
async fn a_gitlab_that_is_away_is_not_asked_for_each_by_itself() {
    let mut world = small();
    let mac = |id: u64| json!({ "id": id, "type": "project_type", "description": "mac", "projects": ["acme/web"] });
    world["runners"].as_array_mut().unwrap().extend((50..58).map(mac));
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=project:acme/app").await;
            s.row("#41").cell("Version").says("18.9.1").await;
            s.fault(json!({ "path": "*/api/graphql", "status": 503, "body": "no server is available" }));
            for ids in ["4*", "5*"] {
                let path = format!("*/runners/{ids}");
                s.fault(json!({ "path": path, "status": 503, "body": "no server is available" }));
            }
            s.tab("Everything").click().await;
            s.alert_says("Details of 9 runners could not be loaded").await;
            let is_asked = |id: &u64| !s.asked("GET", &format!("runners/{id}")).is_empty();
            let asked = std::iter::once(43).chain(50..58).filter(is_asked).count();
            assert!((1..=2).contains(&asked), "{asked} were asked for alone");
            s.gitlab.heal();
            s.gitlab.clear_log();
            s.alert().button("Retry").click().await;
            s.row("#43").cell("Version").says("15.11.1").await;
            assert!(s.asked("GET", "runners/43").is_empty(), "GraphQL serves again");
        })
        .await;
}

#[tokio::test]
async fn what_could_not_be_had_is_said_and_asked_for_again() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "path": "*/api/graphql", "status": 404, "body": { "message": "404 Not Found" } }));
            s.fault(
                json!({ "path": "*/runners/41", "status": 500, "body": { "message": "500 Internal Server Error" } }),
            );
            s.connect("glpat-root").await;
            s.row("#45").cell("Version").says("17.0.0").await;
            s.alert_says("Details of 1 runner could not be loaded").await;
            s.row("#41").cell("Version").says("Unknown").await;
            s.gitlab.heal();
            s.alert().button("Retry").press(Key::Enter).await;
            s.row("#41").cell("Version").says("18.9.1").await;
            s.alert().is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn those_that_are_kept_from_an_auditor_are_not_asked_for_one_by_one() {
    let mut world = peopled();
    // Each question about a part of the list tells of one runner at least.
    let shared = json!({ "id": 46, "type": "instance_type", "description": "shared-2" });
    world["runners"].as_array_mut().unwrap().push(shared);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-ada").await;
            for id in 41..=45 {
                s.row(&format!("#{id}")).cell("Version").says("Unknown").await;
            }
            let of_one = s.gitlab.log().into_iter().filter(|entry| {
                let id = entry.path.strip_prefix("/api/v4/runners/");
                entry.method == "GET" && id.is_some_and(|id| id.parse::<u64>().is_ok())
            });
            let refused = of_one.count();
            assert!((1..=2).contains(&refused), "{refused} were asked for alone");
            s.row("#41").button("Pause #41").is_off("does not show you this runner's details").await;
        })
        .await;
}

#[tokio::test]
async fn a_runner_that_is_gone_leaves_the_list() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "path": "*/api/graphql", "status": 404, "body": { "message": "404 Not Found" } }));
            s.fault(json!({ "path": "*/runners/41", "status": 404, "body": { "message": "404 Not Found" } }));
            s.connect("glpat-root").await;
            s.status_says("Runner #41 is gone.").await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
            s.status_says("Showing 5 of 5 runners").await;
        })
        .await;
}

#[tokio::test]
async fn another_list_gives_up_those_of_all() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.row("#1000").cell("Last contact").says("1 minute ago").await;
            s.fault(json!({ "path": "*/api/graphql", "hang": true }));
            s.button("Load details of all 606").click().await;
            s.button("Stop details").is_there().await;
            s.status_says("Details 0 of 5").await;
            s.searchbox("Search").fill("crowd").await;
            s.button("Stop details").is_there().await;
            s.tab("Owned").click().await;
            s.heading("No runner matches these filters").is_there().await;
            s.button("Stop details").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn the_requests_a_minute_are_chosen_in_the_settings() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?view=settings").await;
            let field = s.textbox("Requests a minute");
            field.has_value("600").await;
            field.fill("0").await;
            field.is_invalid("Enter a whole number from 10 to 10000.").await;
            field.fill("120").await;
            s.reload().await;
            field.has_value("120").await;
        })
        .await;
}
