//! Filtering the list: every filter, the address that says so, and the way back to all runners.

use fantoccini::key::Key;
use serde_json::json;

use crate::story::in_world;
use crate::world::{crowded, small};

#[tokio::test]
async fn each_status_shows_the_runners_that_stand_so() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            for (word, ids) in
                [("online", &[40, 41, 45][..]), ("offline", &[44]), ("stale", &[43]), ("never_contacted", &[42])]
            {
                s.combobox("Status").choose(word).await;
                s.runners_are(ids).await;
                s.query_is(&format!("status={word}")).await;
            }
            s.status_says("Showing 1 of 6 runners").await;
        })
        .await;
}

#[tokio::test]
async fn type_and_paused_narrow_the_list_together() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.combobox("Type").choose("project_type").await;
            s.runners_are(&[41, 43, 44]).await;
            s.combobox("Paused").choose("false").await;
            s.runners_are(&[41, 43]).await;
            s.query_is("type=project_type&paused=false").await;
            s.combobox("Paused").choose("true").await;
            s.runners_are(&[44]).await;
        })
        .await;
}

#[tokio::test]
async fn tags_are_added_with_enter_or_comma_and_removed_one_by_one() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            let filters = s.search("Filter runners");
            filters.textbox("Tags").type_in("linux").await;
            filters.textbox("Tags").press(Key::Enter).await;
            s.runners_are(&[40, 41, 44]).await;
            filters.textbox("Tags").type_in("docker,").await;
            s.runners_are(&[40]).await;
            s.query_is("tag=linux&tag=docker").await;
            filters.button("Remove tag linux").click().await;
            s.runners_are(&[40, 42]).await;
            s.query_is("tag=docker").await;
        })
        .await;
}

#[tokio::test]
async fn every_tag_can_be_taken_away_by_its_name() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?tag=gpu&tag=linux&tag=a-long-word-for-a-tag&tag=another-long-one").await;
            s.heading("No runner matches these filters").is_there().await;
            for tag in ["another-long-one", "a-long-word-for-a-tag", "linux"] {
                s.button(&format!("Remove tag {tag}")).click().await;
                s.button("Clear filters").press(Key::Escape).await;
            }
            s.runners_are(&[41]).await;
            s.query_is("tag=gpu").await;
        })
        .await;
}

#[tokio::test]
async fn a_version_is_a_prefix() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.textbox("Version").fill("17").await;
            // Another manager of #41 has 17.5, but the table shows the one seen last.
            s.runners_are(&[44, 45]).await;
            s.textbox("Version").fill("17.5").await;
            s.runners_are(&[44]).await;
            s.query_is("version=17.5").await;
        })
        .await;
}

#[tokio::test]
async fn a_version_is_that_of_the_manager_seen_last_in_a_long_list_too() {
    let mut world = crowded(600);
    for (at, runner) in world["runners"].as_array_mut().unwrap()[6..].iter_mut().enumerate() {
        let newer = if at < 3 { "17.5.3" } else { "18.0.0" };
        runner["managers"] = json!([
            { "id": 2000 + at, "system_id": "s_a", "version": "17.5.3", "contacted_at": "-3h" },
            { "id": 3000 + at, "system_id": "s_b", "version": newer, "contacted_at": "-1m" }
        ]);
    }
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("606 runners").await;
            s.textbox("Version").fill("17.5").await;
            // GitLab has 602 that had it at some time.
            s.runners_are(&[44, 1000, 1001, 1002]).await;
            s.status_says("Showing 4 of 602 runners").await;
            s.region("Runner list").is_not_saying("left out").await;
        })
        .await;
}

#[tokio::test]
async fn an_address_shows_the_same_as_typing_its_filters_however_long_the_list() {
    let mut world = crowded(1200);
    for (at, runner) in world["runners"].as_array_mut().unwrap()[6..].iter_mut().enumerate() {
        runner["tags"] = json!([if at % 3 == 0 { "rare" } else { "usual" }]);
        let version = if at % 4 == 0 { "16.11.0" } else { "18.0.0" };
        runner["managers"] =
            json!([{ "id": 2000 + at, "system_id": "s_a", "version": version, "contacted_at": "-1m" }]);
    }
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            for (query, runners) in
                [("?tag=rare", 400), ("?version=16", 300), ("?version=16&tag=rare&sort=version&group_by=type", 100)]
            {
                s.open(query).await;
                s.status_says(&format!("Showing {runners} of {runners} runners")).await;
                s.region("Runner list").is_not_saying("left out").await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_text_says_where_it_was_not_looked_for() {
    let mut world = crowded(600);
    world["runners"][306]["tags"] = json!(["crowd-7-fan"]);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("606 runners").await;
            s.searchbox("Search").fill("crowd-7").await;
            s.status_says("Not searched: tags, versions and addresses of 5").await;
            s.status_says("Showing 11 of 606 runners").await;
            s.waits_until("const words = document.querySelector('.undecided-words'); return words.scrollWidth <= words.clientWidth")
                .await;
            let load = s.button("Load details of all 606");
            load.is(|button| button.description.contains("requests"), "said to cost requests").await;
            load.click().await;
            s.status_says("Showing 12 of 606 runners").await;
            s.region("Runner list").is_not_saying("Not searched").await;
        })
        .await;
}

#[tokio::test]
async fn a_link_pressed_while_somebody_types_keeps_the_text() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            let type_then_press = |text: &str, link: &str| {
                format!(
                    "const box = document.querySelector('[type=search]'); box.value = '{text}';
                    box.dispatchEvent(new Event('input', {{ bubbles: true }}));
                    [...document.querySelectorAll('a')].find((a) => a.textContent.includes('{link}')).click();"
                )
            };
            s.script(&type_then_press("shar", "Instance")).await;
            s.query_is("source=instance&q=shar").await;
            s.runners_are(&[40]).await;
            s.script(&type_then_press("share", "#40")).await;
            s.query_is("source=instance&q=share&runner=40").await;
            s.searchbox("Search").has_value("share").await;
        })
        .await;
}

#[tokio::test]
async fn a_search_looks_into_what_is_loaded() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.gitlab.clear_log();
            s.searchbox("Search").fill("mac").await;
            s.runners_are(&[43]).await;
            s.status_says("Showing 1 of 6 runners").await;
            s.query_is("q=mac").await;
            s.asked_times("GET", "runners/all", 0).await;
            s.searchbox("Search").fill("#44").await;
            s.runners_are(&[44]).await;
        })
        .await;
}

#[tokio::test]
async fn clear_filters_brings_everything_back() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?type=project_type&status=online&tag=gpu&version=18&q=gpu&sort=-id").await;
            s.runners_are(&[41]).await;
            s.button("Clear filters").click().await;
            s.runners_are(&[45, 44, 43, 42, 41, 40]).await;
            s.query_is("sort=-id").await;
            s.textbox("Version").has_value("").await;
            s.searchbox("Search").has_value("").await;
            s.button("Clear filters").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn back_and_forward_go_through_what_was_chosen() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.combobox("Status").choose("stale").await;
            s.runners_are(&[43]).await;
            s.combobox("Type").choose("group_type").await;
            s.heading("No runner matches").is_there().await;
            s.back().await;
            s.runners_are(&[43]).await;
            s.combobox("Type").has_value("").await;
            s.back().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.forward().await;
            s.runners_are(&[43]).await;
            s.combobox("Status").has_value("stale").await;
        })
        .await;
}

#[tokio::test]
async fn names_of_projects_and_groups_are_found() {
    let mut world = small();
    world["groups"][0]["name"] = json!("Road runners");
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.searchbox("Search").fill("weather").await;
            s.runners_are(&[41, 44]).await;
            s.searchbox("Search").fill("road").await;
            s.runners_are(&[42, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn a_text_that_only_details_hold_fetches_them() {
    in_world(crowded(100))
        .tell(async |s| {
            s.gitlab.world(|world| world.runners.get_mut(&1099).unwrap().tags = vec!["rocket".to_owned()]);
            s.connect("glpat-root").await;
            s.status_says("Showing 106 of 106 runners").await;
            s.searchbox("Search").fill("rocket").await;
            s.runners_are(&[1099]).await;
            s.searchbox("Search").fill("no such thing").await;
            s.waits_until(
                "return document.querySelector('.empty').textContent.includes('None of 106 runners contains')",
            )
            .await;
        })
        .await;
}
