//! A small GitLab with a memory: the server of Runnerboard's development, tests and demo.
//!
//! [`Gitlab`] is pure: a [`World`] and an instant go in, bytes come out. A request passes `gitlab` (the pipeline),
//! `routes` (which call), `auth` (who asks), one file of `handlers` (refusals first, then the answer), and is shown by
//! `entities`; a query goes to `graphql`. What is stored lives in `world`; who may do what, in `policy`. The crate shares no type with the page.
//! With the feature `serve` it is also a program (`serve::cli`), with a control port for tests (`serve::control`).
//!
//! Where it is not GitLab: it throttles nobody (a fault of the control port does), knows no OAuth, job or deploy
//! tokens, no sessions, custom roles, moved projects or teams of several organizations, no limits of plans and no places
//! that forbid new runners; groups and projects have one fixed time of birth, commits and pipelines are made up from the
//! job's number. Every machine that comes through no proxy calls from here. GraphQL knows runners and what
//! leads from them, reads only, and has neither a runner's jobs nor the description of itself.

mod answer;
mod ask;
mod auth;
mod base64;
mod cors;
mod entities;
mod etag;
mod gitlab;
mod graphql;
mod handlers;
mod page;
mod params;
mod place_search;
mod policy;
mod refusal;
mod routes;
mod runner_changes;
mod runner_draft;
mod runner_list;
mod runner_rules;
mod runner_token;
#[cfg(test)]
mod sample;
#[cfg(feature = "serve")]
pub mod serve;
mod status;
mod tags;
mod time;
mod unmodified;
mod version_prefix;
pub mod words;
pub mod world;

pub use gitlab::Gitlab;
#[cfg(feature = "serve")]
pub use serve::{Entry, Fake, Fault, Hosted};
pub use world::{World, WorldError};
