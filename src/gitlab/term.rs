//! GitLab's closed words as enums. A word we do not know is kept as it came, so that a newer GitLab is never refused.

use std::fmt;

use serde::{Deserialize, Deserializer};

/// Declares an enum of GitLab's words: each variant with the word of the API and the word on the page.
macro_rules! term {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$note])* $variant,)+
            /// A word this version of the page does not know, kept as GitLab sent it.
            Other(String),
        }

        impl $name {
            /// Every word we know, in the order in which it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the API.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }

            /// The word on the page.
            pub fn label(&self) -> &str {
                match self {
                    $(Self::$variant => $label,)+
                    Self::Other(word) => word,
                }
            }

            /// The word if we know it. Total parsing is `From<&str>`.
            pub fn known(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::known(word).unwrap_or_else(|| Self::Other(word.to_owned()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(Self::from(String::deserialize(deserializer)?.as_str()))
            }
        }
    };
}

term! {
    /// Who may use a runner (`app/models/ci/runner.rb`, `runner_type`).
    RunnerType {
        /// Every project of the instance.
        Instance = "instance_type", "Instance";
        /// Every project of one group and its subgroups.
        Group = "group_type", "Group";
        /// The projects it is assigned to.
        Project = "project_type", "Project";
    }
}

term! {
    /// When a runner last reached GitLab. Being paused is not part of it: see `Runner::is_paused`.
    RunnerStatus {
        /// Within the last two hours.
        Online = "online", "Online";
        /// Between two hours and seven days ago.
        Offline = "offline", "Offline";
        /// More than seven days ago, or made that long ago and never seen.
        Stale = "stale", "Stale";
        /// Never, and made less than seven days ago.
        NeverContacted = "never_contacted", "Never contacted";
    }
}

term! {
    /// Whether a runner is running jobs just now.
    JobExecutionStatus {
        /// At least one job runs.
        Active = "active", "Active";
        /// No job runs.
        Idle = "idle", "Idle";
    }
}

term! {
    /// Which refs a runner takes jobs from (`access_level`, "Protected").
    AccessLevel {
        /// Any branch and tag.
        NotProtected = "not_protected", "No";
        /// Only protected branches and tags.
        RefProtected = "ref_protected", "Yes";
    }
}

term! {
    /// Where a job stands (`app/models/concerns/ci/has_status.rb`).
    JobStatus {
        /// Runs now.
        Running = "running", "Running";
        /// Waits for a runner.
        Pending = "pending", "Pending";
        /// Ended well.
        Success = "success", "Passed";
        /// Ended badly.
        Failed = "failed", "Failed";
        /// Was stopped.
        Canceled = "canceled", "Canceled";
        /// Is being stopped.
        Canceling = "canceling", "Canceling";
        /// Was not needed.
        Skipped = "skipped", "Skipped";
        /// Waits for a person.
        Manual = "manual", "Manual";
        /// Waits for a time.
        Scheduled = "scheduled", "Scheduled";
        /// Waits for its turn.
        Created = "created", "Created";
        /// Waits for a resource group.
        WaitingForResource = "waiting_for_resource", "Waiting for resource";
        /// Gets ready.
        Preparing = "preparing", "Preparing";
        /// Waits for another system.
        WaitingForCallback = "waiting_for_callback", "Waiting for callback";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_word_reads_back() {
        for kind in RunnerType::ALL {
            assert_eq!(RunnerType::from(kind.as_str()), *kind);
        }
        for status in JobStatus::ALL {
            assert_eq!(JobStatus::known(status.as_str()).as_ref(), Some(status));
        }
    }

    #[test]
    fn an_unknown_word_is_kept() {
        let status: RunnerStatus = serde_json::from_str("\"resting\"").unwrap();
        assert_eq!(status, RunnerStatus::Other("resting".to_owned()));
        assert_eq!(status.label(), "resting");
    }
}
