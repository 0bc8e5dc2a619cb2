//! The maintenance note of a runner, from whichever word this GitLab has for it, or that it has none.

use serde::{Deserialize, Deserializer};

/// A note for the keepers of a runner. Its older word is `maintainer_note`; GitLab before 16 may have neither.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Note {
    /// This GitLab tells no notes.
    #[default]
    Untold,
    /// What it says; `None` also when one may not read it.
    Told(Option<String>),
}

impl Note {
    /// What it says.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Untold => None,
            Self::Told(text) => text.as_deref(),
        }
    }

    /// Whether this GitLab knows notes.
    pub fn is_told(&self) -> bool {
        *self != Self::Untold
    }
}

impl<'de> Deserialize<'de> for Note {
    /// From the keys of a runner.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let keys = Keys::deserialize(deserializer)?;
        Ok(keys.maintenance_note.or(keys.maintainer_note).map_or(Self::Untold, |text| Self::Told(text.0)))
    }
}

#[derive(Deserialize)]
struct Keys {
    #[serde(default, deserialize_with = "told")]
    maintenance_note: Option<Text>,
    #[serde(default, deserialize_with = "told")]
    maintainer_note: Option<Text>,
}

#[derive(Deserialize)]
struct Text(Option<String>);

/// A key that is there with `null` is there.
fn told<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Text>, D::Error> {
    Text::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_words_are_understood_and_their_absence() {
        let told = |text: &str| Note::Told(Some(text.to_owned()));
        for (json, note) in [
            (r#"{"maintenance_note":"a"}"#, told("a")),
            (r#"{"maintainer_note":"b"}"#, told("b")),
            (r#"{"maintainer_note":"b","maintenance_note":"a"}"#, told("a")),
            (r#"{"maintenance_note":null}"#, Note::Told(None)),
            ("{}", Note::Untold),
        ] {
            assert_eq!(serde_json::from_str::<Note>(json).unwrap(), note, "{json}");
        }
    }
}
