//! What arrived: as much of an answer as the sweep has to know. The rows themselves stay with whoever asked.

use crate::gitlab::group::Group;
use crate::gitlab::page::{Page, PageToken};
use crate::gitlab::project::Project;
use crate::gitlab::runner::Runner;
use crate::gitlab::term::RunnerType;

/// An answer, as its task's call has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrived {
    /// A page of groups.
    Groups(Page<Group>),
    /// A page of projects.
    Projects(Page<Project>),
    /// A page of runners, in short.
    Runners(RunnersInShort),
}

/// What a page of runners is to the sweep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunnersInShort {
    /// How many rows the page has.
    pub rows: usize,
    /// Where the next page begins.
    pub next: Option<PageToken>,
    /// How many there are on all pages, if GitLab says so.
    pub total: Option<usize>,
    /// Whether a group runner is among them.
    pub has_group: bool,
    /// Whether an instance runner is among them.
    pub has_instance: bool,
}

impl RunnersInShort {
    /// Of a page that is at hand.
    pub fn of(page: &Page<Runner>) -> Self {
        let has = |kind: &RunnerType| page.items.iter().any(|runner| runner.kind() == *kind);
        Self {
            rows: page.items.len(),
            next: page.next.clone(),
            total: page.total,
            has_group: has(&RunnerType::Group),
            has_instance: has(&RunnerType::Instance),
        }
    }
}

impl Arrived {
    /// How many rows the page has, where the next one begins, and how many rows there are in all.
    pub(super) fn extent(&self) -> (usize, Option<PageToken>, Option<usize>) {
        match self {
            Self::Groups(page) => (page.items.len(), page.next.clone(), page.total),
            Self::Projects(page) => (page.items.len(), page.next.clone(), page.total),
            Self::Runners(short) => (short.rows, short.next.clone(), short.total),
        }
    }
}
