//! Nothing to show: because nothing matches, because there is nothing, or because one may not see it.

use serde_json::json;

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn when_nothing_matches_the_filters_can_be_cleared() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.combobox("Status").choose("stale").await;
            s.runners_are(&[43]).await;
            s.searchbox("Search").fill("nothing like it").await;
            s.heading("No runner matches these filters").is_there().await;
            s.button("Clear filters").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn a_place_without_runners_says_so() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=group:other").await;
            s.heading("No runners in other yet").is_there().await;
            s.button("Clear filters").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn an_administrator_without_runners_is_offered_one() {
    let mut world = small();
    world["runners"] = json!([]);
    world["jobs"] = json!([]);
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.heading("No runners here yet").is_there().await;
            s.region("Runner list").is_not_saying("Maintainer").await;
            s.link("New instance runner").click().await;
            s.query_is("view=new").await;
            s.radio("Instance").is_checked(true).await;
        })
        .await;
}

#[tokio::test]
async fn nothing_stays_nothing_while_it_is_read_again() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            for (query, heading) in [
                ("?q=nothing+like+it", "No runner matches these filters"),
                ("?source=group:other", "No runners in other yet"),
            ] {
                s.open(query).await;
                s.heading(heading).is_there().await;
                s.button("Stop loading").is_gone().await;
                s.fault(json!({ "path": "*/runners*", "hang": true }));
                s.button("Refresh").click().await;
                s.button("Stop loading").is_there().await;
                s.heading(heading).is_there().await;
                s.gitlab.heal();
                s.button("Stop loading").is_gone().await;
                s.heading(heading).is_there().await;
            }
        })
        .await;
}

#[tokio::test]
async fn what_could_not_be_read_is_not_called_nothing() {
    in_world(small())
        .tell(async |s| {
            s.fault(json!({ "path": "*/api/v4/groups", "status": 403, "body": { "message": "403 Forbidden" } }));
            s.connect("glpat-dev").await;
            s.alert_says("list of groups").await;
            s.button("Stop loading").is_gone().await;
            s.heading("No runners here yet").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn a_token_without_the_permission_is_told_so() {
    in_world(small())
        .tell(async |s| {
            let body = json!({ "error": "insufficient_granular_scope", "error_description": "Needs read_runner." });
            s.fault(json!({ "path": "*/groups/acme/runners*", "status": 403, "body": body }));
            s.connect("glpat-mira").await;
            s.open("?source=group:acme").await;
            s.heading("Your token may not list these").is_there().await;
            s.link("Show owned runners").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn who_may_not_see_them_is_shown_the_way_to_their_own() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.tab("Instance").click().await;
            s.heading("You may not see instance runners").is_there().await;
            s.link("Show owned runners").click().await;
            s.tab("Owned").is_selected().await;
            s.runners_are(&[41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn a_place_that_is_not_there_says_so() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.open("?source=group:nowhere").await;
            s.heading("Nothing found in nowhere").is_there().await;
        })
        .await;
}
