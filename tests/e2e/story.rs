//! A story: a GitLab, the site on another origin and a browser, all its own, and what happens in them.

use std::ops::Deref;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, thread};

use fake_gitlab::{Entry, Fake, Fault, Hosted, World};
use futures::FutureExt;
use serde_json::Value;

use super::browser::{Browser, NARROW, WIDE};
use super::console;
use super::page::Page;
use super::poll::until;

/// How a story is set up.
pub struct Setting {
    world: Value,
    base: &'static str,
    size: Option<(u32, u32)>,
}

/// The setting of most stories: a wide window, the site at the root of its origin.
pub fn in_world(world: Value) -> Setting {
    Setting { world, base: "/", size: Some(WIDE) }
}

impl Setting {
    /// The site is served below a path.
    pub fn below(self, base: &'static str) -> Self {
        Self { base, ..self }
    }

    /// The window is as narrow as a phone.
    pub fn on_a_phone(self) -> Self {
        Self { size: Some(NARROW), ..self }
    }

    /// The window can be resized.
    pub fn in_a_window(self) -> Self {
        Self { size: None, ..self }
    }

    /// Tells the story. If it ends badly, a picture of the page is left in `target/e2e/`.
    pub async fn tell(self, plot: impl AsyncFnOnce(&Story)) {
        let world = World::from_json(&self.world.to_string(), now()).unwrap_or_else(|why| panic!("{why}"));
        let gitlab = Fake::start(world).await.unwrap();
        let site = Hosted::start(&folder(), self.base).await.unwrap();
        let browser = Browser::open(self.size).await;
        let page = Page::new(browser.client.clone(), site.url().to_owned());
        let story = Story { page, gitlab };
        let outcome = AssertUnwindSafe(async {
            story.open("").await;
            plot(&story).await;
            console::must_be_clean(&console::take(&story.client).await);
        })
        .catch_unwind()
        .await;
        if outcome.is_err() {
            picture(&story).await;
        }
        browser.close().await;
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }
}

/// What a story has at hand: the page, and the GitLab behind it.
pub struct Story {
    page: Page,
    /// The GitLab.
    pub gitlab: Fake,
}

impl Deref for Story {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Story {
    /// Connects with a token and waits for the bar.
    pub async fn connect(&self, token: &str) {
        self.try_to_connect(token).await;
        self.banner().button("Disconnect").is_there().await;
    }

    /// Fills in the form and sends it.
    pub async fn try_to_connect(&self, token: &str) {
        self.textbox("GitLab URL").fill(self.gitlab.url()).await;
        self.textbox("Personal access token").fill(token).await;
        self.button("Connect").click().await;
    }

    /// The GitLab's host and port.
    pub fn host(&self) -> &str {
        self.gitlab.url().trim_start_matches("http://")
    }

    /// Lets something go wrong, as a JSON object says.
    pub fn fault(&self, fault: Value) {
        self.gitlab.fault(serde_json::from_value::<Fault>(fault).unwrap());
    }

    /// The requests of a method to a path of the API.
    pub fn asked(&self, method: &str, path: &str) -> Vec<Entry> {
        let path = format!("/api/v4/{path}");
        self.gitlab.log().into_iter().filter(|entry| entry.method == method && entry.path == path).collect()
    }

    /// So many requests of a method to a path have arrived.
    pub async fn asked_times(&self, method: &str, path: &str, times: usize) {
        until(&self.client, async || {
            let found = self.asked(method, path).len();
            (found == times)
                .then_some(())
                .ok_or_else(|| format!("{method} {path} was asked {found} times, not {times}"))
        })
        .await;
    }

    /// The bodies of the changes sent to a runner, oldest first.
    pub fn changes_of(&self, id: u64) -> Vec<Value> {
        let body = |entry: Entry| serde_json::from_str(&entry.body).unwrap();
        self.asked("PUT", &format!("runners/{id}")).into_iter().map(body).collect()
    }
}

/// Where the built site is.
fn folder() -> PathBuf {
    let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let folder = env::var_os("RUNNERBOARD_DIST").map_or_else(built, PathBuf::from);
    assert!(folder.join("index.html").is_file(), "There is no site in {}. Build it: make build", folder.display());
    folder
}

/// What the page looked like when the story ended badly.
async fn picture(story: &Story) {
    let Ok(picture) = story.client.screenshot().await else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/e2e");
    let name = thread::current().name().unwrap_or("story").rsplit("::").next().unwrap_or_default().to_owned();
    let file = folder.join(format!("{name}.png"));
    if fs::create_dir_all(&folder).and_then(|()| fs::write(&file, picture)).is_ok() {
        eprintln!("A picture of the page is in {}", file.display());
    }
}

/// The page's clock is the machine's, so the GitLab's is too.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
