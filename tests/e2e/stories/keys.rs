//! The keyboard alone: keys of the list, and none of them while somebody types.

use fantoccini::key::Key;

use crate::story::in_world;
use crate::world::{crowded, small};

#[tokio::test]
async fn keys_move_open_edit_and_select() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").is_there().await;
            for (key, now) in [("j", "#40"), ("j", "#41"), ("j", "#42"), ("k", "#41")] {
                s.keys(key).await;
                s.link(now).has_focus().await;
            }
            s.keys("x").await;
            s.checkbox("Select #41").is_checked(true).await;
            s.key(Key::Enter).await;
            s.dialog("Runner #41").is_there().await;
            s.key(Key::Escape).await;
            s.link("#41").has_focus().await;
            s.keys("e").await;
            s.query_is("runner=41&tab=edit").await;
            s.dialog("Runner #41").textbox("Description").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn arrows_move_within_the_rows() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#45").cell("Version").says("17.0.0").await;
            s.keys("j").await;
            s.link("#40").has_focus().await;
            s.key(Key::Down).await;
            s.link("#41").has_focus().await;
            s.key(Key::Left).await;
            s.checkbox("Select #41").has_focus().await;
            s.key(Key::Down).await;
            s.checkbox("Select #42").has_focus().await;
            s.key(Key::End).await;
            s.checkbox("Select #45").has_focus().await;
            s.key(Key::Right).await;
            s.link("#45").has_focus().await;
            s.key(Key::Down).await;
            s.link("#45").has_focus().await;
            s.key(Key::Home).await;
            s.link("#40").has_focus().await;
            s.key(Key::PageDown).await;
            s.link("#45").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn arrows_go_through_thousands_of_rows() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.keys("j").await;
            s.link("#40").has_focus().await;
            s.keys(&char::from(Key::Down).to_string().repeat(20)).await;
            s.link("#1014").has_focus().await;
            s.key(Key::End).await;
            s.link("#1599").has_focus().await;
            s.key(Key::Up).await;
            s.link("#1598").has_focus().await;
            s.key(Key::PageUp).await;
            s.link("#1588").has_focus().await;
            s.open("?group_by=type").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.keys("j").await;
            s.link("#42").has_focus().await;
            s.key(Key::Down).await;
            s.link("#45").has_focus().await;
            s.key(Key::Down).await;
            s.button("Instance").has_focus().await;
            s.key(Key::Enter).await;
            s.status_says("Showing 606 of 606 runners").await;
            s.link("#40").is_gone().await;
            s.button("Instance").has_focus().await;
            s.key(Key::Up).await;
            s.link("#45").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn a_slash_leads_to_the_search_where_keys_are_letters() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").is_there().await;
            s.keys("/").await;
            s.searchbox("Search").has_focus().await;
            s.keys("jpex?r").await;
            s.searchbox("Search").has_value("jpex?r").await;
            s.dialog("Keys").is_gone().await;
            assert!(s.changes_of(41).is_empty());
        })
        .await;
}

#[tokio::test]
async fn a_question_mark_shows_the_keys() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").is_there().await;
            s.keys("?").await;
            s.dialog("Keys").says("Pause or resume the runner").await;
            s.key(Key::Escape).await;
            s.dialog("Keys").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn keys_mean_the_runner_that_one_sees() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.link("#41").click().await;
            s.dialog("Runner #41").button("Next runner").click().await;
            s.dialog("Runner #42").is_there().await;
            s.keys("x").await;
            s.checkbox("Select #42").is_checked(true).await;
            s.checkbox("Select #41").is_checked(false).await;
            s.dialog("Runner #42").button("Close").click().await;
            s.link("#42").has_focus().await;
            s.searchbox("Search").fill("mac").await;
            s.runners_are(&[43]).await;
            // Its row had the focus last, and is not shown.
            s.button("Columns").type_in("x").await;
            s.searchbox("Search").fill("").await;
            s.checkbox("Select #42").is_checked(true).await;
        })
        .await;
}

#[tokio::test]
async fn the_next_row_is_the_next_although_the_one_before_it_left() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.combobox("Paused").choose("false").await;
            s.runners_are(&[40, 41, 42, 43, 45]).await;
            s.link("#42").press(Key::Down).await;
            s.link("#43").has_focus().await;
            s.keys("p").await;
            s.runners_are(&[40, 41, 42, 45]).await;
            s.keys("j").await;
            s.link("#45").has_focus().await;
            s.keys("p").await;
            s.runners_are(&[40, 41, 42]).await;
            s.keys("k").await;
            s.link("#42").has_focus().await;
            s.open("?runner=9999").await;
            s.alert_says("Runner #9999 is not there any more").await;
            s.keys("xj").await;
            s.link("#40").has_focus().await;
            s.button("Clear selection").is_gone().await;
        })
        .await;
}

#[tokio::test]
async fn r_reads_the_list_again() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-mira").await;
            s.row("#41").is_there().await;
            s.gitlab.world(|world| world.runners.get_mut(&41).unwrap().description = Some("newborn".to_owned()));
            s.keys("r").await;
            s.link("#41 newborn").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn the_focus_is_never_lost() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            // In the place of the rows, and in the line of filters.
            for query in ["zzzz", "gpu"] {
                s.searchbox("Search").fill(query).await;
                s.button("Clear filters").press(Key::Enter).await;
                s.searchbox("Search").has_value("").await;
                s.searchbox("Search").has_focus().await;
            }
            s.link("#41").press(Key::Enter).await;
            s.dialog("Runner #41").is_there().await;
            s.searchbox("Search").fill("zzzz").await;
            s.row("#41").is_gone().await;
            s.dialog("Runner #41").button("Close").press(Key::Enter).await;
            s.dialog("Runner #41").is_gone().await;
            s.searchbox("Search").has_focus().await;
            s.searchbox("Search").fill("").await;
            s.checkbox("Select #41").click().await;
            s.button("Clear selection").press(Key::Enter).await;
            s.waits_until("return document.activeElement.className === 'table-scroll'").await;
            s.button("Load details of all 606").press(Key::Enter).await;
            s.button("Stop details").is_gone().await;
            s.waits_until("return document.activeElement.className === 'table-scroll'").await;
        })
        .await;
}
