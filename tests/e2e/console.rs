//! What the browser wrote to its console: complaints about the page's policy, crashes, secrets.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Takes the messages so far.
#[derive(Debug)]
struct TakeLog;

impl WebDriverCompatibleCommand for TakeLog {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

/// One message.
#[derive(Debug)]
pub struct Message {
    /// Whether it is an error.
    is_error: bool,
    text: String,
}

/// The messages since they were last taken.
pub async fn take(client: &Client) -> Vec<Message> {
    let log = client.issue_cmd(TakeLog).await.expect("the driver gives the console's messages");
    let message = |entry: &Value| {
        Some(Message { is_error: entry["level"] == "SEVERE", text: entry["message"].as_str()?.to_owned() })
    };
    log.as_array().into_iter().flatten().filter_map(message).collect()
}

/// Ends a story in which the page crashed, broke its own policy or told a secret.
pub fn must_be_clean(messages: &[Message]) {
    // That the browser got an answer it does not like is often what a story is about.
    let is_answer = |text: &str| text.contains("Failed to load resource") || text.contains("blocked by CORS policy");
    let errors: Vec<_> = messages.iter().filter(|message| message.is_error && !is_answer(&message.text)).collect();
    assert!(errors.is_empty(), "The browser's console says:\n{errors:#?}");
    assert!(!messages.iter().any(|message| message.text.contains("glpat-")), "A token is in the browser's console.");
}
