//! `make bench`: what the page costs in a real browser, against the fake GitLab. Prints figures and fails nothing.
//!
//! The machine may be busy: figures of one run compare with each other, not with those of another.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench stops where something is missing")]

#[path = "../../tests/e2e/browser.rs"]
#[expect(dead_code, reason = "stories also open narrow windows")]
mod browser;
mod gitlab;
mod loading;
mod table;

use browser::{Browser, WIDE};
use gitlab::GitLab;

#[tokio::main]
async fn main() {
    // `cargo test --benches` asks for a list; there is nothing to test.
    if std::env::args().any(|arg| arg == "--list" || arg == "--test") {
        return;
    }
    println!("10,000 runners, 50 ms latency");
    let gitlab = GitLab::start(10_000, 50);
    let browser = Browser::open(WIDE).await;
    loading::measure(&browser, &gitlab).await;
    table::measure(&browser, "10,000 rows").await;
    browser.close().await;
    drop(gitlab);

    let gitlab = GitLab::start(100_000, 0);
    let browser = Browser::open(WIDE).await;
    gitlab.connect(&browser, 100_000).await;
    table::measure(&browser, "100,000 rows").await;
    browser.close().await;
}

/// The value below which so many percent of the samples lie.
fn percentile(samples: &mut [f64], percent: usize) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[(samples.len() - 1) * percent / 100]
}
