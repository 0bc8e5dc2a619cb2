//! Which of the loaded runners a search shows. Runs over every row at each key press, so it allocates nothing.

use super::{Facts, RunnerSearch};

/// Whether the search shows this runner.
///
/// GitLab has filtered before, but by wider words: its `offline` also brings stale runners and its `never_contacted`
/// some that are shown as stale (`app/models/ci/runner.rb`, scopes `offline` and `never_contacted`), and a runner may
/// have changed since. Not so for the version: GitLab looks at every manager's, and a row knows only one.
pub fn matches(search: &RunnerSearch, facts: &Facts<'_>) -> bool {
    search.status.as_ref().is_none_or(|status| *status == facts.status)
        && search.runner_type.as_ref().is_none_or(|kind| *kind == facts.runner_type)
        && search.paused.is_none_or(|paused| paused == facts.paused)
        && facts.tags.is_none_or(|tags| search.tags.iter().all(|tag| tags.contains(tag)))
        && search.text.split_whitespace().all(|word| is_in(word, facts.haystack))
}

/// Whether a word, in any case, is part of a text that is in lower case.
fn is_in(word: &str, text: &str) -> bool {
    let mut letters = word.chars().flat_map(char::to_lowercase);
    let Some(first) = letters.next() else { return true };
    text.match_indices(first).any(|(at, _)| {
        let mut rest = text[at..].chars().skip(1);
        letters.clone().all(|letter| rest.next() == Some(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gitlab::term::{RunnerStatus, RunnerType};
    use crate::search::haystack;

    /// An online, unpaused project runner #41.
    fn is_shown(search: &RunnerSearch, change: impl FnOnce(&mut Facts<'_>)) -> bool {
        let tags = ["GPU".to_owned(), "linux".to_owned()];
        let haystack = haystack(41, Some("Büro Build-7"), &tags);
        let mut facts = Facts {
            id: 41,
            description: Some("Büro Build-7"),
            haystack: &haystack,
            runner_type: RunnerType::Project,
            status: RunnerStatus::Online,
            paused: false,
            tags: Some(&tags),
            version: Some("17.5.0"),
            contacted_at: Some(Some(0)),
            created_at: Some(0),
        };
        change(&mut facts);
        matches(search, &facts)
    }

    fn text(text: &str) -> RunnerSearch {
        RunnerSearch { text: text.to_owned(), ..RunnerSearch::default() }
    }

    #[test]
    fn every_word_must_be_found() {
        for found in ["", "  ", "41", "#41", "build", "BÜRO", "büro gpu", "linux #41 7", "uil", "gpu gpu"] {
            assert!(is_shown(&text(found), |_| ()), "{found}");
        }
        for missing in ["42", "#1", "büro windows", "gpulinux", "gpu,linux", "41build"] {
            assert!(!is_shown(&text(missing), |_| ()), "{missing}");
        }
    }

    #[test]
    fn a_word_that_begins_twice_is_found() {
        assert!(is_in("aab", "aaab") && is_in("İ", "xi\u{307}") && !is_in("aab", "aaa"));
    }

    #[test]
    fn a_status_means_the_word_of_the_table() {
        for status in RunnerStatus::ALL {
            let search = RunnerSearch { status: Some(status.clone()), ..RunnerSearch::default() };
            for shown in RunnerStatus::ALL {
                assert_eq!(is_shown(&search, |facts| facts.status = shown.clone()), shown == status);
            }
        }
    }

    #[test]
    fn a_paused_runner_is_still_online() {
        let search = RunnerSearch { status: Some(RunnerStatus::Online), ..RunnerSearch::default() };
        assert!(is_shown(&search, |facts| facts.paused = true));
    }

    #[test]
    fn paused_and_type_are_looked_at_again() {
        let paused = RunnerSearch { paused: Some(true), ..RunnerSearch::default() };
        assert!(!is_shown(&paused, |_| ()) && is_shown(&paused, |facts| facts.paused = true));
        let group = RunnerSearch { runner_type: Some(RunnerType::Group), ..RunnerSearch::default() };
        assert!(!is_shown(&group, |_| ()) && is_shown(&group, |facts| facts.runner_type = RunnerType::Group));
    }

    #[test]
    fn tags_count_in_their_case_once_they_are_known() {
        let tagged = |tags: &[&str]| RunnerSearch {
            tags: tags.iter().map(ToString::to_string).collect(),
            ..RunnerSearch::default()
        };
        assert!(is_shown(&tagged(&["linux", "GPU"]), |_| ()));
        assert!(!is_shown(&tagged(&["gpu"]), |_| ()));
        assert!(!is_shown(&tagged(&["GPU", "arm"]), |_| ()));
        assert!(is_shown(&tagged(&["arm"]), |facts| facts.tags = None));
    }

    #[test]
    fn another_manager_may_have_the_version() {
        let search = RunnerSearch { version: Some("16".to_owned()), ..RunnerSearch::default() };
        assert!(is_shown(&search, |_| ()));
    }
}
