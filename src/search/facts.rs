//! What filters and orders look at in a runner, wherever it is kept.

use crate::gitlab::term::{RunnerStatus, RunnerType};

/// One runner, as far as it is known now. Lists do not tell everything; what is not known yet is `None`.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// GitLab's number.
    pub id: u64,
    /// What people call it.
    pub description: Option<&'a str>,
    /// What a text search looks through, made by [`haystack`].
    pub haystack: &'a str,
    /// Who may use it.
    pub runner_type: RunnerType,
    /// When it last made contact, in the table's words.
    pub status: RunnerStatus,
    /// Whether it takes no new jobs.
    pub paused: bool,
    /// Its tags.
    pub tags: Option<&'a [String]>,
    /// Of the manager seen last.
    pub version: Option<&'a str>,
    /// When it last made contact in epoch ms; `Some(None)` is never.
    pub contacted_at: Option<Option<i64>>,
    /// When it was made, in epoch ms.
    pub created_at: Option<i64>,
}

/// What a text search looks through: `#41`, description and tags, in lower case. Made once a runner, searched often.
pub fn haystack(id: u64, description: Option<&str>, tags: &[String]) -> String {
    let mut text = format!("#{id}");
    for part in description.into_iter().chain(tags.iter().map(String::as_str)) {
        text.push('\n');
        // Letter by letter, as the search does; `str::to_lowercase` looks at neighbours.
        text.extend(part.chars().flat_map(char::to_lowercase));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_haystack_is_all_one_can_search_for() {
        let tags = ["GPU".to_owned(), "Linux".to_owned()];
        assert_eq!(haystack(41, Some("Build Hall"), &tags), "#41\nbuild hall\ngpu\nlinux");
        assert_eq!(haystack(41, None, &[]), "#41");
    }
}
