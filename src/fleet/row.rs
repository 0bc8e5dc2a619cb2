//! One runner as it is kept: numbers instead of texts, so that a hundred thousand of them take a few megabytes.

use super::Fleet;
use super::texts::{Text, TextList, Texts};
use crate::gitlab::runner::Runner;
use crate::gitlab::runner_facts::RunnerFacts;
use crate::gitlab::term::JobExecutionStatus;
use crate::gitlab::timestamp::Timestamp;

/// A moment in epoch seconds; 0 is none, so it takes four bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u32);

impl Moment {
    /// To the second.
    pub fn new(at: Option<Timestamp>) -> Self {
        Self(at.and_then(|at| u32::try_from(at.0.div_euclid(1000)).ok()).unwrap_or(0))
    }

    /// In epoch milliseconds.
    pub fn ms(self) -> Option<i64> {
        (self.0 != 0).then(|| i64::from(self.0) * 1000)
    }

    /// For putting in order: none before all others.
    pub fn seconds(self) -> u32 {
        self.0
    }
}

/// What lists tell of a runner. Its description stands in [`super::names::Names`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// GitLab's number.
    pub id: u64,
    /// The word of its type.
    pub kind: Text,
    /// The word of its contact state, as the table has it.
    pub status: Text,
    /// Whether it takes no new jobs.
    pub paused: bool,
    /// Whether it runs jobs now; `None` where GitLab does not tell.
    pub busy: Option<bool>,
    /// Whether the last reading of the list brought something new of it.
    pub changed: bool,
    /// Whether it is gone; the row stays, of no list.
    pub gone: bool,
    /// When it was made, where GitLab tells.
    pub created_at: Moment,
    /// The full name of who made it, where GitLab tells.
    pub created_by: Text,
    /// Its one address, where this GitLab's lists tell it.
    pub addresses: TextList,
    /// Through what the user sees it: words of the address such as `group:acme`.
    pub ways: TextList,
    /// Where its facts are, if they came.
    pub facts: Option<u32>,
}

impl Row {
    /// What a list tells. Ways and facts are added as they become known.
    pub fn new(runner: &Runner, texts: &mut Texts) -> Self {
        let creator = runner.created_by.as_ref();
        let creator = creator.map(|user| if user.name.is_empty() { &user.username } else { &user.name });
        Self {
            id: runner.id,
            kind: texts.number(runner.kind().as_str()),
            status: texts.number(runner.contact_status().as_str()),
            paused: runner.is_paused(),
            busy: runner.job_execution_status.as_ref().map(|status| *status == JobExecutionStatus::Active),
            changed: false,
            gone: false,
            created_at: Moment::new(runner.created_at),
            created_by: texts.maybe(creator.map(String::as_str)),
            addresses: texts.list(runner.address()),
            ways: TextList::default(),
            facts: None,
        }
    }

    /// What is not told this time stays as it was `before`: not every list tells it.
    pub fn or_told(self, before: Self) -> Self {
        let created_at = if self.created_at == Moment::default() { before.created_at } else { self.created_at };
        Self { busy: self.busy.or(before.busy), created_at, ..self }
    }
}

/// What only details tell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Facts {
    /// When it last made contact.
    pub contacted_at: Moment,
    /// Its tags, in GitLab's order.
    pub tags: TextList,
    /// Of the manager seen last.
    pub version: Text,
    /// Of the manager seen last.
    pub platform: Text,
    /// Of the manager seen last.
    pub architecture: Text,
    /// Of the manager seen last; `None` where it was not asked for.
    pub executor: Option<Text>,
    /// Where its managers are, the one seen last first; `None` where it was not asked for.
    pub addresses: Option<TextList>,
    /// The path of the project or group that owns it; that of a project is a guess where it was not asked for.
    pub owner: Text,
    /// The same as GitLab told it; `None` where it was not asked for.
    pub told_owner: Option<Text>,
    /// The paths of its projects that the user may see.
    pub projects: TextList,
    /// The paths of its groups.
    pub groups: TextList,
    /// GitLab's number of the first of them; 0 for none.
    pub group: u64,
    /// The longest a job may run, in seconds.
    pub maximum_timeout: Option<u32>,
    /// How many jobs it ran; `None` where it was not asked for.
    pub job_count: Option<u32>,
    /// Whether it stays with its projects.
    pub locked: bool,
    /// Whether it takes jobs of protected refs only.
    pub protected: bool,
    /// Whether it takes jobs without tags.
    pub run_untagged: bool,
    /// Which reading they are of, counted from 1; older ones may be out of date. 0 where more can be told of it.
    pub reading: u32,
    /// The place of the row that they are of.
    pub place: u32,
}

impl Facts {
    /// What came of the runner at a place. What this way of asking does not tell stays as it was `before`.
    pub fn new(facts: &RunnerFacts, before: Option<&Self>, place: u32, reading: u32, texts: &mut Texts) -> Self {
        let groups: Vec<String> = facts.groups.iter().map(crate::gitlab::group::Group::path).collect();
        let paths = |projects: &Vec<crate::gitlab::project::Project>| {
            projects.iter().map(crate::gitlab::project::Project::path).collect::<Vec<_>>()
        };
        let projects = facts.projects.as_ref().map(paths);
        let owner = facts.owner.as_ref().map(crate::gitlab::project::Project::path);
        let owner = owner.or_else(|| groups.first().cloned());
        let first = projects.as_ref().and_then(|projects| projects.first().cloned());
        // Only GraphQL counts jobs, and what it leaves out then is not there.
        let told = |word: Option<&str>, before: Option<Text>, texts: &mut Texts| match (word, facts.job_count) {
            (None, None) => before,
            (word, _) => Some(texts.maybe(word)),
        };
        let told_owner = match (owner, facts.job_count) {
            (None, None) => before.and_then(|before| before.told_owner),
            (owner, _) => Some(texts.maybe(owner.as_deref())),
        };
        Self {
            contacted_at: Moment::new(facts.contacted_at),
            tags: texts.list(facts.tag_list.iter().map(String::as_str)),
            version: texts.maybe(facts.version.as_deref()),
            platform: texts.maybe(facts.platform.as_deref()),
            architecture: texts.maybe(facts.architecture.as_deref()),
            executor: told(facts.executor.as_deref(), before.and_then(|before| before.executor), texts),
            addresses: match (facts.ip_addresses.as_slice(), facts.job_count) {
                ([], None) => before.and_then(|before| before.addresses),
                (addresses, _) => Some(texts.list(addresses.iter().map(String::as_str))),
            },
            told_owner,
            owner: match (told_owner, first, before) {
                (Some(told), _, _) => told,
                (None, None, Some(before)) => before.owner,
                (None, first, _) => texts.maybe(first.as_deref()),
            },
            projects: match &projects {
                Some(paths) => texts.list(paths.iter().map(String::as_str)),
                None => before.map(|before| before.projects).unwrap_or_default(),
            },
            groups: texts.list(groups.iter().map(String::as_str)),
            group: facts.groups.first().map_or(0, |group| group.id),
            maximum_timeout: facts.maximum_timeout,
            job_count: facts.job_count.or_else(|| before.and_then(|before| before.job_count)),
            locked: facts.locked,
            protected: facts.is_protected,
            run_untagged: facts.run_untagged,
            reading,
            place,
        }
    }
}

impl Fleet {
    /// The addresses of a runner, as far as anybody told; `None` where nobody was asked who can.
    pub(super) fn addresses(&self, row: &Row) -> Option<TextList> {
        let known = row.facts.and_then(|at| self.facts[at as usize].addresses);
        let some = |list: &TextList| *list != TextList::default();
        known.filter(some).or(Some(row.addresses).filter(some)).or(known)
    }
}
