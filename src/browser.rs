//! The browser, as the rest of the page knows it: the only code that names `web-sys` or `gloo`.
//!
//! Small functions and handles, no state and no views. A handle stops what it stands for when it is dropped.

pub mod act;
pub mod beside;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod dialog;
pub mod download;
pub mod fetch;
pub mod focus;
pub mod history;
pub mod keys;
pub mod links;
pub mod listener;
pub mod media;
pub mod order;
pub mod performance;
pub mod place;
pub mod sight;
pub mod sprite;
pub mod stamp;
pub mod storage;
pub mod text;
pub mod theme;
pub mod timers;
pub mod tips;
pub mod upload;
pub mod worker;
