//! One call a file: refusals first, in GitLab's order, then the answer.

pub mod create_runner;
pub mod get_metadata;
pub mod get_user;
pub mod groups;
pub mod machines;
pub mod projects;
pub mod runners;
pub mod tokens;
