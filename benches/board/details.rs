//! How long the details of 25 rows on screen take: by GraphQL beside one question, by REST beside a bare loop.

use serde_json::{Value, json};

use super::figures::{compare, head_of_comparison, median, note, number};
use super::gitlab::GitLab;
use super::loading::BARE;
use super::page::Page;
use super::worlds::{self, TOKEN};

const ROWS: usize = 25;

/// So high that all the rows are on screen.
const TALL: (u32, u32) = (1280, 1800);

/// Waits for the frame in which no row waits for its details, and gives how long after the first page of the list the
/// last of them was answered, and painted.
///
/// A question of no runner only learns what GitLab can, while the first page is on its way.
const TIMELINE: &str = "
  const [rows, pattern, done] = arguments;
  const table = () => document.querySelector('table, [role=grid]');
  const questions = () => bench.questions.filter(one => /Ci::Runner.[1-9]/.test(one.body));
  const asked = () => {
    const from = Math.min(...questions().map(one => one.at)) - 1;
    const all = performance.getEntriesByType('resource').filter(e => new RegExp(pattern).test(e.name));
    return pattern.includes('graphql') ? all.filter(e => e.startTime >= from) : all;
  };
  const report = painted => {
    const requests = asked(), start = performance.getEntriesByName('runners-first-page').at(-1).startTime;
    const answered = Math.max(...requests.map(e => e.responseEnd)) - start;
    const [longest] = questions().map(one => one.body).sort((a, b) => b.length - a.length);
    done({ answered, painted: painted - start, requests: requests.length, question: longest ?? null,
      addresses: requests.map(e => e.name) });
  };
  const patience = performance.now() + 20000;
  const look = () => {
    const shown = table()?.querySelectorAll('[aria-rowindex]').length ?? 0;
    const waits = () => [...table().querySelectorAll('[data-waiting], .skeleton')].some(bar => bar.checkVisibility());
    const complete = shown > rows && asked().length > 0 && !waits();
    if (!complete && performance.now() < patience) return requestAnimationFrame(look);
    if (!complete) return done({ requests: 0 });
    const after = new MessageChannel();
    after.port1.onmessage = () => report(performance.now());
    after.port2.postMessage(0);
  };
  requestAnimationFrame(look);";

const GRAPHQL: &str = "/api/graphql$";
const REST: &str = "/api/v4/runners/\\d+(\\?|$)";

/// Measures both ways.
pub async fn measure() {
    head_of_comparison("Details of the 25 rows on screen, 50 ms latency");
    by("GraphQL", &worlds::administrator(ROWS), GRAPHQL).await;
    by("REST", &worlds::without_graphql(ROWS), REST).await;
}

async fn by(way: &str, world: &Value, pattern: &str) {
    let gitlab = GitLab::start(world, 50);
    let mut runs: Vec<(Value, Value)> = Vec::new();
    for _ in 0..super::runs() {
        let page = Page::open_sized(TALL).await;
        page.connect(&gitlab, "?source=instance").await;
        let ours = page.wait(TIMELINE, vec![json!(ROWS), pattern.into()]).await;
        if number(&ours, "requests") > 0.0 {
            page.leave(&gitlab).await;
            let reference = match ours["question"].as_str() {
                Some(question) if pattern == GRAPHQL => {
                    vec!["ask".into(), gitlab.url.clone().into(), TOKEN.into(), question.into()]
                }
                _ => vec!["time".into(), ours["addresses"].clone(), TOKEN.into()],
            };
            let bare = page.wait(BARE, reference).await;
            runs.push((ours, bare));
        }
        page.close().await;
    }
    if runs.is_empty() {
        return note(&format!("by {way}"), "not asked", "");
    }
    let ours = |name| median(&runs, |(page, _)| number(page, name));
    let bare = median(&runs, |(_, bare)| number(bare, "all"));
    compare(&format!("by {way}: answered"), ours("answered"), bare, 1.2);
    compare(&format!("by {way}: painted"), ours("painted"), bare, 1.2);
    let one = if pattern == GRAPHQL { "1" } else { "as many" };
    note(&format!("by {way}: requests"), &format!("{:.0}", ours("requests")), one);
    if pattern == GRAPHQL {
        let again = median(&runs, |(_, bare)| number(bare, "again"));
        note("the same question asked again, without a preflight", "", &format!("{again:.0} ms"));
    }
}
