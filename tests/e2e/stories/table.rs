//! The table by hand: what stands where while it is scrolled, read again, sized and ordered twice; and where the focus is.

use fantoccini::key::Key;
use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::{crowded, small};

/// Held down for what is typed after it.
const SHIFT: char = '\u{e008}';

/// The rows in the page count on from each other, each shows the runner of its place, and they fill the table.
const RIGHT: &str = "
    const rows = [...document.querySelectorAll('tbody > tr')];
    const index = (row) => +row.getAttribute('aria-rowindex');
    const id = (row) => +row.querySelector('.runner-id').textContent.slice(1);
    const box = document.querySelector('.table-scroll').getBoundingClientRect();
    return rows.every((row) => index(row) === (id(row) < 1000 ? id(row) - 40 : id(row) - 1000 + 6) + 2)
        && rows.every((row, place) => index(row) === index(rows[0]) + place)
        && rows[0].getBoundingClientRect().top <= box.top + 36
        && rows.at(-1).getBoundingClientRect().bottom >= box.bottom - 1;";

async fn scroll(s: &Story, top: u32) {
    s.script(&format!("document.querySelector('.table-scroll').scrollTop = {top}")).await;
}

#[tokio::test]
async fn every_row_says_its_place_wherever_one_scrolls() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.waits_until("return document.querySelector('table').getAttribute('aria-rowcount') === '607'").await;
            for top in [0, 48, 49, 500, 460, 12_000, 11_952, 30_000, 28_000, 7] {
                scroll(s, top).await;
                s.waits_until(RIGHT).await;
            }
            scroll(s, 600 * 48).await;
            s.row("#1599").is_there().await;
            s.waits_until(RIGHT).await;
        })
        .await;
}

/// The heads and the cells of every row count the columns from 1 to what the table says.
const COUNTED: &str = "
    const all = +document.querySelector('table').getAttribute('aria-colcount');
    const spans = (cell) => +(cell.getAttribute('aria-colspan') ?? 1);
    return [...document.querySelectorAll('table tr[aria-rowindex]')].every((row) => {
        let next = 1;
        for (const cell of row.cells) {
            if (+cell.getAttribute('aria-colindex') !== next) return false;
            next += spans(cell);
        }
        return next === all + 1;
    });";

#[tokio::test]
async fn every_cell_says_its_column_whatever_is_shown() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            for (query, columns) in
                [("", 7), ("?columns=description,version", 4), ("?columns=id,owner,tags&group_by=status", 6)]
            {
                s.open(query).await;
                s.waits_until(&format!("return document.querySelector('table')?.ariaColCount === '{columns}'")).await;
                s.status_says("Showing 606 of 606 runners").await;
                for top in [0, 12_000, 0] {
                    scroll(s, top).await;
                    s.waits_until(COUNTED).await;
                }
            }
        })
        .await;
}

#[tokio::test]
async fn the_focus_stays_with_its_runner() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.columnheader("Runner").button("Runner").click().await;
            s.runners_are(&[44, 41, 43, 42, 40, 45]).await;
            s.keys("jjj").await;
            s.link("#43").has_focus().await;
            s.back().await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
            s.link("#43").has_focus().await;
            s.gitlab.world(|world| {
                world.remove_runner(41);
                world.runners.get_mut(&43).unwrap().description = Some("renamed".to_owned());
            });
            s.keys("r").await;
            s.runners_are(&[40, 42, 43, 44, 45]).await;
            s.link("#43 renamed").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn the_focus_waits_at_the_table_for_a_row_that_was_scrolled_away() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.keys("jjj").await;
            s.link("#42").has_focus().await;
            scroll(s, 12_000).await;
            s.waits_until("return document.activeElement.className === 'table-scroll'").await;
            assert_eq!(s.script("return document.querySelector('.table-scroll').scrollTop").await, json!(12_000));
            scroll(s, 0).await;
            s.link("#42").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn shift_adds_a_second_order() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.columnheader("Status").button("Status").click().await;
            s.columnheader("Status").sorts("ascending").await;
            let runner = s.columnheader("Runner");
            for words in ["then ascending", "then descending"] {
                runner.button("Runner").type_in(&format!("{SHIFT}{}", char::from(Key::Enter))).await;
                runner.says(words).await;
            }
            s.query_is("sort=status,-description").await;
            s.columnheader("Status").says("first").await;
            runner.button("Runner").click().await;
            s.query_is("sort=description").await;
        })
        .await;
}

#[tokio::test]
async fn a_column_is_sized_by_its_edge() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.row("#41").is_there().await;
            let width = "document.querySelector('[data-column=tags]').offsetWidth";
            let edge = "document.querySelector('[role=separator][aria-label=\"Width of Tags\"]')";
            assert_eq!(s.script(&format!("{edge}.focus(); return {width}")).await, json!(308));
            s.key(Key::Left).await;
            s.waits_until(&format!("return {width} === 292 && {edge}.ariaValueNow === '292'")).await;
            s.query_is("columns=status,description,tags:292,version,contacted_at").await;
            s.key(Key::Right).await;
            s.key(Key::Right).await;
            s.waits_until(&format!("return {width} === 324")).await;
            s.key(Key::Home).await;
            s.waits_until(&format!("return {width} === 308")).await;
            s.query_is("").await;
            s.separator("Width of Tags").drag(60.0).await;
            s.waits_until(&format!("return {width} === 368")).await;
            s.query_is("columns=status,description,tags:368,version,contacted_at").await;
        })
        .await;
}

#[tokio::test]
async fn other_columns_say_what_they_know() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?columns=description,platform,architecture,locked,maximum_timeout,executor,created_at,status")
                .await;
            let row = s.row("#41");
            row.cell("Platform").says("linux").await;
            row.cell("Architecture").says("arm64").await;
            row.cell("Locked").says("Yes").await;
            row.cell("Executor").says("–").await;
            row.cell("Status").says("Online").await;
            s.row("#42").cell("Platform").says("–").await;
            s.waits_until(
                "const box = document.querySelector('.table-scroll'); return box.scrollWidth > box.clientWidth",
            )
            .await;
        })
        .await;
}

#[tokio::test]
async fn tags_that_do_not_fit_are_behind_one_button_a_row() {
    let mut world = small();
    let tags: Vec<String> = (1..=20).map(|n| format!("tag-number-{n}")).collect();
    world["runners"][0]["tags"] = json!(tags);
    world["runners"][1]["tags"] = json!([tags, vec!["last".to_owned()]].concat());
    in_world(world)
        .tell(async |s| {
            s.connect("glpat-root").await;
            let more = |id: u64| s.row(&format!("#{id}")).cell("Tags").all("button");
            more(41).click().await;
            s.dialog("Tags of #41").says("last").await;
            more(40).click().await;
            s.dialog("Tags of #40").says("tag-number-20").await;
            s.dialog("Tags of #41").is_gone().await;
            s.key(Key::Escape).await;
            s.dialog("Tags of #40").is_gone().await;
            more(40).has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn a_list_is_come_back_to_where_it_was_left_and_another_begins_at_its_first_row() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            scroll(s, 12_000).await;
            s.waits_until(RIGHT).await;
            s.link("Settings").click().await;
            s.heading("Settings").is_there().await;
            s.back().await;
            s.waits_until("return document.querySelector('.table-scroll')?.scrollTop === 12000").await;
            s.waits_until(RIGHT).await;
            s.searchbox("Search").fill("crowd").await;
            s.status_says("Showing 600 of 606 runners").await;
            s.waits_until("return document.querySelector('.table-scroll').scrollTop === 0").await;
            s.link("#1000").is_there().await;
        })
        .await;
}
