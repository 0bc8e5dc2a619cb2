//! A look at one loaded runner: everything that is known of it, without copying it.

use super::cell::Cell;
use super::owner::Owner;
use super::row::{Facts, Row};
use super::texts::TextList;
use super::{Asked, Fleet};
use crate::gitlab::runner::Runner;
use crate::gitlab::term::{JobExecutionStatus, RunnerStatus, RunnerType};
use crate::gitlab::timestamp::Timestamp;
use crate::search::Column;

/// One loaded runner.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    fleet: &'a Fleet,
    place: usize,
    row: &'a Row,
    facts: Option<&'a Facts>,
}

impl<'a> Look<'a> {
    pub(super) fn new(fleet: &'a Fleet, place: usize) -> Self {
        let row = &fleet.rows[place];
        Self { fleet, place, row, facts: row.facts.map(|at| &fleet.facts[at as usize]) }
    }

    /// GitLab's number.
    pub fn id(self) -> u64 {
        self.row.id
    }

    /// What people call it.
    pub fn description(self) -> Option<&'a str> {
        Some(self.fleet.names.get(self.place)).filter(|name| !name.is_empty())
    }

    /// Who may use it.
    pub fn kind(self) -> RunnerType {
        RunnerType::from(self.fleet.texts.word(self.row.kind))
    }

    /// When it last made contact, in the table's words.
    pub fn status(self) -> RunnerStatus {
        RunnerStatus::from(self.fleet.texts.word(self.row.status))
    }

    /// Whether it takes no new jobs.
    pub fn is_paused(self) -> bool {
        self.row.paused
    }

    /// Whether the last reading of the list brought something new of it.
    pub fn is_changed(self) -> bool {
        self.row.changed
    }

    /// Whether its details came.
    pub fn is_known(self) -> bool {
        self.facts.is_some()
    }

    /// Whether its details are on their way, and none are here to be shown meanwhile.
    pub fn is_awaited(self) -> bool {
        self.facts.is_none() && self.fleet.asked(self.row.id) == Some(&Asked::Loading)
    }

    /// Whether details that are not here may tell what stands in a column.
    pub fn may_come(self, column: Column) -> bool {
        let by_graphql = self.fleet.graphql_may_tell(self.facts);
        match column {
            Column::Activity | Column::CreatedAt => by_graphql && self.fleet.asks_more,
            Column::Executor | Column::JobCount | Column::IpAddress => by_graphql,
            _ => column.needs_details() && self.facts.is_none(),
        }
    }

    /// Whether GitLab refuses its details to this user.
    pub fn is_refused(self) -> bool {
        self.facts.is_none()
            && matches!(self.fleet.asked(self.row.id), Some(Asked::Failed(error)) if error.is_refusal())
    }

    /// Whether its details could not be had.
    pub fn is_failed(self) -> bool {
        matches!(self.fleet.asked(self.row.id), Some(Asked::Failed(_)))
    }

    /// Whether it stays with its projects; false while that is not known.
    pub fn is_locked(self) -> bool {
        self.facts.is_some_and(|facts| facts.locked)
    }

    /// Whether it takes jobs of protected refs only; false while that is not known.
    pub fn is_protected(self) -> bool {
        self.facts.is_some_and(|facts| facts.protected)
    }

    /// Its tags; none while they are not known.
    pub fn tags(self) -> impl Iterator<Item = &'a str> + Clone {
        self.fleet.texts.words_of(self.facts.map(|facts| facts.tags).unwrap_or_default())
    }

    /// The path of the project or group that owns it, where that is known.
    pub fn owner(self) -> Option<&'a str> {
        self.fleet.texts.some(self.facts?.owner)
    }

    /// The same as far as GitLab tells it.
    pub fn told_owner(self) -> Owner {
        match self.facts.and_then(|facts| facts.told_owner) {
            Some(owner) => self.fleet.texts.some(owner).map_or(Owner::Hidden, |path| Owner::Told(path.to_owned())),
            None => Owner::Unasked,
        }
    }

    /// The id and path of its group, if it has one that the user may see; `None` while that is not known.
    pub fn group(self) -> Option<Option<(u64, &'a str)>> {
        let facts = self.facts?;
        Some(self.fleet.texts.words_of(facts.groups).next().map(|path| (facts.group, path)))
    }

    /// Through what it is seen: words such as `instance`, `group:acme`, `project:acme/app`, `likely project:acme/web`.
    pub fn ways(self) -> impl Iterator<Item = &'a str> + Clone {
        let (texts, likely) = (&self.fleet.texts, self.fleet.likely_ways(self.row.kind));
        texts.items(self.row.ways).iter().map(move |way| {
            let word = likely.and_then(|likely| likely.get(way)).unwrap_or(way);
            texts.word(*word)
        })
    }

    /// What stands in a column.
    pub fn cell(self, column: Column) -> Cell<'a> {
        let texts = &self.fleet.texts;
        match column {
            Column::Status => Cell::Text(texts.word(self.row.status)),
            Column::Description => Cell::text(self.description()),
            Column::Id => Cell::Number(self.row.id),
            Column::Type => Cell::Text(texts.word(self.row.kind)),
            Column::Through => match self.ways().collect::<Vec<_>>() {
                ways if ways.is_empty() && self.facts.is_none() => Cell::Unknown,
                ways if ways.is_empty() => Cell::Empty,
                ways => Cell::List(ways),
            },
            Column::Activity => {
                self.row.busy.map_or(Cell::Unknown, |busy| Cell::Text(if busy { "active" } else { "idle" }))
            }
            Column::CreatedAt => self.row.created_at.ms().map_or(Cell::Unknown, Cell::Time),
            // GitLab 19 began to tell it in lists.
            Column::CreatedBy if self.fleet.asks_more && !self.row.created_by.is_some() => Cell::Unknown,
            Column::CreatedBy if self.row.created_at.ms().is_none() => Cell::Unknown,
            Column::CreatedBy => Cell::text(texts.some(self.row.created_by)),
            Column::IpAddress => self.fleet.addresses(self.row).map_or(Cell::Unknown, |list| self.list(list)),
            _ => self.facts.map_or(Cell::Unknown, |facts| self.detail(column, facts)),
        }
    }

    fn list(self, list: TextList) -> Cell<'a> {
        match self.fleet.texts.words_of(list).collect::<Vec<_>>() {
            words if words.is_empty() => Cell::Empty,
            words => Cell::List(words),
        }
    }

    fn detail(self, column: Column, facts: &'a Facts) -> Cell<'a> {
        let texts = &self.fleet.texts;
        match column {
            Column::Tags => self.list(facts.tags),
            Column::Version => Cell::text(texts.some(facts.version)),
            Column::ContactedAt => facts.contacted_at.ms().map_or(Cell::Never, Cell::Time),
            Column::Owner => Cell::text(texts.some(facts.owner)),
            Column::Platform => Cell::text(texts.some(facts.platform)),
            Column::Architecture => Cell::text(texts.some(facts.architecture)),
            Column::Executor => facts.executor.map_or(Cell::Unknown, |text| Cell::text(texts.some(text))),
            // GitLab counts no further.
            Column::JobCount if facts.job_count.is_some_and(|count| count > 1000) => Cell::Text("1,000+"),
            Column::JobCount => facts.job_count.map_or(Cell::Unknown, |count| Cell::Number(u64::from(count))),
            Column::MaximumTimeout => facts.maximum_timeout.map_or(Cell::Empty, Cell::Seconds),
            Column::Locked => Cell::Flag(facts.locked),
            Column::Protected => Cell::Flag(facts.protected),
            Column::RunUntagged => Cell::Flag(facts.run_untagged),
            _ => Cell::Empty,
        }
    }

    /// The same as lists tell it, for rules about runners.
    pub fn runner(self) -> Runner {
        let status = self.status();
        Runner {
            id: self.row.id,
            description: self.description().map(str::to_owned),
            name: None,
            ip_address: self.fleet.texts.words_of(self.row.addresses).next().map(str::to_owned),
            active: None,
            paused: Some(self.row.paused),
            is_shared: None,
            runner_type: Some(self.kind()),
            online: match status {
                RunnerStatus::Online => Some(true),
                RunnerStatus::NeverContacted => None,
                _ => Some(false),
            },
            status: Some(status),
            job_execution_status: self
                .row
                .busy
                .map(|busy| if busy { JobExecutionStatus::Active } else { JobExecutionStatus::Idle }),
            created_by: None,
            created_at: self.row.created_at.ms().map(Timestamp),
        }
    }
}
