//! One page in a new browser: opened, connected, asked by scripts.

use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};

use super::browser::{Browser, WIDE};
use super::devtools::DevTools;
use super::gitlab::GitLab;
use super::worlds::TOKEN;

/// Longest that a script may take: a busy machine loads 100,000 rows slowly.
const PATIENCE: Duration = Duration::from_mins(5);

/// Runs in every document before its own scripts.
const EARLY: &str = include_str!("early.js");

/// Waits for a mark of the page.
const MARK: &str = "
  const [name, done] = arguments;
  new PerformanceObserver((list, self) => {
    if (list.getEntriesByName(name).length) { self.disconnect(); done(); }
  }).observe({ type: 'mark', buffered: true });";

/// A page, until it is closed.
pub struct Page {
    browser: Browser,
}

impl Page {
    /// A new browser with an empty profile: no cache, no preflight remembered, no code compiled before.
    pub async fn open() -> Self {
        Self::open_sized(WIDE).await
    }

    /// The same with a window of this size.
    pub async fn open_sized(size: (u32, u32)) -> Self {
        let page = Self { browser: Browser::open(Some(size)).await };
        let timeouts = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        page.browser.client.update_timeouts(timeouts).await.unwrap();
        page.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": EARLY })).await;
        page
    }

    /// Opens Runnerboard at this query, connected as the world's one user.
    pub async fn connect(&self, gitlab: &GitLab, query: &str) {
        self.browser.client.goto(&gitlab.site).await.unwrap();
        let kept = json!({ "instance": gitlab.url, "token": TOKEN }).to_string();
        self.run("sessionStorage.setItem('runnerboard.session', arguments[0])", vec![kept.into()]).await;
        self.browser.client.goto(&format!("{}/{query}", gitlab.site)).await.unwrap();
    }

    /// Waits until the page has set this mark.
    pub async fn wait_for(&self, mark: &str) {
        self.wait(MARK, vec![mark.into()]).await;
    }

    /// Leaves for an empty page of the same origin, where nothing else goes on.
    pub async fn leave(&self, gitlab: &GitLab) {
        self.browser.client.goto(&format!("{}/nothing-is-here", gitlab.site)).await.unwrap();
        self.run("document.body.replaceChildren()", vec![]).await;
    }

    /// What a script returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.client.execute(script, arguments).await.unwrap()
    }

    /// What a script gives to its last argument, a function.
    pub async fn wait(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.browser.client.execute_async(script, arguments).await.unwrap();
        assert!(answer["error"].is_null(), "a script in the page says: {}", answer["error"]);
        answer
    }

    /// What the browser's developer tools answer to a command.
    pub async fn tell(&self, command: &'static str, params: Value) -> Value {
        self.browser.client.issue_cmd(DevTools { command, params }).await.unwrap()
    }

    /// Closes its browser.
    pub async fn close(self) {
        self.browser.close().await;
    }
}

/// The day, the browser and the machine.
pub async fn machine() -> String {
    let page = Page::open().await;
    let day = page.run("return new Date().toISOString().slice(0, 10)", vec![]).await;
    let version = page.tell("Browser.getVersion", json!({})).await;
    page.close().await;
    let processors = std::thread::available_parallelism().map_or(0, usize::from);
    let day = day.as_str().unwrap_or_default();
    let browser = version["product"].as_str().unwrap_or("a browser").trim_start_matches("Headless");
    format!("{day}, {}, {processors} processors", browser.replace('/', " "))
}
