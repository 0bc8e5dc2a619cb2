//! The sweep: plans the requests that give every runner somebody can see, each once and none that adds nothing.
//!
//! It knows nothing of time, of sending and of the browser. Whoever drives it takes tasks, sends them as many at once
//! as is good, and tells what came of each.

use std::collections::HashMap;
use std::sync::Arc;

mod again;
mod arrived;
mod groups;
mod left_out;
mod lists;
mod namespaces;
mod pages;
mod part;
mod place;
mod plan;
mod planning;
mod queue;
mod retried;
mod shift;
mod siblings;
mod task;
mod unasked;

pub use arrived::{Arrived, RunnersInShort};
pub use left_out::LeftOut;
pub use place::Place;
pub use plan::{Failure, Plan, Progress};
pub use siblings::Siblings;
pub use task::{Call, PartId, Task};

use crate::gitlab::error::Error;
use crate::gitlab::page::PageToken;
use groups::Groups;
use namespaces::Namespaces;
use pages::Pages;
use part::{Part, Types};
use queue::{Queue, Wanted};

/// Everything that is asked for, and what came of it so far.
#[derive(Clone, Debug, Default)]
pub struct Sweep {
    parts: Vec<Part>,
    /// Where a part stands among them.
    index: HashMap<PartId, usize>,
    queue: Queue,
    under_way: Vec<Wanted>,
    done: usize,
    /// Parts that failed at some time.
    failing: Vec<usize>,
    groups: Groups,
    namespaces: Namespaces,
    /// The last part that was to find out whether there are instance runners.
    scout: Option<usize>,
    /// Whether one that was to find out found that its group or project has none.
    is_blank: bool,
    has_instance: bool,
    /// Parts in which groups and projects were asked for instance runners alone.
    instance_tries: Vec<usize>,
    /// Whether it asks even where several like it told of nothing.
    is_thorough: bool,
    /// While all others wait: the parts that are tried again.
    retried: Option<Vec<usize>>,
}

impl Sweep {
    /// The instance's list has every runner, so with it nothing else is asked (contract 6.3).
    pub fn new(lists_instance: bool) -> Self {
        let mut sweep = Self::default();
        let first: &[PartId] =
            if lists_instance { &[PartId::Instance] } else { &[PartId::Owned, PartId::Groups, PartId::Projects] };
        for id in first {
            sweep.add(*id, "".into());
        }
        sweep
    }

    /// Hands out the next request; `None` when there is none to start now, though what is under way may lead to more,
    /// and others may have to wait for [`Self::go_on_with_all`].
    pub fn next_task(&mut self) -> Option<Task> {
        let wanted = self.next_wanted()?;
        if self.parts[wanted.part].types == Types::Open {
            self.settle_types(wanted.part);
        }
        let part = &mut self.parts[wanted.part];
        part.pages.waiting -= 1;
        part.pages.under_way += 1;
        let task = Task { part: part.id, call: part.call(), page: wanted.page.clone() };
        self.under_way.push(wanted);
        Some(task)
    }

    /// Takes an answer. Says through what its rows are seen: [`Place::of`] makes that the place of one row. `None` for
    /// owned runners, and for groups and projects.
    pub fn arrived(&mut self, task: &Task, arrived: Arrived) -> Option<Place> {
        let at = *self.index.get(&task.part)?;
        let (rows, next, total) = arrived.extent();
        if total.zip(self.parts[at].pages.total).is_some_and(|(now, before)| now < before) {
            self.shift_part(at);
        }
        if self.take_up(at, &task.page) {
            self.done += 1;
            self.parts[at].pages.arrive(&task.page, rows, next, total);
            self.learn(at, arrived);
            self.go_on(at);
        }
        self.parts[at].place()
    }

    /// Notes that a request failed. Others go on.
    pub fn failed(&mut self, task: &Task, error: Error) {
        let Some(at) = self.index.get(&task.part).copied() else { return };
        if !self.take_up(at, &task.page) {
            return;
        }
        let part = &mut self.parts[at];
        match (&task.page, &error) {
            // GitLab before 19 gives no pages of projects far from the first (contract 3.1).
            (PageToken::Number(number @ 2..), Error::Invalid { status: 405, .. })
                if part.id == PartId::Projects && self.namespaces.last_id().is_some() =>
            {
                self.done += 1;
                part.pages.refuse(*number);
            }
            _ => {
                part.pages.fail(&task.page, error);
                if part.can_scout() && part.pages.is_untouched() {
                    part.types = Types::Open;
                    self.scout = self.scout.filter(|scout| *scout != at);
                }
                if !self.failing.contains(&at) {
                    self.failing.push(at);
                }
            }
        }
        self.go_on(at);
    }

    /// Takes back a request that was given up before it was answered. It is the next of its kind to be handed out.
    pub fn give_back(&mut self, task: &Task) {
        let Some(at) = self.index.get(&task.part).copied() else { return };
        if let Some(place) = self.place_under_way(at, &task.page) {
            let wanted = self.under_way.swap_remove(place);
            self.put_back(wanted);
        }
    }

    /// Takes back everything that is under way.
    pub fn give_back_all(&mut self) {
        for wanted in std::mem::take(&mut self.under_way).into_iter().rev() {
            self.put_back(wanted);
        }
    }

    fn put_back(&mut self, wanted: Wanted) {
        let at = wanted.part;
        let part = &mut self.parts[at];
        part.pages.under_way -= 1;
        if part.pages.is_beyond(&wanted.page) {
            self.go_on(at);
        } else {
            part.pages.waiting += 1;
            self.queue.push_back_in_front(part.rank(&wanted.page), at, wanted.page);
        }
    }

    /// What there is to do in all, as far as it is known.
    pub fn plan(&self) -> Plan {
        // What is listed counts more than what was told before.
        let told =
            |id| self.pages(id).filter(|_| !self.is_listed(id)).and_then(|pages| pages.total).unwrap_or_default();
        let groups = told(PartId::Groups).max(self.groups.len());
        let unasked = if self.pages(PartId::Groups).is_some_and(Pages::is_active) { groups } else { 0 };
        let Progress { done, to_do, under_way, failed } = self.progress();
        Plan {
            groups,
            projects: told(PartId::Projects).max(self.namespaces.projects()),
            // While groups are listed none is asked yet, and most will be.
            requests: done + to_do + under_way + failed + unasked,
            is_certain: self.is_told() && !self.parts.iter().any(|part| part.pages.is_endless()),
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.done,
            to_do: self.queue.len(),
            under_way: self.under_way.len(),
            failed: self.failing.iter().map(|at| self.parts[*at].pages.failed.len()).sum(),
        }
    }

    /// The parts that failed, in the order in which they first did.
    pub fn failures(&self) -> impl Iterator<Item = Failure<'_>> {
        self.failing.iter().filter_map(|at| {
            let part = &self.parts[*at];
            let (_, error) = part.pages.failed.first()?;
            Some(Failure { part: part.id, name: part.name(), error })
        })
    }

    /// Whether nothing is to be sent and nothing is awaited. Parts may have failed.
    pub fn is_done(&self) -> bool {
        self.queue.len() + self.under_way.len() == 0
    }

    /// Whether all groups and projects are listed, or that of all runners has begun.
    fn is_told(&self) -> bool {
        self.pages(PartId::Instance).map_or_else(
            || [PartId::Groups, PartId::Projects].iter().all(|id| self.pages(*id).is_none_or(Pages::is_complete)),
            |instance| instance.arrived > 0,
        )
    }

    fn part(&self, id: PartId) -> Option<&Part> {
        self.index.get(&id).map(|at| &self.parts[*at])
    }

    fn pages(&self, id: PartId) -> Option<&Pages> {
        self.part(id).map(|part| &part.pages)
    }

    fn is_listed(&self, id: PartId) -> bool {
        self.pages(id).is_some_and(Pages::is_complete)
    }

    fn place_under_way(&self, at: usize, page: &PageToken) -> Option<usize> {
        self.under_way.iter().position(|wanted| wanted.part == at && wanted.page == *page)
    }

    /// Whether a page is awaited; then it is no longer on the lists of what is. It may also have been given back.
    fn take_up(&mut self, at: usize, page: &PageToken) -> bool {
        if let Some(place) = self.place_under_way(at, page) {
            self.under_way.swap_remove(place);
            return true;
        }
        let was_waiting = self.queue.drop_of(at, |waiting| waiting == page) > 0;
        if was_waiting {
            self.parts[at].pages.waiting -= 1;
            self.parts[at].pages.under_way += 1;
        }
        was_waiting
    }

    fn add(&mut self, id: PartId, path: Arc<str>) -> usize {
        let at = self.parts.len();
        let part = Part::new(id, path);
        self.queue.push(part.rank(&PageToken::First), at, PageToken::First);
        self.parts.push(part);
        self.index.insert(id, at);
        at
    }
}

#[cfg(test)]
mod tests;
