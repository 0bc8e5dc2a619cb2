//! What GitLab is to us: its words, its answers, its calls, and the one client that sends them.
//!
//! Nothing in here knows a browser: bytes come and go through a [`transport::Transport`].

pub mod access_token;
pub mod client;
pub mod endpoint;
pub mod error;
pub mod graphql;
pub mod group;
pub mod id_or_path;
pub mod instance;
pub mod job;
mod json_path;
pub mod new_runner;
pub mod note;
pub mod pace;
pub mod page;
pub mod project;
pub mod registration;
pub mod runner;
pub mod runner_changes;
pub mod runner_facts;
pub mod runner_manager;
pub mod term;
pub mod timestamp;
pub mod token;
pub mod transport;
pub mod user;
pub mod version;
