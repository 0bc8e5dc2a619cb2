//! The page in its window: address, history, reload, keys, and what the browser keeps for it.

use std::ops::Deref;

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::devtools::DevTools;
use super::find::Place;
use super::poll::until;

/// A page of the site.
pub struct Page {
    place: Place,
    /// Where the site is, with a slash at the end.
    site: String,
}

impl Deref for Page {
    type Target = Place;

    fn deref(&self) -> &Place {
        &self.place
    }
}

impl Page {
    /// The page in a browser's window.
    pub fn new(client: Client, site: String) -> Self {
        Self { place: Place::page(client), site }
    }

    /// Where the site is, with a slash at the end.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// Goes to an address of the site: a query, or nothing.
    pub async fn open(&self, query: &str) {
        self.client.goto(&format!("{}{query}", self.site)).await.unwrap();
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.client.refresh().await.unwrap();
    }

    /// One step back in the window's history.
    pub async fn back(&self) {
        self.client.back().await.unwrap();
    }

    /// One step forward.
    pub async fn forward(&self) {
        self.client.forward().await.unwrap();
    }

    /// Opens another tab and goes on there.
    pub async fn new_tab(&self) {
        let tab = self.client.new_window(true).await.unwrap();
        self.client.switch_to_window(tab.handle).await.unwrap();
    }

    /// Presses a key, wherever the focus is.
    pub async fn key(&self, key: Key) {
        self.keys(&char::from(key).to_string()).await;
    }

    /// Types, wherever the focus is.
    pub async fn keys(&self, text: &str) {
        let press = |value| [KeyAction::Down { value }, KeyAction::Up { value }];
        let keys = text.chars().flat_map(press);
        let keys = keys.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(keys).await.unwrap();
    }

    /// The query of the address is this.
    pub async fn query_is(&self, query: &str) {
        until(&self.client, async || {
            let found = self.query().await;
            (found == query).then_some(()).ok_or_else(|| format!("The address should say “{query}”, not “{found}”"))
        })
        .await;
    }

    /// The query of the address, decoded, without the question mark.
    pub async fn query(&self) -> String {
        let query = self.script("return decodeURIComponent(location.search.slice(1))").await;
        query.as_str().unwrap_or_default().to_owned()
    }

    /// A status says this.
    pub async fn status_says(&self, text: &str) {
        self.all("status").one_says(text).await;
    }

    /// An alert says this.
    pub async fn alert_says(&self, text: &str) {
        self.all("alert").one_says(text).await;
    }

    /// The runners shown have these numbers, in this order.
    pub async fn runners_are(&self, ids: &[u64]) {
        let links = self.table("Runners").all("link");
        until(&self.client, async || {
            let found = links.looks().await?.into_iter().filter_map(|look| id(&look.name)).collect::<Vec<_>>();
            (found == ids).then_some(()).ok_or_else(|| format!("The runners should be {ids:?}, not {found:?}"))
        })
        .await;
    }

    /// A script in the page gives true.
    pub async fn waits_until(&self, script: &str) {
        until(&self.client, async || {
            (self.script(script).await == true)
                .then_some(())
                .ok_or_else(|| format!("This should become true: {script}"))
        })
        .await;
    }

    /// The system prefers dark pages, or light ones.
    pub async fn prefers_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        let command = DevTools { command: "Emulation.setEmulatedMedia", params: json!({ "features": features }) };
        self.client.issue_cmd(command).await.unwrap();
    }

    /// The window gets another size, as when somebody turns a tablet.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }
}

/// `#41 build-hall` is 41.
fn id(name: &str) -> Option<u64> {
    name.strip_prefix('#')?.split(' ').next()?.parse().ok()
}
