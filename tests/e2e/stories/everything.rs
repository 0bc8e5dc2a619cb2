//! Everything somebody can see, in one list: who sees what, through what, and what is asked for it.

use serde_json::json;

use crate::story::in_world;
use crate::world::{crowded, peopled, small};

#[tokio::test]
async fn everyone_lands_on_all_they_can_see() {
    for (token, ids) in [
        ("glpat-root", &[40, 41, 42, 43, 44, 45][..]),
        ("glpat-ada", &[40, 41, 42, 43, 44, 45]),
        ("glpat-mira", &[40, 41, 42, 43, 44, 45]),
        ("glpat-tom", &[40, 41, 42, 43, 44, 45]),
        ("glpat-pia", &[40, 42, 43, 44, 45]),
        ("glpat-read", &[40, 41, 42, 43, 44, 45]),
    ] {
        in_world(peopled())
            .tell(async |s| {
                s.connect(token).await;
                s.tab("Everything").is_selected().await;
                s.runners_are(ids).await;
                s.query_is("").await;
                s.status_says(&format!("Showing {0} of {0} runners", ids.len())).await;
            })
            .await;
    }
}

#[tokio::test]
async fn who_sees_none_is_told_what_would_be_here() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-dev").await;
            s.heading("No runners here yet").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_filter_that_only_gitlab_can_answer_asks_the_same_lists_and_looks_for_no_others() {
    in_world(crowded(60))
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.status_says("Showing 66 of 66 runners").await;
            s.gitlab.clear_log();
            let filters = s.search("Filter runners");
            filters.textbox("Tags").type_in("gpu,").await;
            s.runners_are(&[41]).await;
            s.status_says("Showing 1 of 1 runner").await;
            let lists =
                s.gitlab.log().into_iter().filter(|entry| entry.path.ends_with("runners") && entry.method == "GET");
            let mut lists: Vec<String> = lists.map(|entry| entry.path).collect();
            lists.sort_unstable();
            assert_eq!(lists, ["/api/v4/groups/3/runners", "/api/v4/runners"]);
            assert!(s.asked("GET", "groups").is_empty() && s.asked("GET", "projects").is_empty());
            s.gitlab.clear_log();
            filters.button("Remove tag gpu").click().await;
            s.status_says("Showing 66 of 66 runners").await;
            assert!(s.asked("GET", "runners").is_empty(), "all is known");
        })
        .await;
}

#[tokio::test]
async fn each_runner_says_through_what_it_is_seen() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-tom").await;
            s.row("#42").cell("Runner").says("group acme").await;
            s.row("#44").cell("Runner").says("projects app, web").await;
            s.row("#40").cell("Runner").says("instance").await;
        })
        .await;
}

#[tokio::test]
async fn one_project_of_a_group_without_a_role_tells_for_the_others() {
    let mut world = peopled();
    world["projects"][0]["members"] = json!({ "pia": 40 });
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-pia").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.row("#42").cell("Runner").says("project app · likely project web").await;
            s.combobox("Type").choose("group_type").await;
            s.runners_are(&[42, 45]).await;
            for through in ["project:acme/app", "project:acme/web"] {
                s.open(&format!("?through={through}&type=group_type")).await;
                s.runners_are(&[42, 45]).await;
            }
            s.gitlab.clear_log();
            s.reload().await;
            s.runners_are(&[42, 45]).await;
            let projects = s.gitlab.log().into_iter().filter(|entry| entry.path.starts_with("/api/v4/projects/"));
            assert_eq!(projects.filter(|entry| entry.method == "GET").count(), 1, "the other one would add nothing");
        })
        .await;
}

#[tokio::test]
async fn no_request_is_sent_twice_and_projects_are_asked_only_where_they_add_something() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-tom").await;
            s.status_says("Showing 6 of 6 runners").await;
            let asked: Vec<_> = s.gitlab.log().into_iter().filter(|entry| entry.method == "GET").collect();
            for (place, entry) in asked.iter().enumerate() {
                assert!(
                    !asked[..place].iter().any(|other| (&other.path, &other.query) == (&entry.path, &entry.query)),
                    "{entry:?}"
                );
                assert!(!entry.path.starts_with("/api/v4/projects/"), "{entry:?}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_group_whose_subgroups_tell_all_is_not_asked_and_is_told_all_the_same() {
    let mut world = peopled();
    let subgroups = (0..12).map(|number| json!({ "id": 50 + number, "path": format!("acme/team-{number}") }));
    world["groups"].as_array_mut().unwrap().extend(subgroups);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-tom").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.region("Runner list").says("2 in 13 groups").await;
            s.asked_times("GET", "groups/3/runners", 0).await;
            s.asked_times("GET", "groups/50/runners", 1).await;
        })
        .await;
}

#[tokio::test]
async fn what_is_loaded_is_filtered_without_asking_again() {
    in_world(peopled())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            let before = s.asked("GET", "runners/all").len();
            s.combobox("Status").choose("offline").await;
            s.runners_are(&[44]).await;
            s.combobox("Status").choose("").await;
            s.combobox("Type").choose("group_type").await;
            s.runners_are(&[42, 45]).await;
            s.status_says("Showing 2 of 6 runners").await;
            s.asked_times("GET", "runners/all", before).await;
        })
        .await;
}

#[tokio::test]
async fn a_second_look_paints_what_is_known_and_reads_again() {
    in_world(crowded(150))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 156 of 156 runners").await;
            s.tab("Owned").click().await;
            s.heading("No runners here yet").is_there().await;
            s.fault(json!({ "path": "*/runners/all", "hang": true }));
            s.tab("Everything").click().await;
            s.row("#40").is_there().await;
            s.status_says("156 runners, looking for changes").await;
            s.gitlab.world(|world| world.runners.get_mut(&40).unwrap().description = Some("renamed".to_owned()));
            s.gitlab.heal();
            s.row("#40").says("renamed").await;
            s.waits_until("return document.querySelectorAll('tr[data-changed]').length === 1").await;
        })
        .await;
}
