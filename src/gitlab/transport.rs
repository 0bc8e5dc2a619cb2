//! How bytes travel and how time passes: the browser's fetch, the fake GitLab in tests, the demo's worker.

use std::time::Duration;

use futures::future::LocalBoxFuture;
use http::{Request, Response};

mod freshness;

pub use freshness::Freshness;

/// No answer came: offline, a wrong address, CORS and a proxy look alike from inside a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreachable {
    /// Whether it was given up after [`TIMEOUT`] without an answer.
    pub timed_out: bool,
}

/// The names of the headers we use. They are made at compile time: reading names at run time would bring a table of all of
/// HTTP's into the first load.
pub mod header {
    use http::HeaderName;

    /// The token goes here.
    pub static PRIVATE_TOKEN: HeaderName = HeaderName::from_static("private-token");
    /// Do it only if nobody changed the thing after this.
    pub static IF_UNMODIFIED_SINCE: HeaderName = HeaderName::from_static("if-unmodified-since");
    /// The next page's number, empty on the last.
    pub static NEXT_PAGE: HeaderName = HeaderName::from_static("x-next-page");
    /// Addresses of other pages.
    pub static LINK: HeaderName = HeaderName::from_static("link");
    /// How many items there are on all pages.
    pub static TOTAL: HeaderName = HeaderName::from_static("x-total");
    /// How many items a page has.
    pub static PER_PAGE: HeaderName = HeaderName::from_static("x-per-page");
    /// Those of an answer that anyone here reads. A transport need not carry others over.
    pub static READ: [&HeaderName; 4] = [&NEXT_PAGE, &LINK, &TOTAL, &PER_PAGE];
}

/// Goes with a request that only reads, though its method does not say so.
#[derive(Clone, Copy, Debug)]
pub struct OnlyReads;

/// How long a request may go without an answer.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// Carries one request. Dropping the future aborts it.
pub trait Transport {
    /// Sends it and gives the whole answer.
    fn send(&self, request: Request<Vec<u8>>) -> LocalBoxFuture<'_, Result<Response<Vec<u8>>, Unreachable>>;

    /// Waits that long. Time is part of the transport, so that tests need none.
    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()>;

    /// Milliseconds since some moment. They only grow.
    fn now(&self) -> i64;
}
