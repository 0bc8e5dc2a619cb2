//! On a phone: everything is there, behind a few buttons, and nothing is wider than the page.

use fantoccini::key::Key;
use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::small;

/// Nothing can be pushed sideways.
async fn fits(s: &Story) {
    let over = s.script("return document.documentElement.scrollWidth > innerWidth").await;
    assert_eq!(over, json!(false), "the page is wider than the window");
}

#[tokio::test]
async fn the_menu_holds_views_user_theme_and_the_way_out() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            fits(s).await;
            s.try_to_connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            fits(s).await;
            s.link("Settings").is_gone().await;
            s.button("Menu").click().await;
            s.key(Key::Escape).await;
            s.link("Settings").is_gone().await;
            s.button("Menu").has_focus().await;
            s.button("Menu").click().await;
            s.link("Settings").is_there().await;
            s.row("#41").cell("Tags").click().await;
            s.link("Settings").is_gone().await;
            s.button("Menu").click().await;
            s.banner().says("Mira Novak").await;
            s.banner().says(s.host()).await;
            s.button("Theme").is_there().await;
            s.link("Settings").click().await;
            s.heading("Settings").is_there().await;
            fits(s).await;
            s.button("Menu").click().await;
            s.button("Disconnect").click().await;
            s.heading("Connect to GitLab").is_there().await;
        })
        .await;
}

#[tokio::test]
async fn a_row_whose_menu_was_open_comes_back_with_it_closed() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-root").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.button("Menu").click().await;
            s.link("Settings").click().await;
            s.heading("Settings").is_there().await;
            s.back().await;
            s.button("Actions for #41").click().await;
            s.menuitem("Edit #41").is_there().await;
            s.script("history.forward()").await;
            s.heading("Settings").is_there().await;
            s.back().await;
            s.row("#41").is_there().await;
            s.menuitem("Edit #41").is_gone().await;
            s.waits_until("return !document.querySelector('tbody [aria-expanded=true]')").await;
            s.button("Actions for #41").click().await;
            s.menuitem("Edit #41").click().await;
            s.query_is("runner=41&tab=edit").await;
        })
        .await;
}

#[tokio::test]
async fn the_filters_open_from_a_button() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.combobox("Status").is_gone().await;
            s.searchbox("Search").is_there().await;
            s.button("Filters").click().await;
            let sheet = s.dialog("Filters");
            sheet.combobox("Status").choose("online").await;
            sheet.button("Show runners").click().await;
            sheet.is_gone().await;
            s.runners_are(&[40, 41, 45]).await;
            s.query_is("status=online").await;
        })
        .await;
}

#[tokio::test]
async fn the_actions_of_a_row_are_in_a_menu() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.button("Actions for #41").click().await;
            s.menuitem("Pause #41").click().await;
            s.status_says("Runner #41 paused").await;
            s.button("Actions for #41").click().await;
            s.menuitem("Edit #41").click().await;
            s.textbox("Description").has_value("gpu-1").await;
            fits(s).await;
        })
        .await;
}

#[tokio::test]
async fn the_drawer_fills_the_page_and_closes_to_the_list() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.says("Rack 3").await;
            fits(s).await;
            drawer.tab("Managers").click().await;
            drawer.item("s_1f0c").is_there().await;
            fits(s).await;
            drawer.button("Close").click().await;
            drawer.is_gone().await;
            s.link("#41").has_focus().await;
        })
        .await;
}

#[tokio::test]
async fn the_order_is_chosen_where_there_are_no_heads() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.button("View").click().await;
            s.combobox("Sort by").choose("type").await;
            s.combobox("Then by").choose("id").await;
            s.button("Then by: ascending").click().await;
            s.button("Then by: descending").is_there().await;
            s.query_is("sort=type,-id").await;
            s.runners_are(&[40, 45, 42, 44, 43, 41]).await;
            fits(s).await;
        })
        .await;
}

#[tokio::test]
async fn with_rows_selected_the_tools_are_still_there() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-mira").await;
            s.link("#41").press(fantoccini::key::Key::Escape).await;
            s.keys("x").await;
            s.region("Runner list").says("1 selected").await;
            s.button("Clear selection").is_there().await;
            s.button("View").click().await;
            s.button("Export").is_there().await;
            fits(s).await;
        })
        .await;
}

#[tokio::test]
async fn a_window_that_gets_another_size_takes_open_layers_along_or_closes_them() {
    in_world(small())
        .in_a_window()
        .tell(async |s| {
            s.connect("glpat-root").await;
            for (from, to, button) in
                [(1024, 1280, "View"), (1280, 375, "More filters"), (1280, 768, "More filters"), (375, 1280, "Filters")]
            {
                s.resize(from, 900).await;
                s.open("?source=instance").await;
                s.row("#41").is_there().await;
                s.button(button).click().await;
                s.dialog(button).is_there().await;
                s.resize(to, 900).await;
                s.dialog(button).is_gone().await;
                s.searchbox("Search").fill("gpu").await;
                s.runners_are(&[41]).await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_chosen_source_is_in_sight() {
    in_world(small())
        .on_a_phone()
        .tell(async |s| {
            s.try_to_connect("glpat-root").await;
            s.row("#41").is_there().await;
            s.open("?source=project:acme/app").await;
            s.row("#41").is_there().await;
            s.waits_until(
                "const tab = document.querySelector('[role=tab][aria-selected=true]').getBoundingClientRect();
                 const tabs = document.querySelector('[role=tablist]').getBoundingClientRect();
                 return tab.left >= tabs.left && tab.right <= tabs.right",
            )
            .await;
        })
        .await;
}
