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

/// Something that one GitLab has and another has not.
#[derive(Debug, PartialEq, Eq)]
pub struct Lack {
    /// What it is, in a few words.
    pub what: &'static str,
    /// What is used in its place, in a sentence.
    pub instead: &'static str,
    had: Had,
}

impl Lack {
    /// Which versions have it, in words.
    pub fn versions(&self) -> String {
        match self.had {
            Had::Since((major, minor)) => format!("GitLab {major}.{minor} and newer have it"),
            Had::Before((major, minor)) => format!("GitLab before {major}.{minor} had it"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Had {
    Since((u32, u32)),
    Before((u32, u32)),
}

const PAUSED: (u32, u32) = (14, 8);
const VERSION_PREFIX: (u32, u32) = (16, 0);
const CREATING: (u32, u32) = (16, 0);
const MANAGERS: (u32, u32) = (17, 0);
const ACTIVITY: (u32, u32) = (19, 0);

/// Oldest first.
static LACKS: [Lack; 9] = [
    Lack {
        what: "The word paused",
        instead: "Pausing is sent in the older word, active, which means the opposite.",
        had: Had::Since(PAUSED),
    },
    Lack {
        what: "What a token may do",
        instead: "Everything is offered and tried; GitLab refuses what the token may not.",
        had: Had::Since((15, 5)),
    },
    Lack { what: "Maintenance notes", instead: "Nothing: the field is left out.", had: Had::Since((16, 0)) },
    Lack {
        what: "Filter by version",
        instead: "The version a runner had at its last contact is compared here.",
        had: Had::Since(VERSION_PREFIX),
    },
    Lack {
        what: "Creating runners",
        instead: "A registration token, under Tokens, registers them.",
        had: Had::Since(CREATING),
    },
    Lack {
        what: "Runner managers",
        instead: "The runner's own version, platform and IP address, as of its last contact.",
        had: Had::Since(MANAGERS),
    },
    Lack {
        what: "Projects of a runner",
        instead: "The projects that the runner's details list.",
        had: Had::Since((19, 0)),
    },
    Lack {
        what: "Activity and creator",
        instead: "Running jobs tell that a runner is busy; from 17 on GraphQL tells activity and age with its details. Who created it is left out.",
        had: Had::Since(ACTIVITY),
    },
    Lack { what: "Runner IP address", instead: "The IP addresses of its managers.", had: Had::Before((17, 0)) },
];

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

    /// Whether GitLab says it.
    pub fn is_known(&self) -> bool {
        self.numbers().0 != u32::MAX
    }

    /// `paused` came with 14.8; before it there was only `active`.
    pub fn knows_paused(&self) -> bool {
        self.numbers() >= PAUSED
    }

    /// `version_prefix` came with 16; before it GitLab passed it over, and all runners came.
    pub fn knows_version_prefix(&self) -> bool {
        self.numbers() >= VERSION_PREFIX
    }

    /// `POST /user/runners` came with 16; before it a registration token registered runners.
    pub fn knows_creating(&self) -> bool {
        self.numbers() >= CREATING
    }

    /// Since 19 lists tell whether a runner is busy and when it was created; from 17 on GraphQL does.
    pub fn leaves_activity_to_graphql(&self) -> bool {
        (MANAGERS..ACTIVITY).contains(&self.numbers())
    }

    /// Whether it is older than those this page is made for.
    pub fn is_old(&self) -> bool {
        self.numbers() < (16, 0)
    }

    /// What it does not have of what this page uses, and what is used in its place.
    pub fn lacks(&self) -> Vec<&'static Lack> {
        let is_lacking = |lack: &&Lack| match lack.had {
            Had::Since(numbers) => self.numbers() < numbers,
            Had::Before(numbers) => self.is_known() && self.numbers() >= numbers,
        };
        LACKS.iter().filter(is_lacking).collect()
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
    fn what_is_missing_depends_on_the_version() {
        let lacks = |text: &str| version(text).lacks().iter().map(|lack| lack.what).collect::<Vec<_>>();
        let newest = ["Runner IP address"];
        let of_18 = ["Projects of a runner", "Activity and creator", "Runner IP address"];
        let of_16 = ["Runner managers", "Projects of a runner", "Activity and creator"];
        assert_eq!(lacks("19.0.1-ee"), newest);
        assert_eq!(lacks("17.5.0"), of_18);
        assert_eq!(lacks("16.11.2"), of_16);
        assert_eq!(
            lacks("15.11.0"),
            [["Maintenance notes", "Filter by version", "Creating runners"].as_slice(), of_16.as_slice()].concat()
        );
        assert_eq!(lacks("14.7.9").len(), LACKS.len() - 1);
        assert!(lacks("").is_empty() && lacks("main").is_empty(), "an unknown version counts as today's");
    }

    #[test]
    fn each_lack_says_who_has_it() {
        let old = version("14.0");
        let said: Vec<_> = old.lacks().iter().map(|lack| lack.versions()).collect();
        assert_eq!(said[0], "GitLab 14.8 and newer have it");
        assert_eq!(version("19.0").lacks()[0].versions(), "GitLab before 17.0 had it");
        assert!(LACKS.iter().all(|lack| lack.instead.ends_with('.')));
    }

    #[test]
    fn activity_is_left_to_graphql_by_two_versions() {
        let left = |text: &str| version(text).leaves_activity_to_graphql();
        assert!(left("17.0.0") && left("18.11.2-ee"));
        assert!(!left("16.11.10") && !left("19.0.0") && !left("main"));
    }

    #[test]
    fn paused_is_known_since_14_8() {
        assert!(!version("14.7.9").knows_paused());
        assert!(version("14.8.0").knows_paused() && version("19.0.1-ee").knows_paused());
    }
}
