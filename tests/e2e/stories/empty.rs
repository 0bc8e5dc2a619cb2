//! Nothing to show: because nothing matches, because there is nothing, or because one may not see it.

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
