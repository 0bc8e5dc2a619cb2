//! Picking and ordering the columns of the table.

use fantoccini::key::Key;

use super::accessible::{bring_axe, is_accessible};
use crate::story::in_world;
use crate::world::small;

#[tokio::test]
async fn columns_are_picked_and_ordered() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.button("Columns").click().await;
            let menu = s.dialog("Columns");
            menu.checkbox("Runner").is_off("").await;
            menu.checkbox("Runner").is_checked(true).await;
            menu.button("Move Status up").is_off("first").await;
            menu.button("Usual columns").is_off("usual columns").await;
            menu.checkbox("Version").click().await;
            s.query_is("columns=status,description,tags,contacted_at").await;
            menu.checkbox("Version").is_checked(false).await;
            menu.checkbox("Version").has_focus().await;
            menu.checkbox("Platform").click().await;
            menu.checkbox("Platform").is_checked(true).await;
            s.query_is("columns=status,description,tags,contacted_at,platform").await;
            menu.button("Move Tags up").click().await;
            menu.button("Move Tags up").has_focus().await;
            menu.button("Move Tags up").click().await;
            s.query_is("columns=tags,status,description,contacted_at,platform").await;
            menu.button("Move Tags up").is_off("first").await;
            menu.button("Move Status down").click().await;
            s.query_is("columns=tags,description,status,contacted_at,platform").await;
            menu.checkbox("Status").is_checked(true).await;
            s.key(Key::Escape).await;
            menu.is_gone().await;
            s.reload().await;
            s.query_is("columns=tags,description,status,contacted_at,platform").await;
            s.button("Columns").click().await;
            menu.checkbox("Platform").is_checked(true).await;
            menu.checkbox("Version").is_checked(false).await;
            menu.button("Usual columns").click().await;
            s.query_is("").await;
        })
        .await;
}

#[tokio::test]
async fn an_order_that_has_no_head_is_chosen_among_the_columns() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance&sort=-created_at").await;
            s.button("Columns").click().await;
            let menu = s.dialog("Columns");
            menu.combobox("Sort by").has_value("created_at").await;
            menu.button("Sort by: descending").click().await;
            s.query_is("source=instance&sort=created_at").await;
            menu.combobox("Sort by").choose("").await;
            s.query_is("source=instance").await;
            s.runners_are(&[40, 41, 42, 43, 44, 45]).await;
        })
        .await;
}

#[tokio::test]
async fn widths_go_back_to_the_usual_ones() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?columns=description:320,tags:200,id").await;
            s.button("Columns").click().await;
            s.dialog("Columns").button("Usual widths").click().await;
            s.query_is("columns=description,tags,id").await;
            s.dialog("Columns").button("Usual widths").is_off("usual width").await;
            bring_axe(s).await;
            is_accessible(s, "columns").await;
        })
        .await;
}

#[tokio::test]
async fn where_the_line_is_short_a_button_holds_the_tools() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-root").await;
            s.button("View").click().await;
            let view = s.dialog("View");
            view.combobox("Group by").choose("status").await;
            s.query_is("group_by=status").await;
            view.combobox("Auto-refresh").is_there().await;
            view.button("Density").is_there().await;
            view.button("Saved views").is_there().await;
            view.button("Refresh").is_there().await;
            view.button("Columns").click().await;
            s.dialog("Columns").checkbox("Tags").click().await;
            s.query_is("columns=status,description,version,contacted_at&group_by=status").await;
            bring_axe(s).await;
            is_accessible(s, "tools on a phone").await;
            s.key(Key::Escape).await;
            s.dialog("Columns").is_gone().await;
            view.is_there().await;
            s.key(Key::Escape).await;
            view.is_gone().await;
            let over = s.script("return document.documentElement.scrollWidth > innerWidth").await;
            assert_eq!(over, false, "the page is wider than the window");
        })
        .await;
}
