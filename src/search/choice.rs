//! The filters that are one of several values: their words on the page and in a search.

use super::{RunnerSearch, Source};
use crate::gitlab::term::{RunnerStatus, RunnerType};

/// Yes and no, by the words of the address.
const YES_NO: &[(&str, &str)] = &[("true", "Yes"), ("false", "No")];

/// A filter that is one of several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Online, offline, stale, never contacted.
    Status,
    /// Instance, group, project.
    Type,
    /// Whether it takes no new jobs.
    Paused,
    /// Whether it stays with its projects.
    Locked,
    /// Whether it takes jobs of protected refs only.
    Protected,
    /// Whether it takes jobs without tags.
    RunUntagged,
    /// Whether it runs jobs now.
    Activity,
    /// Whether it ever ran a job.
    Jobs,
    /// The operating system of the manager seen last.
    Platform,
    /// The processor of the manager seen last.
    Architecture,
    /// Through what the user sees it.
    Through,
}

impl Choice {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Status,
        Self::Type,
        Self::Paused,
        Self::Locked,
        Self::Protected,
        Self::RunUntagged,
        Self::Activity,
        Self::Jobs,
        Self::Platform,
        Self::Architecture,
        Self::Through,
    ];

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Status => "Status",
            Self::Type => "Type",
            Self::Paused => "Paused",
            Self::Locked => "Locked",
            Self::Protected => "Protected",
            Self::RunUntagged => "Runs untagged jobs",
            Self::Activity => "Activity",
            Self::Jobs => "Jobs",
            Self::Platform => "Platform",
            Self::Architecture => "Architecture",
            Self::Through => "Available through",
        }
    }

    /// The values it always offers, each with its label. The others offer what is loaded.
    pub fn values(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Status => RunnerStatus::ALL.iter().map(|status| (status.as_str(), status.label())).collect(),
            Self::Type => RunnerType::ALL.iter().map(|kind| (kind.as_str(), kind.label())).collect(),
            Self::Paused | Self::Locked | Self::Protected | Self::RunUntagged => YES_NO.to_vec(),
            Self::Activity => vec![("true", "Running jobs"), ("false", "Idle")],
            Self::Jobs => vec![("true", "Never ran a job"), ("false", "Ran jobs")],
            Self::Platform | Self::Architecture | Self::Through => Vec::new(),
        }
    }

    /// The label of any value.
    pub fn label_of(self, value: &str) -> String {
        if let Some((_, label)) = self.values().iter().find(|(known, _)| *known == value) {
            return (*label).to_owned();
        }
        match value.split_once(':') {
            Some(("group", path)) if self == Self::Through => format!("Group {path}"),
            Some(("project", path)) if self == Self::Through => format!("Project {path}"),
            None if self == Self::Through => Source::Instance.label().to_owned(),
            _ => value.to_owned(),
        }
    }

    /// Its value in a search; empty while it filters nothing.
    pub fn read(self, search: &RunnerSearch) -> String {
        let flag = |on: Option<bool>| on.map(|on| on.to_string());
        let value = match self {
            Self::Status => search.status.as_ref().map(ToString::to_string),
            Self::Type => search.runner_type.as_ref().map(ToString::to_string),
            Self::Paused => flag(search.paused),
            Self::Locked => flag(search.locked),
            Self::Protected => flag(search.protected),
            Self::RunUntagged => flag(search.run_untagged),
            Self::Activity => flag(search.busy),
            Self::Jobs => flag(search.never_ran),
            Self::Platform => search.platform.clone(),
            Self::Architecture => search.architecture.clone(),
            Self::Through => search.through.as_ref().map(ToString::to_string),
        };
        value.unwrap_or_default()
    }

    /// The search with another value of it; an empty one filters nothing.
    #[must_use]
    pub fn write(self, mut search: RunnerSearch, value: &str) -> RunnerSearch {
        let flag = value.parse().ok();
        let word = (!value.is_empty()).then(|| value.to_owned());
        match self {
            Self::Status => search.status = RunnerStatus::known(value),
            Self::Type => search.runner_type = RunnerType::known(value),
            Self::Paused => search.paused = flag,
            Self::Locked => search.locked = flag,
            Self::Protected => search.protected = flag,
            Self::RunUntagged => search.run_untagged = flag,
            Self::Activity => search.busy = flag,
            Self::Jobs => search.never_ran = flag,
            Self::Platform => search.platform = word,
            Self::Architecture => search.architecture = word,
            Self::Through => search.through = Source::parse(value),
        }
        search
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn what_is_written_is_read_and_nothing_else_changes() {
        let before = Route::parse("q=gpu&tag=linux&sort=-id").0.search;
        for choice in Choice::ALL {
            let value = match choice {
                Choice::Platform => "linux",
                Choice::Architecture => "amd64",
                Choice::Through => "group:acme/web",
                _ => choice.values()[0].0,
            };
            let with = choice.write(before.clone(), value);
            assert_eq!(choice.read(&with), value);
            assert!(Choice::ALL.iter().all(|other| *other == choice || other.read(&with).is_empty()), "{choice:?}");
            assert_eq!(choice.write(with, ""), before);
        }
    }

    #[test]
    fn a_way_is_said_in_words() {
        for (value, label) in
            [("instance", "Instance"), ("group:acme/web", "Group acme/web"), ("project:7", "Project 7")]
        {
            assert_eq!(Choice::Through.label_of(value), label);
        }
        assert_eq!(Choice::Platform.label_of("a:b"), "a:b");
        assert_eq!(Choice::Status.label_of("never_contacted"), "Never contacted");
    }
}
