//! Reading everything the user can see: drives the sweep, takes what arrives, stops and goes on.

use futures::stream::{FuturesUnordered, StreamExt};
use leptos::prelude::*;

use super::loading::Begin;
use super::{FleetState, Phase};
use crate::browser::performance;
use crate::fleet::Fleet;
use crate::gitlab::client::Client;
use crate::gitlab::endpoint::{ListGroups, ListProjects, ListRunners};
use crate::gitlab::error::Error;
use crate::gitlab::page::Page;
use crate::gitlab::runner::Runner;
use crate::search::Reading;
use crate::state::connect::Session;
use crate::sweep::{Arrived, Call, PartId, Place, Plan, Progress, RunnersInShort, Siblings, Sweep, Task};

/// Tasks that are handed out at the same time. The client lets no more through than it holds good.
const AT_ONCE: usize = 12;

/// How far a sweep is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SweepReport {
    /// What there is to do in all.
    pub plan: Plan,
    /// How many requests are where.
    pub progress: Progress,
    /// What failed: its part, what that is called, such as `group acme/web`, and why.
    pub failures: Vec<(PartId, String, Error)>,
    /// Lists that may tell of more, and are not asked unless somebody wants it.
    pub unasked: usize,
}

/// An answer, and the runners in it.
enum Answer {
    Places(Arrived),
    Runners(Page<Runner>),
}

impl FleetState {
    /// How far the sweep is; `None` while none was begun. Tracked.
    pub fn sweep_report(&self) -> Option<SweepReport> {
        self.sweep_report.get()
    }

    /// Goes on after a stop.
    pub fn resume(&self) {
        self.with_sweep(Sweep::go_on_with_all);
        self.go_on();
    }

    /// Goes on with what does not wait for somebody.
    fn go_on(&self) {
        match self.asked.get_untracked() {
            Some(reading @ Reading::Everything(_)) => self.read(reading, Begin::Resumed),
            _ => self.refresh(),
        }
    }

    /// Does again what failed of a sweep, and keeps what has come.
    pub fn retry_failed(&self) {
        self.retry(Sweep::retry_failed);
    }

    /// Does again what failed of one part.
    pub fn retry_part(&self, part: PartId) {
        self.retry(|sweep| sweep.retry(part));
    }

    /// Asks the lists that are not asked otherwise as well.
    pub fn ask_unasked(&self) {
        self.retry(Sweep::ask_unasked);
    }

    /// What is under way goes on, and takes up what is to be tried again with its next answer. What was stopped stays so.
    fn retry(self, again: impl FnOnce(&mut Sweep)) {
        if *self.phase.read_untracked() == Phase::Stopped {
            self.with_sweep(Sweep::go_on_with_retried);
        }
        self.with_sweep(again);
        if self.is_loading_untracked() {
            self.report();
        } else {
            self.go_on();
        }
    }

    /// Sweeps.
    pub(super) async fn read_everything(
        self,
        session: &Session,
        filters: &ListRunners,
        begin: Begin,
    ) -> Result<(), Error> {
        let can_resume = begin == Begin::Resumed && self.sweep.with_value(Option::is_some);
        if !can_resume {
            self.aside.set_value(None);
            self.again.set_value(false);
            let is_whole = *filters == ListRunners::default();
            let before = self.sweep.try_update_value(Option::take).flatten();
            let is_thorough = before.as_ref().is_some_and(Sweep::is_thorough);
            if self.swept.with_value(Option::is_none) && self.has_all() {
                self.swept.set_value(before);
            }
            // A filter goes to GitLab only after a whole sweep, which found out what there is to ask.
            let again = if is_whole { None } else { self.swept.with_value(|swept| swept.as_ref().map(Sweep::again)) };
            self.sweep.set_value(Some(again.unwrap_or_else(|| {
                let mut sweep = Sweep::new(session.who.lists_instance);
                if is_thorough {
                    sweep.ask_unasked();
                }
                sweep
            })));
            self.fleet.update(|fleet| {
                fleet.begin(begin.keeps());
                fleet.answers(&filters.tag_list);
                if is_whole {
                    fleet.renew_ways();
                }
            });
        }
        let client = session.client.within_budget();
        let mut is_new = !can_resume;
        let mut under_way = FuturesUnordered::new();
        self.report();
        loop {
            while under_way.len() < AT_ONCE {
                let Some(task) = self.with_sweep(Sweep::next_task).flatten() else { break };
                let asked_at = self.with_untracked(Fleet::moment);
                let answer = send(&client, filters, task);
                under_way.push(async move { (asked_at, answer.await) });
            }
            let Some((asked_at, (task, answer))) = under_way.next().await else { break };
            match answer {
                Ok(answer) => {
                    if is_new && matches!(answer, Answer::Runners(_)) {
                        performance::mark("runners-first-page");
                        is_new = false;
                    }
                    self.take(&task, answer, asked_at);
                }
                Err(error @ Error::Unauthorized(_)) => return Err(error),
                Err(error) => drop(self.with_sweep(|sweep| sweep.failed(&task, error))),
            }
            self.report();
            self.tell();
        }
        self.outcome()
    }

    /// Where nothing at all could be read, why.
    fn outcome(self) -> Result<(), Error> {
        let error = self.with_sweep(|sweep| {
            let error = sweep.failures().next().map(|failure| failure.error.clone());
            error.filter(|_| sweep.progress().done == 0 && sweep.is_done())
        });
        error.flatten().map_or(Ok(()), Err)
    }

    /// Takes what was asked for at a moment.
    fn take(self, task: &Task, answer: Answer, asked_at: u32) {
        match answer {
            Answer::Places(arrived) => {
                self.fleet.update_untracked(|fleet| match &arrived {
                    Arrived::Groups(page) => fleet.name_groups(&page.items),
                    Arrived::Projects(page) => fleet.name_projects(&page.items),
                    Arrived::Runners(_) => {}
                });
                self.with_sweep(|sweep| sweep.arrived(task, arrived));
            }
            Answer::Runners(page) => {
                let short = RunnersInShort::of(&page);
                let seen = self.with_sweep(|sweep| {
                    // An administrator sees all through the instance, which says nothing of whose they are.
                    let place =
                        sweep.arrived(task, Arrived::Runners(short)).filter(|place| *place != Place::Instance)?;
                    Some((place.word(), sweep.left_out_above(&place)))
                });
                let (way, left_out) = seen.flatten().unzip();
                let is_first = self.with_untracked(Fleet::is_empty);
                self.fleet.update_untracked(|fleet| {
                    fleet.as_of(asked_at, |fleet| fleet.add(&page.items, way.as_deref()));
                    for above in left_out.into_iter().flatten() {
                        let subgroups: Vec<String> = above.subgroups.iter().map(Place::word).collect();
                        fleet.imply(&page.items, &above.group.word(), &subgroups);
                    }
                });
                if is_first && !page.items.is_empty() {
                    // Of many lists the next ones bring other first rows.
                    if task.part == PartId::Instance {
                        self.want_first_rows(false);
                    }
                    self.fleet.notify();
                }
            }
        }
        for Siblings { told, others } in self.with_sweep(|sweep| sweep.siblings(task.part)).into_iter().flatten() {
            let others: Vec<String> = others.iter().map(Place::word).collect();
            self.fleet.update_untracked(|fleet| fleet.share(&told.word(), &others));
        }
    }

    pub(super) fn with_sweep<T>(self, act: impl FnOnce(&mut Sweep) -> T) -> Option<T> {
        self.sweep.try_update_value(|sweep| sweep.as_mut().map(act)).flatten()
    }

    pub(super) fn report(self) {
        let report = self.sweep.with_value(|sweep| {
            sweep.as_ref().map(|sweep| SweepReport {
                plan: sweep.plan(),
                progress: sweep.progress(),
                failures: sweep.failures().map(|failure| (failure.part, failure.name, failure.error.clone())).collect(),
                unasked: sweep.unasked(),
            })
        });
        self.sweep_report.set(report);
    }

    /// Whether everything was read to its end without a filter.
    fn has_all(self) -> bool {
        self.kept.with_value(|kept| kept.contains_key(&Reading::Everything(ListRunners::default())))
    }

    /// Whether asking again would tell no more than the sweep has: nothing failed, or what did was refused for good.
    pub(super) fn is_swept(self) -> bool {
        let is_over = |sweep: &Sweep| sweep.failures().all(|failure| !failure.error.is_passing());
        self.sweep.with_value(|sweep| sweep.as_ref().is_none_or(is_over))
    }

    /// Whether the sweep waits for somebody before it goes on.
    pub(super) fn is_waiting(self) -> bool {
        self.sweep.with_value(|sweep| sweep.as_ref().is_some_and(|sweep| !sweep.is_done()))
    }
}

async fn send(client: &Client, filters: &ListRunners, task: Task) -> (Task, Result<Answer, Error>) {
    let answer = match &task.call {
        Call::Groups => client.page(&ListGroups, &task.page).await.map(|page| Answer::Places(Arrived::Groups(page))),
        Call::Projects => {
            client.page(&ListProjects, &task.page).await.map(|page| Answer::Places(Arrived::Projects(page)))
        }
        Call::Runners(list) => {
            let list =
                ListRunners { runner_type: list.runner_type.clone(), scope: list.scope.clone(), ..filters.clone() };
            client.page(&list, &task.page).await.map(Answer::Runners)
        }
    };
    (task, answer)
}
