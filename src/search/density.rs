//! How much room a row takes.

use serde::{Deserialize, Serialize};

/// How high rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Two lines a row.
    #[default]
    Comfortable,
    /// One line a row.
    Compact,
}

impl Density {
    /// Its word, in files and in what is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }

    /// Reads its word.
    pub fn known(word: &str) -> Option<Self> {
        [Self::Comfortable, Self::Compact].into_iter().find(|known| known.as_str() == word)
    }
}
