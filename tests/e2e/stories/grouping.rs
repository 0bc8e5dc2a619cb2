//! Putting rows together under heads, and spacing them.

use fantoccini::key::Key;

use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn rows_are_grouped_by_what_they_agree_in() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.combobox("Group by").choose("type").await;
            s.query_is("group_by=type").await;
            s.button("Expand all").is_there().await;
            s.reload().await;
            s.combobox("Group by").has_value("type").await;
            s.back().await;
            s.query_is("").await;
            s.combobox("Group by").has_value("").await;
            s.button("Expand all").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn heads_count_their_runners_and_close_over_them() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.combobox("Group by").choose("type").await;
            for (head, count) in [("Instance", 1), ("Group", 2), ("Project", 3)] {
                let words = if count == 1 { "1 runner".to_owned() } else { format!("{count} runners") };
                s.row(&format!("{head} · {words}")).is_there().await;
            }
            s.waits_until("return document.querySelector('table').ariaRowCount === '10'").await;
            s.row("Project · 3 runners").button("Project").click().await;
            s.runners_are(&[42, 45, 40]).await;
            s.waits_until("return document.querySelector('table').ariaRowCount === '7'").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.query_is("group_by=type&toggled=Project").await;
            s.reload().await;
            s.runners_are(&[42, 45, 40]).await;
            s.keys("r").await;
            s.runners_are(&[42, 45, 40]).await;
            s.row("Project · 3 runners").button("Project").click().await;
            s.row("#44").is_there().await;
            s.waits_until("return document.querySelector('table').ariaRowCount === '10'").await;
            s.button("Collapse all").click().await;
            s.runners_are(&[]).await;
            s.row("Group · 2 runners").button("Group").click().await;
            s.query_is("group_by=type&closed=true&toggled=Group").await;
            s.combobox("Group by").choose("tags").await;
            s.query_is("group_by=tags").await;
        })
        .await;
}

#[tokio::test]
async fn heads_close_after_a_runner_was_deleted() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.open("?group_by=tags").await;
            for head in ["linux · 3 runners", "macos · 1 runner", "No tags · 1 runner"] {
                s.row(head).is_there().await;
            }
            s.row("#43").button("Delete #43").click().await;
            s.dialog("Delete runner #43?").button("Delete runner").click().await;
            s.status_says("Runner #43 deleted").await;
            s.row("#43").is_gone().await;
            let gpu = s.row("gpu · 1 runner").button("gpu");
            gpu.click().await;
            s.waits_until("return document.querySelectorAll('tbody [aria-expanded=false].group-toggle').length === 1")
                .await;
            gpu.click().await;
            s.waits_until("return !document.querySelector('tbody [aria-expanded=false].group-toggle')").await;
        })
        .await;
}

#[tokio::test]
async fn keys_go_through_a_runner_under_each_of_its_tags() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.open("?group_by=tags").await;
            s.row("No tags").is_there().await;
            for row in [3, 4, 6, 8, 9, 10] {
                s.keys("j").await;
                s.waits_until(&format!(
                    "return document.activeElement.closest('tr')?.getAttribute('aria-rowindex') === '{row}'"
                ))
                .await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_runner_under_several_heads_is_selected_once_and_one_in_a_closed_group_too() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").cell("Tags").says("gpu").await;
            s.combobox("Group by").choose("tags").await;
            s.row("No tags").is_there().await;
            s.checkbox("Select all").click().await;
            s.checkbox("Select all").is_checked(true).await;
            s.button("Export").click().await;
            s.menuitem("CSV of 6 selected").is_there().await;
            s.key(Key::Escape).await;
            s.button("Clear selection").click().await;
            s.button("Collapse all").click().await;
            s.row("#41").is_gone().await;
            s.checkbox("Select all").click().await;
            s.checkbox("Select all").is_checked(true).await;
            s.button("Export").click().await;
            s.menuitem("CSV of 6 selected").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn rows_are_spaced_as_somebody_chose() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.button("Density").click().await;
            s.menuitemradio("Comfortable").is_checked(true).await;
            s.menuitemradio("Compact").click().await;
            s.menuitemradio("Compact").is_gone().await;
            s.reload().await;
            s.button("Density").click().await;
            s.menuitemradio("Compact").is_checked(true).await;
        })
        .await;
}
