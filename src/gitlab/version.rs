//! Which GitLab this is (`GET /version`), and what that means for our words.

use serde::Deserialize;

/// The answer of `GET /version`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Version {
    /// Such as `18.9.0-ee` or `17.5.1-pre`.
    #[serde(default)]
    pub version: String,
    /// The commit it was built from.
    #[serde(default)]
    pub revision: String,
    /// Whether it is an Enterprise Edition.
    #[serde(default)]
    pub enterprise: Option<bool>,
}

impl Version {
    /// Major and minor number; what cannot be read counts as today's.
    pub fn numbers(&self) -> (u32, u32) {
        let mut parts = self.version.split('.').map(|part| {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            part[..digits].parse().ok()
        });
        match (parts.next().flatten(), parts.next().flatten()) {
            (Some(major), minor) => (major, minor.unwrap_or(0)),
            _ => (u32::MAX, 0),
        }
    }

    /// `paused` came with 14.8; before it there was only `active`.
    pub fn knows_paused(&self) -> bool {
        self.numbers() >= (14, 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version { version: text.to_owned(), ..Version::default() }
    }

    #[test]
    fn reads_every_kind_of_version() {
        for (text, numbers) in [
            ("18.9.0-ee", (18, 9)),
            ("17.5.1~pre.88", (17, 5)),
            ("15", (15, 0)),
            ("19.0-pre", (19, 0)),
            ("", (u32::MAX, 0)),
            ("main", (u32::MAX, 0)),
        ] {
            assert_eq!(version(text).numbers(), numbers, "{text}");
        }
    }

    #[test]
    fn paused_is_known_since_14_8() {
        assert!(!version("14.7.9").knows_paused());
        assert!(version("14.8.0").knows_paused() && version("19.0.1-ee").knows_paused());
    }
}
