//! What was asked, and with which status it was answered.

use std::collections::{BTreeMap, VecDeque};

use axum::http::Request;
use serde::Serialize;

/// The log forgets the oldest beyond this many.
const LENGTH: usize = 10_000;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its method.
    pub method: String,
    /// Its path, as it was sent.
    pub path: String,
    /// Its query, as it was sent.
    pub query: String,
    /// Its headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// Its body as text.
    pub body: String,
    /// The status of the answer; none if there is none yet, or never was.
    pub status: Option<u16>,
    #[serde(skip)]
    number: u64,
}

/// The requests so far.
#[derive(Debug, Default)]
pub struct Log {
    entries: VecDeque<Entry>,
    count: u64,
}

impl Log {
    /// Notes a request, and gives the number to note its answer by.
    pub fn ask(&mut self, request: &Request<Vec<u8>>) -> u64 {
        self.count += 1;
        if self.entries.len() == LENGTH {
            self.entries.pop_front();
        }
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let headers = request.headers().iter().map(|(name, value)| (name.to_string(), text(value.as_bytes())));
        self.entries.push_back(Entry {
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            headers: headers.collect(),
            body: text(request.body()),
            status: None,
            number: self.count,
        });
        self.count
    }

    /// Notes the status of an answer.
    pub fn answer(&mut self, number: u64, status: u16) {
        if let Some(entry) = self.entries.iter_mut().rev().find(|entry| entry.number == number) {
            entry.status = Some(status);
        }
    }

    /// The requests, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Forgets them.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}
