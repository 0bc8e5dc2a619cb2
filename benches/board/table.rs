//! What the table costs with 10,000 and 100,000 rows in memory, beside one written by hand.

use std::time::Duration;

use serde_json::{Value, json};

use super::figures::{head, line, median, number, numbers, percentile, verdict};
use super::gitlab::GitLab;
use super::memory::Memory;
use super::page::Page;
use super::worlds::{self, TOKEN};

/// Works the table as a person does.
const PROBE: &str = include_str!("probe.js");

/// Puts the reference in the place of an empty page and fills it.
const BY_HAND: &str = "
  const [html, address, token, pages, done] = arguments;
  document.open(); document.write(html); document.close();
  load(address, token, pages).then(done, error => done({ error: String(error) }));";

/// What a page prepares after its first paint is prepared by then.
const REST: Duration = Duration::from_millis(2_500);

/// A figure of the table.
struct Figure {
    name: &'static str,
    unit: &'static str,
    goal: Option<f64>,
    of: fn(&Run) -> f64,
}

/// The figures, in the order printed.
const FIGURES: [Figure; 15] = [
    Figure { name: "in memory → first frame with rows", unit: "ms", goal: Some(60.0), of: |run| p(&run.open, 50) },
    Figure { name: "keystroke → paint, p50", unit: "ms", goal: Some(16.0), of: |run| p(&run.typed, 50) },
    Figure { name: "keystroke → paint, p95", unit: "ms", goal: Some(32.0), of: |run| p(&run.typed, 95) },
    Figure { name: "sort, p50 of the slowest column", unit: "ms", goal: Some(60.0), of: |run| run.slowest_column() },
    Figure { name: "sort, slowest of all presses", unit: "ms", goal: None, of: |run| p(&run.presses(), 100) },
    Figure { name: "scroll in 200 steps, frames p95", unit: "ms", goal: Some(20.0), of: |run| p(&run.frames, 95) },
    Figure { name: "scroll, frames over 50 ms", unit: "", goal: Some(0.0), of: Run::slow_frames },
    Figure { name: "scroll, blank rows", unit: "", goal: Some(0.0), of: |run| run.blank },
    Figure {
        name: "wasm + JS heap, loaded",
        unit: "MB",
        goal: Some(50.0),
        of: |run| run.loaded.wasm + run.loaded.heap,
    },
    Figure {
        name: "wasm + JS heap, after all of this",
        unit: "MB",
        goal: Some(50.0),
        of: |run| run.used.wasm + run.used.heap,
    },
    Figure { name: "of it wasm", unit: "MB", goal: None, of: |run| run.used.wasm },
    Figure { name: "renderer, loaded, PSS", unit: "MB", goal: Some(130.0), of: |run| run.loaded.pss },
    Figure { name: "renderer, loaded, private", unit: "MB", goal: None, of: |run| run.loaded.private },
    Figure { name: "renderer, loaded, RSS", unit: "MB", goal: None, of: |run| run.loaded.rss },
    Figure { name: "renderer, after all of this, PSS", unit: "MB", goal: Some(130.0), of: |run| run.used.pss },
];

/// Rows may become ten times as many, and no figure more than ten times as large.
const GROWTH: f64 = 10.0;

/// What one run gave.
struct Run {
    open: Vec<f64>,
    typed: Vec<f64>,
    columns: Vec<(String, Vec<f64>)>,
    frames: Vec<f64>,
    blank: f64,
    loaded: Memory,
    used: Memory,
}

impl Run {
    /// Works the table that is open and full.
    async fn of(page: &Page) -> Self {
        tokio::time::sleep(REST).await;
        let loaded = Memory::of(page).await;
        let typed = probe(page, "type").await;
        let sorted = probe(page, "sort").await;
        let scrolled = probe(page, "scroll").await;
        // Last, because coming back may ask GitLab again for what is shown.
        let open = probe(page, "open").await;
        let used = Memory::of(page).await;
        let column =
            |column: &Value| (column["name"].as_str().unwrap_or_default().to_owned(), numbers(column, "samples"));
        Self {
            open: numbers(&open, "samples"),
            typed: numbers(&typed, "samples"),
            columns: sorted["columns"].as_array().into_iter().flatten().map(column).collect(),
            frames: numbers(&scrolled, "samples"),
            blank: number(&scrolled, "blank"),
            loaded,
            used,
        }
    }

    fn slowest_column(&self) -> f64 {
        self.columns.iter().map(|(_, samples)| p(samples, 50)).fold(0.0, f64::max)
    }

    fn presses(&self) -> Vec<f64> {
        self.columns.iter().flat_map(|(_, samples)| samples).copied().collect()
    }

    /// A whole number that is small.
    fn slow_frames(&self) -> f64 {
        self.frames.iter().filter(|frame| **frame > 50.0).fold(0.0, |frames, _| frames + 1.0)
    }
}

/// Measures both sizes and the reference.
pub async fn measure() {
    let gitlab = GitLab::start(&worlds::administrator(10_000), 0);
    let small = ours(&gitlab).await;
    drop(gitlab);
    let gitlab = GitLab::start(&worlds::administrator(100_000), 0);
    let (mut large, mut by_hand) = (Vec::new(), Vec::new());
    for _ in 0..super::runs() {
        large.push(one(&gitlab).await);
        by_hand.push(one_by_hand(&gitlab, 1_000).await);
    }
    head("The table, 100,000 rows in memory", &["", "10,000", "100,000", "growth", "by hand", "goal", ""]);
    for figure in &FIGURES {
        let of = |runs: &[Run]| median(runs, figure.of);
        print(figure, of(&small), of(&large), of(&by_hand));
    }
    for (runs, whose) in [(&large, "the page"), (&by_hand, "by hand")] {
        let columns = runs[0].columns.iter().map(|(name, _)| format!("{name} {:.0}", column(runs, name)));
        println!("  sort by column, p50 in ms, {whose}: {}", columns.collect::<Vec<_>>().join(" · "));
    }
    let page = Page::open().await;
    page.leave(&gitlab).await;
    let empty = Memory::of(&page).await;
    page.close().await;
    println!("  renderer of an empty page: PSS {:.0} MB, RSS {:.0} MB", empty.pss, empty.rss);
}

async fn ours(gitlab: &GitLab) -> Vec<Run> {
    let mut runs = Vec::new();
    for _ in 0..super::runs() {
        runs.push(one(gitlab).await);
    }
    runs
}

async fn one(gitlab: &GitLab) -> Run {
    let page = Page::open().await;
    page.connect(gitlab, "?source=instance").await;
    page.wait_for("runners-in-memory").await;
    let run = Run::of(&page).await;
    page.close().await;
    run
}

async fn one_by_hand(gitlab: &GitLab, pages: usize) -> Run {
    let page = Page::open().await;
    page.leave(gitlab).await;
    let address = format!("{}/api/v4/runners/all?per_page=100", gitlab.url);
    let arguments = vec![include_str!("by_hand.html").into(), address.into(), TOKEN.into(), json!(pages)];
    let rows = page.wait(BY_HAND, arguments).await;
    assert_eq!(rows, json!(pages * 100), "the page by hand has not loaded");
    let run = Run::of(&page).await;
    page.close().await;
    run
}

async fn probe(page: &Page, work: &str) -> Value {
    page.wait(PROBE, vec![work.into()]).await
}

fn print(figure: &Figure, small: f64, large: f64, by_hand: f64) {
    let digits = usize::from(!figure.unit.is_empty());
    let with_unit = |value: f64| format!("{value:.digits$} {}", figure.unit).trim_end().to_owned();
    let growth = if small > 0.0 { large / small } else { 0.0 };
    line(&[
        figure.name,
        &with_unit(small),
        &with_unit(large),
        &if growth == 0.0 { "–".to_owned() } else { format!("{growth:.1}×") },
        &with_unit(by_hand),
        &figure.goal.map(|goal| format!("≤ {goal:.0} {}", figure.unit).trim_end().to_owned()).unwrap_or_default(),
        match figure.goal {
            _ if growth > GROWTH => "grew > 10×",
            Some(goal) => verdict(large <= goal),
            None => "",
        },
    ]);
}

fn column(runs: &[Run], name: &str) -> f64 {
    let of = |run: &Run| run.columns.iter().find(|(other, _)| other == name).map_or(0.0, |(_, samples)| p(samples, 50));
    median(runs, of)
}

fn p(samples: &[f64], percent: usize) -> f64 {
    percentile(samples, percent)
}
