//! The list is read again by itself, and nothing that somebody is doing is disturbed.

use serde_json::json;

use crate::story::{Story, in_world};
use crate::world::{crowded, small};

/// Puts the page's clock on, as if so many seconds had passed.
pub(super) async fn pass(s: &Story, seconds: u32) {
    s.script(&format!("const now = Date.now; Date.now = () => now.call(Date) + {seconds} * 1000")).await;
}

/// Another tab lies over the page, or does not any more.
async fn hide(s: &Story, hidden: bool) {
    s.script(&format!(
        "Object.defineProperty(document, 'hidden', {{ value: {hidden}, configurable: true }});
         document.dispatchEvent(new Event('visibilitychange'))"
    ))
    .await;
}

#[tokio::test]
async fn a_change_is_picked_up_and_nothing_else_moves() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.combobox("Auto-refresh").choose("30 s").await;
            s.checkbox("Select #44").click().await;
            s.link("#41").click().await;
            let drawer = s.dialog("Runner #41");
            drawer.button("Edit").click().await;
            drawer.textbox("Maintenance note").fill("Rack 4").await;
            s.gitlab.clear_log();
            s.gitlab.world(|world| world.runners.get_mut(&40).unwrap().description = Some("moved".to_owned()));
            pass(s, 31).await;
            s.row("#40 moved").is_there().await;
            s.checkbox("Select #44").is_checked(true).await;
            drawer.textbox("Maintenance note").has_value("Rack 4").await;
            drawer.textbox("Maintenance note").has_focus().await;
            s.asked_times("GET", "runners/all", 1).await;
        })
        .await;
}

#[tokio::test]
async fn the_list_stays_scrolled_where_it_was() {
    in_world(crowded(600))
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.status_says("Showing 606 of 606 runners").await;
            s.combobox("Auto-refresh").choose("30 s").await;
            s.script("document.querySelector('.table-scroll').scrollTop = 12011").await;
            s.row("#1250").is_there().await;
            s.gitlab.world(|world| world.runners.get_mut(&1250).unwrap().description = Some("moved".to_owned()));
            pass(s, 31).await;
            s.row("#1250 moved").is_there().await;
            assert_eq!(s.script("return document.querySelector('.table-scroll').scrollTop").await, json!(12_011));
        })
        .await;
}

#[tokio::test]
async fn an_unseen_page_waits_until_it_is_seen() {
    in_world(small())
        .tell(async |s| {
            s.connect("glpat-root").await;
            s.open("?source=instance").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.combobox("Auto-refresh").choose("5 min").await;
            s.reload().await;
            s.combobox("Auto-refresh").has_value("5 min").await;
            s.status_says("Showing 6 of 6 runners").await;
            s.gitlab.clear_log();
            hide(s, true).await;
            pass(s, 301).await;
            // It looks at the clock whenever it is hidden or seen.
            hide(s, true).await;
            s.asked_times("GET", "runners/all", 0).await;
            hide(s, false).await;
            s.asked_times("GET", "runners/all", 1).await;
            s.combobox("Auto-refresh").choose("").await;
            let kept = s.script("return sessionStorage.getItem('runnerboard.auto_refresh')").await;
            assert_eq!(kept, json!(""));
        })
        .await;
}
