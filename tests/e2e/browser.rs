//! A browser with a driver and a profile of its own. How it is spoken to, not what is on the page.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use async_lock::{Semaphore, SemaphoreGuard};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

/// More browsers at once are slower on a small machine than one after the other.
static ROOM: Semaphore = Semaphore::new(2);

/// How often a driver is started until it has a port.
const TRIES: usize = 5;

/// A window as large as a laptop's.
pub const WIDE: (u32, u32) = (1280, 900);
/// A window as large as a phone's.
pub const NARROW: (u32, u32) = (375, 812);

/// A browser, until it is closed.
pub struct Browser {
    /// Speaks to it.
    pub client: Client,
    driver: Driver,
    _room: SemaphoreGuard<'static>,
}

impl Browser {
    /// Opens one with a viewport of this size, once there is room for it; with a window that can be resized if there is none.
    pub async fn open(size: Option<(u32, u32)>) -> Self {
        let room = ROOM.acquire().await;
        let driver = Driver::start();
        let args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--force-prefers-reduced-motion",
            "--lang=en",
        ];
        let mut options = json!({ "args": args });
        if let Some((width, height)) = size {
            let metrics = json!({ "width": width, "height": height, "pixelRatio": 1, "touch": false, "mobile": false });
            options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
        }
        let capabilities = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
            "unhandledPromptBehavior": "accept",
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&driver.url)
            .await
            .expect("the driver opens a browser");
        Self { client, driver, _room: room }
    }

    /// Closes it.
    pub async fn close(self) {
        self.client.close().await.expect("the browser closes");
        drop(self.driver);
    }
}

/// The process that drives a browser, ended when it is dropped.
struct Driver {
    process: Child,
    /// Where it and its browser put what they keep.
    folder: PathBuf,
    url: String,
    // It would stop at the first line that nobody takes.
    output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts one on a free port and waits until it listens.
    ///
    /// It takes a port that is free on IPv4 or on IPv6 and ends where the same one is taken on the other, so it may need
    /// another try.
    fn start() -> Self {
        (0..TRIES).find_map(|_| Self::try_start()).expect("the driver listens on a port")
    }

    fn try_start() -> Option<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let program = env::var_os("CHROMEDRIVER").filter(|path| !path.is_empty());
        let program = program.unwrap_or_else(|| "chromedriver".into());
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("runnerboard-e2e-{}-{number}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut command = Command::new(&program);
        command.arg("--port=0").env("TMPDIR", &folder).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process =
            command.spawn().unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let output = BufReader::new(process.stdout.take().unwrap());
        let mut driver = Self { process, folder, url: String::new(), output };
        driver.url = format!("http://127.0.0.1:{}", driver.port()?);
        Some(driver)
    }

    /// The port it says to listen on.
    fn port(&mut self) -> Option<u16> {
        let mut line = String::new();
        while self.output.read_line(&mut line).unwrap() > 0 {
            if let Some((_, port)) = line.split_once("successfully on port ") {
                return port.trim().trim_end_matches('.').parse().ok();
            }
            line.clear();
        }
        None
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, and its browser may still be tidying up.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
