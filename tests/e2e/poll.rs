//! The only waiting there is: for something to become true, not for time to pass.

use std::time::{Duration, Instant};

use fantoccini::Client;

/// How long a person would wait before they call it broken. Generous, for busy machines.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often one looks.
const GLANCE: Duration = Duration::from_millis(40);

/// Tries until it works. If it does not, the story ends with the last reason and the text of the page.
pub async fn until<T>(client: &Client, mut attempt: impl AsyncFnMut() -> Result<T, String>) -> T {
    let start = Instant::now();
    loop {
        let reason = match attempt().await {
            Ok(value) => return value,
            Err(reason) => reason,
        };
        if start.elapsed() > PATIENCE {
            let address = client.current_url().await.map(String::from).unwrap_or_default();
            let text = client.execute("return document.body.innerText", Vec::new()).await;
            let text = text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default();
            panic!("{reason}\n\nThe page at {address} says:\n{text}\n");
        }
        tokio::time::sleep(GLANCE).await;
    }
}
