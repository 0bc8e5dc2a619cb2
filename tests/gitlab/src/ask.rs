//! One request on its way through the pipeline. It does not know which handler it goes to.

use http::request::Parts;
use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;

use crate::auth::Caller;
use crate::params::Params;
use crate::refusal::Refusal;

/// A request to the API, read and authenticated.
#[derive(Clone, Debug)]
pub struct Ask {
    /// `GET` for `HEAD` too.
    pub method: Method,
    /// The instance's own address, relative root included: `http://127.0.0.1:8080/gitlab`.
    pub base: String,
    /// The path below the relative root, still encoded.
    pub path: String,
    /// What came with it.
    pub headers: HeaderMap,
    /// Path, query and body.
    pub params: Params,
    /// Who asks.
    pub caller: Option<Caller>,
    /// When.
    pub now: i64,
}

impl Ask {
    /// Who asks, or the refusal of strangers.
    pub fn caller(&self) -> Result<&Caller, Refusal> {
        self.caller.as_ref().ok_or_else(Refusal::unauthorized)
    }

    /// A header as text; one that is no text is none.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The address that was asked, without its query.
    pub fn url(&self) -> String {
        format!("{}{}", self.base, self.path)
    }
}

/// The scheme and host a request was sent to, as the request itself tells them.
pub fn origin_of(parts: &Parts) -> String {
    let host = match (parts.uri.authority(), parts.headers.get(http::header::HOST)) {
        (Some(authority), _) => authority.as_str(),
        (None, Some(host)) => host.to_str().unwrap_or("127.0.0.1"),
        (None, None) => "127.0.0.1",
    };
    format!("{}://{host}", parts.uri.scheme_str().unwrap_or("http"))
}

/// The decoded segments of a path.
pub fn segments(path: &str) -> Vec<String> {
    let decode = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().into_owned();
    path.split('/').filter(|segment| !segment.is_empty()).map(decode).collect()
}
