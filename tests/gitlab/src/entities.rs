//! What GitLab shows of what it stores (`lib/api/entities`), by version and by who looks. They never change anything.

pub mod access_token;
pub mod group;
pub mod job;
pub mod project;
pub mod runner;
pub mod runner_manager;
pub mod runner_secret;
pub mod user;
