//! How bytes travel and how time passes: the browser's fetch, the fake GitLab in tests, the demo's worker.

use std::time::Duration;

use futures::future::LocalBoxFuture;
use http::{Request, Response};

/// No answer came: offline, a wrong address, CORS and a proxy look alike from inside a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreachable {
    /// Whether it was given up after [`TIMEOUT`] without an answer.
    pub timed_out: bool,
}

/// How long a request may go without an answer.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// Carries one request. Dropping the future aborts it.
pub trait Transport {
    /// Sends it and gives the whole answer.
    fn send(&self, request: Request<Vec<u8>>) -> LocalBoxFuture<'_, Result<Response<Vec<u8>>, Unreachable>>;

    /// Waits for somewhere between half of `at_most` and all of it, by chance, so that many clients do not move in step.
    fn pause(&self, at_most: Duration) -> LocalBoxFuture<'_, ()>;
}
