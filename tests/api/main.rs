//! The client against the fake GitLab, natively: every call, what it answers and how it is refused.
#![expect(clippy::unwrap_used, reason = "a test stops where something is missing")]

mod connecting;
mod fake;
mod listing;
mod one_runner;
