//! How long Everything takes: the page beside a bare loop of the very requests that it made, and what they added.

use std::collections::HashSet;

use serde_json::Value;

use super::figures::{compare, head_of_comparison, median, note, number};
use super::gitlab::GitLab;
use super::loading::BARE;
use super::page::Page;
use super::worlds::{self, TOKEN};

/// What the page asked for its list, in order, and when all had come.
const TIMELINE: &str = "
  const paths = /\\/api\\/v4\\/(runners|runners\\/all|groups|projects|(groups|projects)\\/[^/?]+\\/runners)\\?(.*&)?per_page=100(&|$)/;
  const mark = performance.getEntriesByName('runners-in-memory')[0].startTime;
  const asked = performance.getEntriesByType('resource').filter(e => paths.test(e.name) && e.startTime < mark);
  const start = Math.min(...asked.map(e => e.startTime));
  const count = document.querySelector('table, [role=grid]')?.getAttribute('aria-rowcount');
  return { all: mark - start, addresses: asked.map(e => e.name), rows: count - 1 };";

/// Measures a maintainer of 60 groups and 500 projects.
pub async fn measure() {
    let gitlab = GitLab::start(&worlds::maintainer(3_000), 50);
    let mut runs: Vec<(Value, Value)> = Vec::new();
    for _ in 0..super::runs() {
        let page = Page::open().await;
        page.connect(&gitlab, "?source=everything").await;
        page.wait_for("runners-in-memory").await;
        let ours = page.run(TIMELINE, vec![]).await;
        page.leave(&gitlab).await;
        let bare = page.wait(BARE, vec!["time".into(), ours["addresses"].clone(), TOKEN.into()]).await;
        runs.push((ours, bare));
        page.close().await;
    }
    head_of_comparison("Everything over 500 projects and 60 groups, 50 ms latency");
    let ours = median(&runs, |(page, _)| number(page, "all"));
    let bare = median(&runs, |(_, bare)| number(bare, "all"));
    compare("all rows, beside the bare loop", ours, bare, 1.15);
    let (page, bare) = &runs[0];
    let asked = addresses(page);
    let (idle, rows) = idle(&asked, &bare["answers"]);
    note("rows", &page["rows"].to_string(), &rows.to_string());
    note("requests", &asked.len().to_string(), &asked.len().to_string());
    note("requests that added nothing (goal 0)", &idle.len().to_string(), "");
    for address in idle {
        println!("  added nothing: {}", address.trim_start_matches(&gitlab.url));
    }
}

fn addresses(page: &Value) -> Vec<&str> {
    page["addresses"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The requests whose answers had nothing that those before had not, and how many runners all had together.
fn idle<'a>(asked: &[&'a str], answers: &Value) -> (Vec<&'a str>, usize) {
    let mut seen: HashSet<(&str, u64)> = HashSet::new();
    let kind = |address: &str| {
        let path = address.split('?').next().unwrap_or_default();
        ["/groups", "/projects"].into_iter().find(|list| path.ends_with(list)).unwrap_or("/runners")
    };
    let added_nothing = |(address, answer): (&&'a str, &Value)| {
        let ids = answer.as_array().into_iter().flatten().filter_map(|item| item["id"].as_u64());
        let new = ids.filter(|id| seen.insert((kind(address), *id))).count();
        (new == 0).then_some(*address)
    };
    let idle = asked.iter().zip(answers.as_array().into_iter().flatten()).filter_map(added_nothing).collect();
    (idle, seen.iter().filter(|(kind, _)| *kind == "/runners").count())
}
