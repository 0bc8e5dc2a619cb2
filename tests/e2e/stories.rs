//! The stories, a file for each thing that people do.

mod accessible;
mod address;
mod conflict;
mod connect;
mod delete;
mod delete_refused;
mod demo;
mod drawer;
mod edit;
mod empty;
mod failure;
mod filter;
mod jobs;
mod keys;
mod loading;
mod narrow;
mod new_runner;
mod new_runner_token;
mod pause;
mod place;
mod reset_token;
mod session;
mod sort;
mod source;
mod theme;
mod unsaved;
