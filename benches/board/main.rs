//! `make bench`: what the page costs in a real browser against the fake GitLab, each figure beside a reference of the
//! same run. Prints tables and fails nothing; `BENCHMARKS.md` says what each figure is.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench stops where something is missing")]

#[path = "../../tests/e2e/browser.rs"]
#[expect(dead_code, reason = "stories also open narrow windows")]
mod browser;
mod details;
#[path = "../../tests/e2e/devtools.rs"]
mod devtools;
mod everything;
mod figures;
mod gitlab;
mod loading;
mod memory;
mod page;
mod table;
mod worlds;

use std::process::Command;

#[tokio::main]
async fn main() {
    // `cargo test --benches` asks for a list; there is nothing to test.
    if std::env::args().any(|arg| arg == "--list" || arg == "--test") {
        return;
    }
    println!("{}; medians of {} runs, each in a new browser", page::machine().await, runs());
    if is_wanted("loading") {
        loading::measure().await;
    }
    if is_wanted("details") {
        details::measure().await;
    }
    if is_wanted("everything") {
        everything::measure().await;
    }
    if is_wanted("table") {
        table::measure().await;
    }
    if is_wanted("size") {
        first_load();
    }
}

/// Whether `BENCH_ONLY`, words with commas between them, has this one; without it everything is wanted.
fn is_wanted(part: &str) -> bool {
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    only.is_empty() || only.split(',').any(|word| word.trim() == part)
}

/// How often each thing is measured: `BENCH_RUNS`, or five times.
fn runs() -> usize {
    std::env::var("BENCH_RUNS").ok().and_then(|runs| runs.parse().ok()).filter(|runs| *runs > 0).unwrap_or(5)
}

/// The last line of what `make size` prints.
fn first_load() {
    let size = Command::new("node").arg("build/size.mjs").current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let text = size.map(|size| String::from_utf8_lossy(&size.stdout).into_owned()).unwrap_or_default();
    println!("\n{} Goal of the first load: ≤ 250 KB brotli.", text.lines().last().unwrap_or("First load: unknown."));
}
