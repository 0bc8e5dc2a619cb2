//! Reactive holders: who is connected, where one is, which runners are loaded. No markup.
//!
//! Only here and in the pages is GitLab asked; components get data and callbacks.

pub mod budget;
pub mod connect;
pub mod countdown;
pub mod drafts;
pub mod fleet;
pub mod navigation;
pub mod new_runner;
pub mod place_search;
pub mod removal;
pub mod runner;
pub mod saved_views;
pub mod session;
pub mod toasts;
