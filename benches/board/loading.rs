//! How long a list takes to arrive: the page beside a bare loop of six parallel fetches of the same pages.

use serde_json::{Value, json};

use super::figures::{compare, head_of_comparison, median, note, number};
use super::gitlab::GitLab;
use super::page::Page;
use super::worlds::{self, TOKEN};

/// The bare loops.
pub const BARE: &str = include_str!("bare.js");

/// What the page did, from the browser's own timeline. It asks for single rows as well, to learn what it may.
const TIMELINE: &str = "
  const lists = performance.getEntriesByType('resource').filter(e => /\\/runners\\/all\\?(.*&)?per_page=100(&|$)/.test(e.name));
  const start = Math.min(...lists.map(e => e.startTime));
  const at = name => performance.getEntriesByName(name)[0].startTime - start;
  return { first: at('runners-first-page'), all: at('runners-in-memory'), requests: lists.length };";

/// Measures with totals told, and without.
pub async fn measure() {
    list("10,000 runners, 50 ms latency, totals told", 10_000, None, 1.15).await;
    list("12,000 runners, 50 ms latency, no totals", 12_000, Some(120), 1.25).await;
}

async fn list(title: &str, runners: usize, pages: Option<usize>, goal: f64) {
    let gitlab = GitLab::start(&worlds::administrator(runners), 50);
    let mut runs: Vec<(Value, Value)> = Vec::new();
    for _ in 0..super::runs() {
        let page = Page::open().await;
        page.connect(&gitlab, "?source=instance").await;
        page.wait_for("runners-in-memory").await;
        let ours = page.run(TIMELINE, vec![]).await;
        page.leave(&gitlab).await;
        let address = format!("{}/api/v4/runners/all?per_page=100", gitlab.url);
        let bare = page.wait(BARE, vec!["list".into(), address.into(), TOKEN.into(), json!(pages)]).await;
        runs.push((ours, bare));
        page.close().await;
    }
    let ours = |name| median(&runs, |(page, _)| number(page, name));
    let bare = |name| median(&runs, |(_, bare)| number(bare, name));
    head_of_comparison(title);
    compare("first rows, beside one request", ours("first"), bare("first"), 1.2);
    compare("all rows, beside the bare loop", ours("all"), bare("all"), goal);
    note("requests for the list", &format!("{:.0}", ours("requests")), &format!("{:.0}", bare("requests")));
}
