//! Text kept by the browser, for this tab or on this device. Where storage is blocked, nothing is kept and nothing fails.

use web_sys::{Storage, window};

use super::listener::Listener;

/// How long text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Until this tab is closed.
    Tab,
    /// Until it is removed.
    Device,
}

/// The text under `key`.
pub fn get(keep: Keep, key: &str) -> Option<String> {
    storage(keep)?.get_item(key).ok().flatten()
}

/// Keeps `text` under `key`; false where the browser does not keep it.
pub fn set(keep: Keep, key: &str, text: &str) -> bool {
    storage(keep).is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Forgets what is under `key`.
pub fn remove(keep: Keep, key: &str) {
    if let Some(storage) = storage(keep) {
        let _ = storage.remove_item(key);
    }
}

/// Calls whenever another tab changes what is kept on this device.
pub fn on_change(call: impl Fn() + 'static) -> Option<Listener> {
    let window = window()?;
    Some(Listener::new(&window, "storage", move |_| call()))
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = window()?;
    match keep {
        Keep::Tab => window.session_storage(),
        Keep::Device => window.local_storage(),
    }
    .ok()
    .flatten()
}
