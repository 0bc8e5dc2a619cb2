//! A fake GitLab in a process of its own, with so many runners and so much latency, and the site beside it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use super::browser::Browser;

/// A GitLab, ended when it is dropped.
pub struct GitLab {
    process: Child,
    /// Where it is.
    pub url: String,
    /// Where the page is.
    pub site: String,
}

impl GitLab {
    /// Starts one; `make bench` says which program in `FAKE_GITLAB`.
    pub fn start(runners: usize, latency: u32) -> Self {
        let world = json!({
            "users": [{ "id": 1, "username": "root", "name": "Administrator", "admin": true }],
            "tokens": [{ "token": "glpat-root", "user": "root" }],
            "generate": { "seed": 1, "groups": 40, "projects": 500, "runners": runners, "jobs": 0 },
        });
        let path = std::env::temp_dir().join(format!("runnerboard-bench-{}-{runners}.json", std::process::id()));
        std::fs::File::create(&path).unwrap().write_all(world.to_string().as_bytes()).unwrap();
        let program = std::env::var("FAKE_GITLAB").expect("FAKE_GITLAB names the program; `make bench` sets it");
        let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");
        let mut process = Command::new(program)
            .args(["--port", "0", "--site", dist, "--site-port", "0", "--latency", &latency.to_string(), "--world"])
            .arg(&path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the fake GitLab starts");
        let (mut url, mut site) = (String::new(), String::new());
        for line in BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap) {
            if let Some(address) = line.strip_prefix("site on ") {
                address.trim_end_matches('/').clone_into(&mut site);
            }
            if let Some(address) = line.strip_prefix("listening on ") {
                address.clone_into(&mut url);
                break;
            }
        }
        std::fs::remove_file(path).unwrap();
        Self { process, url, site }
    }

    /// Opens the page connected, and waits until all runners are in memory.
    pub async fn connect(&self, browser: &Browser, runners: usize) {
        let kept = json!({ "instance": self.url, "token": "glpat-root" }).to_string();
        browser.client.goto(&self.site).await.unwrap();
        let keep = "sessionStorage.setItem('runnerboard.session', arguments[0])";
        browser.client.execute(keep, vec![kept.into()]).await.unwrap();
        browser.client.goto(&format!("{}/?source=instance", self.site)).await.unwrap();
        let deadline = Instant::now() + Duration::from_mins(3);
        let done = "return performance.getEntriesByName('runners-in-memory').length";
        while browser.client.execute(done, vec![]).await.unwrap() != 1 {
            assert!(Instant::now() < deadline, "{runners} runners are not in memory after three minutes");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

impl Drop for GitLab {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
