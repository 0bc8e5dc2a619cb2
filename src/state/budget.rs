//! How many requests a minute a sweep may send, kept in this browser: a habit of the person, for any GitLab.

use crate::browser::storage::{self, Keep};
use crate::gitlab::pace;

const KEY: &str = "runnerboard.requests-per-minute";

/// Until somebody chooses otherwise. GitLab.com lets 2,000 a minute pass.
pub const USUAL: usize = pace::BUDGET;

/// The least and the most that can be chosen.
pub const LIMITS: std::ops::RangeInclusive<usize> = 10..=10_000;

/// How many requests a minute there may be.
pub fn kept() -> usize {
    storage::get(Keep::Device, KEY).and_then(|text| parse(&text)).unwrap_or(USUAL)
}

/// Keeps another number.
pub fn keep(requests: usize) {
    if requests == USUAL {
        storage::remove(Keep::Device, KEY);
    } else {
        storage::set(Keep::Device, KEY, &requests.to_string());
    }
}

/// Reads what somebody typed; `None` where it is no number within the limits.
pub fn parse(text: &str) -> Option<usize> {
    text.trim().parse().ok().filter(|requests| LIMITS.contains(requests))
}
