//! What GitLab is asked for a search: one of its lists or all of them, and which of the filters are its own to answer.

use super::{RunnerSearch, Source};
use crate::gitlab::endpoint::ListRunners;
use crate::gitlab::endpoint::list_runners::Scope;

/// A reading of runners from GitLab.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// One of its lists.
    List(ListRunners),
    /// Every list through which the user can see runners, each with these filters; their scope says nothing.
    Everything(ListRunners),
}

impl Reading {
    /// What a search would have GitLab answer, all filters that it knows included. Text and order are no part of it.
    /// `None` while no group or project is chosen yet.
    pub fn of(search: &RunnerSearch) -> Option<Self> {
        let filters = ListRunners {
            scope: Scope::default(),
            runner_type: search.runner_type.clone(),
            status: search.status.clone(),
            paused: search.paused,
            tag_list: search.tags.clone(),
            version_prefix: search.version.clone(),
        };
        Some(match &search.source {
            None | Some(Source::Everything) => Self::Everything(filters),
            Some(source) => Self::List(ListRunners { scope: source.scope()?, ..filters }),
        })
    }

    /// The filters that GitLab is asked to apply.
    pub fn filters(&self) -> &ListRunners {
        match self {
            Self::List(list) | Self::Everything(list) => list,
        }
    }

    /// The same without any filter.
    #[must_use]
    pub fn whole(&self) -> Self {
        self.with(ListRunners { scope: self.filters().scope.clone(), ..ListRunners::default() })
    }

    /// The same with those filters only that need a runner's details: the others can be applied to what lists tell.
    #[must_use]
    pub fn by_details(&self) -> Self {
        self.with(ListRunners { runner_type: None, status: None, paused: None, ..self.filters().clone() })
    }

    /// The same for a GitLab that passes over a filter by version.
    #[must_use]
    pub fn without_version(&self) -> Self {
        self.with(ListRunners { version_prefix: None, ..self.filters().clone() })
    }

    /// Whether GitLab's answer may hold runners that are not shown: it knows fewer filters, and means others by some words
    /// (`app/models/ci/runner.rb`: `online` includes paused ones, `offline` stale ones).
    pub fn may_bring_more(&self, search: &RunnerSearch) -> bool {
        let asked = self.filters();
        let by_us = RunnerSearch {
            runner_type: None,
            status: None,
            paused: None,
            tags: Vec::new(),
            version: search.version.clone().filter(|_| asked.version_prefix.is_none()),
            ..search.clone()
        };
        let in_other_words = asked.status.is_some() || asked.version_prefix.is_some();
        in_other_words || by_us.is_filtered()
    }

    /// Whether two readings are of the same lists, with whatever filters.
    pub fn is_of_same(&self, other: &Self) -> bool {
        self.whole() == other.whole()
    }

    fn with(&self, list: ListRunners) -> Self {
        match self {
            Self::List(_) => Self::List(list),
            Self::Everything(_) => Self::Everything(list),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gitlab::term::{RunnerStatus, RunnerType};
    use crate::route::Route;

    fn reading(query: &str) -> Option<Reading> {
        Reading::of(&Route::parse(query).0.search)
    }

    #[test]
    fn gitlab_is_asked_for_what_it_can_answer() {
        let asked =
            reading("source=group:acme&type=group_type&status=offline&paused=true&tag=gpu&version=17&locked=true&q=x");
        let list = ListRunners {
            scope: Source::parse("group:acme").unwrap().scope().unwrap(),
            runner_type: Some(RunnerType::Group),
            status: Some(RunnerStatus::Offline),
            paused: Some(true),
            tag_list: vec!["gpu".to_owned()],
            version_prefix: Some("17".to_owned()),
        };
        assert_eq!(asked, Some(Reading::List(list)));
    }

    #[test]
    fn text_order_and_what_details_alone_tell_ask_nothing_new() {
        for query in ["q=gpu", "sort=-id", "any_tag=gpu", "not_tag=gpu", "platform=linux", "columns=tags", "runner=7"] {
            assert_eq!(reading(query), reading(""), "{query}");
        }
    }

    #[test]
    fn nothing_is_asked_before_a_group_is_chosen() {
        assert_eq!((reading("source=group"), reading("source=project")), (None, None));
    }

    #[test]
    fn what_gitlab_cannot_answer_brings_more() {
        for (query, more) in [
            ("", false),
            ("source=owned&type=group_type&paused=true&tag=gpu&sort=-id", false),
            ("status=online", true),
            ("version=17", true),
            ("q=gpu", true),
            ("locked=true&tag=gpu", true),
        ] {
            let search = Route::parse(query).0.search;
            let reading = Reading::of(&search).unwrap();
            assert_eq!(reading.may_bring_more(&search), more, "{query}");
            let asked_less = reading.without_version().may_bring_more(&search);
            assert_eq!(asked_less, more, "{query}");
        }
    }

    #[test]
    fn filters_fall_away_step_by_step() {
        let all = reading("source=owned&status=online&tag=gpu").unwrap();
        assert_eq!(all.by_details(), reading("source=owned&tag=gpu").unwrap());
        assert_eq!(all.whole(), reading("source=owned").unwrap());
        assert!(all.is_of_same(&all.whole()) && !all.is_of_same(&reading("tag=gpu").unwrap()));
    }
}
