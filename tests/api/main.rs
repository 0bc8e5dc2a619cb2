//! The client against the fake GitLab, natively: every call, what it answers and how it is refused.

mod connecting;
mod fake;
mod listing;
mod one_runner;
