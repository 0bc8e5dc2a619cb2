//! The address is the state: links lead into the middle, reloads change nothing, mistakes are said once.

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn a_link_leads_to_filters_runner_and_tab() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            let query = "source=owned&type=project_type&tag=linux&sort=-id&runner=41&tab=managers";
            s.open(&format!("?{query}")).await;
            for _ in 0..2 {
                s.runners_are(&[44, 41]).await;
                s.tablist("Source").tab("Owned").is_selected().await;
                s.combobox("Type").has_value("project_type").await;
                s.columnheader("Runner").sorts("none").await;
                s.dialog("Runner #41").tab("Managers").is_selected().await;
                s.dialog("Runner #41").item("s_1f0c").is_there().await;
                s.query_is(query).await;
                s.reload().await;
            }
        })
        .await;
}

#[tokio::test]
async fn what_cannot_be_understood_is_said_and_left_out() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?status=sleepy&sort=id,height&columns=tags,hat&nonsense=1&type=project_type").await;
            s.runners_are(&[41, 43, 44]).await;
            s.status_says("“sleepy” is not a status, it was left out.").await;
            s.status_says("“height” is not an order, it was left out.").await;
            s.status_says("“hat” is not a column, it was left out.").await;
            s.query_is("type=project_type&sort=id&columns=tags").await;
            s.combobox("Paused").choose("true").await;
            s.runners_are(&[44]).await;
            s.all("status").is_not_saying("sleepy").await;
        })
        .await;
}

#[tokio::test]
async fn a_mistake_is_said_on_the_other_screens_too() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?view=settings&status=sleepy").await;
            s.status_says("“sleepy” is not a status, it was left out.").await;
            s.query_is("view=settings").await;
        })
        .await;
}

#[tokio::test]
async fn the_gitlab_that_came_with_the_address_stays_in_it() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            let host = s.host();
            s.open(&format!("?status=online&host={host}")).await;
            s.runners_are(&[40, 41, 45]).await;
            s.navigation("Main").link("Settings").click().await;
            s.query_is(&format!("view=settings&host={host}")).await;
            s.banner().link("Runnerboard").click().await;
            s.query_is(&format!("host={host}")).await;
        })
        .await;
}

#[tokio::test]
async fn old_words_are_understood_and_rewritten() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            for (old, new, ids) in [
                ("status=active", "paused=false", &[40, 41, 42, 43, 45][..]),
                ("status=paused", "paused=true", &[44]),
                ("status=not_connected", "status=never_contacted", &[42]),
                ("scope=shared", "type=instance_type", &[40]),
            ] {
                s.open(&format!("?{old}")).await;
                s.query_is(new).await;
                s.runners_are(ids).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_source_that_was_chosen_is_always_written() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.query_is("").await;
            s.tab("Owned").click().await;
            s.query_is("source=owned").await;
            s.tab("Instance").click().await;
            s.query_is("source=instance").await;
        })
        .await;
}
