//! What is to change about a runner: the body of `PUT /runners/:id`, with the changed keys only.

use serde::Serialize;

/// Each field is `None` when it stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RunnerChanges {
    /// At most 1,024 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Takes no new jobs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused: Option<bool>,
    /// The opposite of `paused`, for servers that know no other word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// The whole new list, at most 50.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_list: Option<Vec<String>>,
    /// Needs a tag when it is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run_untagged: Option<bool>,
    /// Cannot be assigned to other projects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked: Option<bool>,
    /// `not_protected` or `ref_protected`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_level: Option<&'static str>,
    /// In seconds, at least 600; `Some(None)` clears it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_timeout: Option<Option<u32>>,
    /// At most 1,024 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintenance_note: Option<String>,
}

impl RunnerChanges {
    /// Pausing or resuming, and nothing else.
    pub fn paused(paused: bool) -> Self {
        Self { paused: Some(paused), ..Self::default() }
    }

    /// The same for GitLab before 14.8, which has only `active`.
    #[must_use]
    pub fn in_old_words(self) -> Self {
        Self { active: self.paused.map(|paused| !paused), paused: None, ..self }
    }

    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
