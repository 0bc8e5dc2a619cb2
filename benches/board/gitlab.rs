//! A fake GitLab in a process of its own, with a world and a latency, and the site beside it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// A GitLab, ended when it is dropped.
pub struct GitLab {
    process: Child,
    /// Where it is.
    pub url: String,
    /// Where the page is.
    pub site: String,
}

impl GitLab {
    /// Starts one, each answer late by so many milliseconds; `make bench` says which program in `FAKE_GITLAB`.
    pub fn start(world: &Value, latency: u32) -> Self {
        let path = std::env::temp_dir().join(format!("runnerboard-bench-{}.json", std::process::id()));
        std::fs::File::create(&path).unwrap().write_all(world.to_string().as_bytes()).unwrap();
        let program = std::env::var("FAKE_GITLAB").expect("FAKE_GITLAB names the program; `make bench` sets it");
        let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");
        let dist = std::env::var("RUNNERBOARD_DIST").unwrap_or_else(|_| dist.to_owned());
        let mut process = Command::new(program)
            .args(["--port", "0", "--site", &dist, "--site-port", "0", "--latency", &latency.to_string(), "--world"])
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
        assert!(!url.is_empty() && !site.is_empty(), "the fake GitLab does not say where it is");
        Self { process, url, site }
    }
}

impl Drop for GitLab {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
