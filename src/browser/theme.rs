//! The theme: what the person chose, kept on the device and told to the style sheet.

use web_sys::window;

use super::storage::{self, Keep};

/// Light, dark, or what the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

const KEY: &str = "theme";

impl Theme {
    /// All, in the order of a switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word for the style sheet and the storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What was chosen on this device.
    pub fn load() -> Self {
        let kept = storage::get(Keep::Device, KEY);
        Self::ALL.into_iter().find(|theme| kept.as_deref() == Some(theme.as_str())).unwrap_or_default()
    }

    /// Keeps the choice on this device.
    pub fn store(self) {
        if self == Self::System {
            storage::remove(Keep::Device, KEY);
        } else {
            storage::set(Keep::Device, KEY, self.as_str());
        }
    }

    /// Shows the page in it.
    pub fn apply(self) {
        let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
        if let Some(root) = root {
            let _ = match self {
                Self::System => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", self.as_str()),
            };
        }
    }
}
