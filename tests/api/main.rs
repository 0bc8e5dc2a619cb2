//! The client against the fake GitLab, natively: every call, what it answers and how it is refused.
#![expect(clippy::unwrap_used, reason = "a test stops where something is missing")]

mod assigning;
mod connecting;
mod creating;
mod deleting;
mod fake;
mod graphql;
mod listing;
mod old_servers;
mod one_runner;
mod refused;
mod registering;
mod runner_tokens;
mod scopes;
mod sweeping;
