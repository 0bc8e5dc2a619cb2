//! A fake in the process of a test: an address to ask, and a hand on everything behind it.

use std::io;
use std::time::Duration;

use tokio::task::JoinHandle;

use super::clock::Clock;
use super::fault::Fault;
use super::http;
use super::log::Entry;
use super::stage::{Shared, Stage};
use crate::time;
use crate::world::World;
use crate::world::runner::Runner;

/// A GitLab on a port of its own, until it is dropped. Its clock stands still at the world's start.
pub struct Fake {
    shared: Shared,
    url: String,
    port: JoinHandle<io::Result<()>>,
}

impl Fake {
    /// Starts one with a world.
    ///
    /// # Errors
    /// If there is no port to be had.
    pub async fn start(world: World) -> io::Result<Self> {
        let clock = Clock::Stopped { at: world.start };
        let shared = Shared::new(Stage::new(world, clock, 0));
        let listener = http::bind(0).await?;
        let url = http::url(&listener)?;
        let port = tokio::spawn(http::serve(listener, http::gitlab(shared.clone(), Duration::ZERO)));
        Ok(Self { shared, url, port })
    }

    /// Its address, without a slash at the end; the world's relative root comes after it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Lets something go wrong.
    pub fn fault(&self, fault: Fault) {
        self.shared.lock().faults.push(fault);
    }

    /// Lets nothing go wrong any more, and lets go on what hangs.
    pub fn heal(&self) {
        self.shared.lock().faults.clear();
        self.shared.released.notify_waiters();
    }

    /// The requests so far, oldest first.
    pub fn log(&self) -> Vec<Entry> {
        self.shared.lock().log.entries().cloned().collect()
    }

    /// Forgets the requests so far.
    pub fn clear_log(&self) {
        self.shared.lock().log.clear();
    }

    /// A runner as it is stored.
    pub fn runner(&self, id: u64) -> Option<Runner> {
        self.shared.lock().gitlab.world.runners.get(&id).cloned()
    }

    /// Looks at the world, or changes it behind everyone's back.
    pub fn world<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        act(&mut self.shared.lock().gitlab.world)
    }

    /// Moves the clock on.
    pub fn advance(&self, seconds: i64) {
        self.shared.lock().clock.advance(seconds * time::SECOND);
    }

    /// Goes back to the beginning.
    pub fn reset(&self) {
        self.shared.lock().reset();
        self.shared.released.notify_waiters();
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.port.abort();
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    use super::*;
    use crate::sample;

    /// Asks a fake over a socket of its own; the whole answer as text, empty if there was none.
    async fn get(fake: &Fake, path: &str) -> String {
        let mut stream = TcpStream::connect(fake.url().strip_prefix("http://").unwrap()).await.unwrap();
        let request = format!(
            "GET /api/v4/{path} HTTP/1.1\r\nhost: gl.test\r\nprivate-token: glpat-mira\r\nconnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        // A cut connection may end in an error instead of an end.
        let _ = stream.read_to_string(&mut answer).await;
        answer
    }

    #[tokio::test]
    async fn a_request_travels_and_is_logged() {
        let fake = Fake::start(sample::world()).await.unwrap();
        let answer = get(&fake, "runners/41?x=1").await;
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("\"description\":\"build-hall-3\""),
            "{answer}"
        );
        let [entry] = fake.log().try_into().unwrap();
        assert_eq!(
            (entry.method.as_str(), entry.path.as_str(), entry.query.as_str()),
            ("GET", "/api/v4/runners/41", "x=1")
        );
        assert_eq!((entry.headers["private-token"].as_str(), entry.status), ("glpat-mira", Some(200)));
    }

    #[tokio::test]
    async fn a_cut_connection_brings_not_a_byte() {
        let fake = Fake::start(sample::world()).await.unwrap();
        fake.fault(Fault { cut: true, times: Some(1), ..Fault::default() });
        assert_eq!(get(&fake, "version").await, "");
        assert_eq!(fake.log()[0].status, None);
        assert!(get(&fake, "version").await.starts_with("HTTP/1.1 200"));
    }

    #[tokio::test]
    async fn what_hangs_goes_on_when_the_fault_is_taken_away() {
        let fake = Fake::start(sample::world()).await.unwrap();
        fake.fault(Fault { hang: true, times: Some(1), ..Fault::default() });
        let (answer, ()) = tokio::join!(get(&fake, "version"), async {
            while fake.log().is_empty() {
                tokio::task::yield_now().await;
            }
            assert!(get(&fake, "user").await.starts_with("HTTP/1.1 200"));
            fake.heal();
        });
        assert!(answer.starts_with("HTTP/1.1 200"));
    }

    #[tokio::test]
    async fn the_world_and_the_clock_are_at_hand() {
        let fake = Fake::start(sample::world()).await.unwrap();
        fake.world(|world| world.runners.get_mut(&41).unwrap().paused = true);
        assert!(fake.runner(41).unwrap().paused);
        fake.advance(3 * 60 * 60);
        assert!(get(&fake, "runners/41").await.contains("\"online\":false"));
        fake.reset();
        fake.clear_log();
        assert!(!fake.runner(41).unwrap().paused && fake.log().is_empty());
    }
}
