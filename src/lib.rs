//! Runnerboard: a page that manages GitLab CI runners straight through GitLab's Runners API.

pub mod can;
pub mod export;
pub mod fleet;
pub mod form;
pub mod format;
pub mod gitlab;
pub mod install;
pub mod jobs;
pub mod machines;
pub mod route;
pub mod saved_views;
pub mod search;
pub mod sweep;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod panic;
#[cfg(target_arch = "wasm32")]
mod reactive;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
pub use app::start;
