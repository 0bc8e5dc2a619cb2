//! Filters that are typed: versions, days and dates, and what is no such thing.

use fantoccini::key::Key;

use super::accessible::{bring_axe, is_accessible};
use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn ages_are_typed() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.button("More filters").click().await;
            let panel = s.dialog("More filters");
            panel.textbox("Version older than").fill("17.5").await;
            s.runners_are(&[43, 45]).await;
            panel.textbox("Last contact older than").fill("7").await;
            s.runners_are(&[43]).await;
            s.query_is("source=instance&older_than=17.5&unseen_days=7").await;
            panel.textbox("Created before").type_in("01012000").await;
            s.heading("No runner matches").is_there().await;
            let words =
                "has a version older than 17.5, has not made contact for 7 days and was created before 2000-01-01";
            s.region("Runner list").says(words).await;
            s.reload().await;
            s.button("More filters, 3 in use").click().await;
            panel.textbox("Created before").has_value("2000-01-01").await;
            panel.textbox("Last contact older than").has_value("7").await;
            panel.textbox("Version older than").has_value("17.5").await;
            panel.textbox("Version older than").press(Key::Escape).await;
            s.button("Clear filters").click().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.query_is("source=instance").await;
            s.button("More filters").click().await;
            panel.textbox("Created before").has_value("").await;
            panel.textbox("Version older than").has_value("").await;
        })
        .await;
}

#[tokio::test]
async fn what_is_no_such_value_is_said_at_its_field() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            let version = s.search("Filter runners").textbox("Version");
            version.fill("latest").await;
            version.is_invalid("“latest” is not the beginning of a version such as 17 or 17.5.").await;
            s.button("More filters").click().await;
            let panel = s.dialog("More filters");
            let days = panel.textbox("Last contact older than");
            days.fill("-3").await;
            days.is_invalid("“-3” is not a number of days such as 30.").await;
            bring_axe(s).await;
            is_accessible(s, "a wrong filter").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.query_is("source=instance").await;
            days.fill("7").await;
            days.is(|look| !look.invalid, "is not called wrong").await;
            s.runners_are(&[42, 43]).await;
        })
        .await;
}

#[tokio::test]
async fn what_was_typed_wrong_is_forgotten_with_its_text() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.combobox("Status").choose("online").await;
            let version = s.search("Filter runners").textbox("Version");
            version.fill("18").await;
            s.query_is("status=online&version=18").await;
            version.fill("foo").await;
            version.is_invalid("“foo” is not the beginning of a version").await;
            s.back().await;
            version.has_value("").await;
            version.is(|look| !look.invalid, "is not called wrong").await;
        })
        .await;
}
