//! What is looked for among the runners: whose, which and in what order. One part GitLab answers, the rest is decided
//! here over what is loaded. Knows nothing of addresses and of requests under way.

mod choice;
mod column;
mod density;
pub mod layout;
mod natural;
mod reading;
mod sort;
mod source;
mod way;
mod ways;

pub use choice::Choice;
pub use column::Column;
pub use density::Density;
pub use layout::Layout;
pub use natural::natural as by_name;
pub use reading::Reading;
pub use sort::{Order, Sort};
pub use source::Source;
pub use way::Way;
pub use ways::ways_in_words;

use crate::gitlab::term::{RunnerStatus, RunnerType};

/// A search. The default is everything where one lands, in GitLab's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunnerSearch {
    /// Whose runners; `None` is where one lands, [`Source::default`].
    pub source: Option<Source>,
    /// Only of this type.
    pub runner_type: Option<RunnerType>,
    /// Only those that the table calls so.
    pub status: Option<RunnerStatus>,
    /// Only paused ones, or only those not paused.
    pub paused: Option<bool>,
    /// Only with all of these tags: no blanks, no commas, none twice.
    pub tags: Vec<String>,
    /// Only those whose version starts so; see [`version_prefix`].
    pub version: Option<String>,
    /// Words to be found in description, id, tags, version, address and the names of groups and projects, as typed.
    pub text: String,
    /// Only with at least one of these tags.
    pub any_tags: Vec<String>,
    /// Only without any of these tags.
    pub no_tags: Vec<String>,
    /// Only those that stay with their projects, or only the others.
    pub locked: Option<bool>,
    /// Only those for protected refs, or only the others.
    pub protected: Option<bool>,
    /// Only those that take jobs without tags, or only the others.
    pub run_untagged: Option<bool>,
    /// Only those that run jobs now, or only idle ones.
    pub busy: Option<bool>,
    /// Only of this operating system.
    pub platform: Option<String>,
    /// Only of this processor.
    pub architecture: Option<String>,
    /// Only with a version below this one, such as `17.0`.
    pub older_than: Option<String>,
    /// Only those whose last contact is more than so many days ago, or never was.
    pub unseen_days: Option<u32>,
    /// Only those made before this day, as `2026-01-31`, UTC.
    pub created_before: Option<String>,
    /// Only those that never ran a job, or only those that did.
    pub never_ran: Option<bool>,
    /// Only those seen through this group or project, or through the instance.
    pub through: Option<Source>,
    /// `None` is GitLab's order.
    pub sort: Option<Sort>,
    /// The order among those that `sort` holds equal.
    pub then: Option<Sort>,
}

impl RunnerSearch {
    /// Whether it may leave out runners of its source.
    pub fn is_filtered(&self) -> bool {
        !self.text.trim().is_empty() || Self { text: String::new(), ..self.clone() } != self.cleared()
    }

    /// Whether a runner's details decide over its filters; its text is looked for in whatever is there.
    pub fn needs_details(&self) -> bool {
        let told_by_lists = Self {
            text: String::new(),
            runner_type: None,
            status: None,
            paused: None,
            busy: None,
            through: None,
            created_before: None,
            ..self.clone()
        };
        told_by_lists != self.cleared()
    }

    /// The same source and order without any filter.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { source: self.source.clone(), sort: self.sort, then: self.then, ..Self::default() }
    }
}

/// The beginning of a version as GitLab takes it, such as `17` or `17.5` (`lib/api/ci/runners.rb`,
/// `version_prefix`); `None` for what it refuses.
pub fn version_prefix(text: &str) -> Option<String> {
    let text = text.trim();
    let is_one = text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '+');
    is_one.then(|| text.to_owned())
}

/// Whether a version begins as asked for, as GitLab compares them: `15` is 15.0 and 15.11, not 150.
pub fn begins_with(version: &str, prefix: &str) -> bool {
    let rest = version.strip_prefix(prefix);
    rest.is_some_and(|rest| prefix.ends_with('.') || !rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_is_a_filter_and_nothing_else_is() {
        let plain = RunnerSearch::default();
        for search in [
            RunnerSearch { runner_type: Some(RunnerType::Group), ..plain.clone() },
            RunnerSearch { status: Some(RunnerStatus::Stale), ..plain.clone() },
            RunnerSearch { paused: Some(false), ..plain.clone() },
            RunnerSearch { tags: vec!["gpu".to_owned()], ..plain.clone() },
            RunnerSearch { version: Some("17".to_owned()), ..plain.clone() },
            RunnerSearch { text: "gpu".to_owned(), ..plain.clone() },
        ] {
            assert!(search.is_filtered(), "{search:?}");
            assert_eq!(search.cleared(), plain);
        }
        let sort = Some(Sort { key: Column::Id, descending: true });
        let chosen = RunnerSearch { source: Some(Source::Owned), sort, text: " ".to_owned(), ..plain.clone() };
        assert!(!plain.is_filtered() && !chosen.is_filtered());
        assert_eq!(chosen.cleared(), RunnerSearch { text: String::new(), ..chosen });
    }

    #[test]
    fn a_version_begins_with_whole_numbers() {
        for (version, prefix, expected) in [
            ("15.11.1", "15", true),
            ("15.11.1", "15.", true),
            ("15.11.1", "15.1", false),
            ("15.1.0-rc1", "15.1.0", true),
            ("15", "15", true),
            ("150.1", "15", false),
            ("15.11.1", "1", false),
        ] {
            assert_eq!(begins_with(version, prefix), expected, "{version} {prefix}");
        }
    }

    #[test]
    fn a_version_begins_as_gitlab_wants_it() {
        for (text, version) in
            [("17", Some("17")), (" 17.5 ", Some("17.5")), (".5", Some(".5")), ("v17", None), ("", None)]
        {
            assert_eq!(version_prefix(text).as_deref(), version, "{text}");
        }
    }
}
