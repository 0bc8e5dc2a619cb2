//! Pausing and resuming: one runner from its row, or the selected ones one after the other.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::selection::Selection;
use crate::can;
use crate::format::{count, counted};
use crate::gitlab::runner::Runner;
use crate::gitlab::runner_changes::RunnerChanges;
use crate::state::fleet::FleetState;
use crate::state::session::SessionState;
use crate::state::toasts::Toasts;

/// Of those that failed for the same reason so many are named.
const NAMED: usize = 5;

/// Pauses and resumes.
#[derive(Clone, Copy)]
pub struct Pausing {
    fleet: FleetState,
    session: SessionState,
    toasts: Toasts,
    /// Done and all, while many are at it.
    progress: RwSignal<Option<(bool, usize, usize)>>,
}

impl Pausing {
    /// Nothing is under way.
    pub fn new() -> Self {
        Self {
            fleet: expect_context(),
            session: expect_context(),
            toasts: expect_context(),
            progress: RwSignal::new(None),
        }
    }

    /// "Pausing 2 of 5…", while many are at it.
    pub fn progress(self) -> Option<String> {
        let (paused, done, all) = self.progress.get()?;
        Some(format!("{} {done} of {all}…", if paused { "Pausing" } else { "Resuming" }))
    }

    /// Pauses a runner, or resumes it if it is paused.
    pub fn toggle(self, id: u64) {
        self.want(id, self.runner(id).is_none_or(|runner| !runner.is_paused()));
    }

    /// Pauses a runner (true) or resumes it.
    pub fn want(self, id: u64, paused: bool) {
        match self.runner(id) {
            Some(runner) => match self.refusal(&runner) {
                Some(reason) => self.toasts.fail(reason),
                None => self.set(id, paused),
            },
            None => self.toasts.fail(format!("Runner #{id} is not in the list any more.")),
        }
    }

    /// Why GitLab is sure to refuse it.
    fn refusal(self, runner: &Runner) -> Option<String> {
        let session = self.session.open_untracked()?;
        can::pause(&session.who, &runner.kind()).err().map(|reason| reason.to_string())
    }

    fn runner(self, id: u64) -> Option<Runner> {
        self.fleet.with_untracked(|fleet| {
            let of_details = || fleet.opened(id).map(|details| details.runner.clone());
            fleet.runner(id).or_else(of_details)
        })
    }

    /// Pauses or resumes the selected ones, one after the other, and says what came of it.
    pub fn all(self, selection: Selection, paused: bool) {
        let ids = selection.in_order();
        let Some(session) = self.session.open_untracked() else { return };
        if self.progress.get_untracked().is_some() || ids.is_empty() {
            return;
        }
        spawn_local(async move {
            let mut failed = Vec::new();
            for (done, id) in ids.iter().enumerate() {
                self.progress.set(Some((paused, done + 1, ids.len())));
                let refusal = self.runner(*id).and_then(|runner| self.refusal(&runner));
                let outcome = match refusal {
                    Some(reason) => Err(reason),
                    None => self.fleet.edit(*id, RunnerChanges::paused(paused)).await.map_err(|error| error.sentence()),
                };
                if let Err(why) = outcome {
                    failed.push((*id, why));
                }
                // The others are those of a GitLab that was left.
                if !self.session.is_still(&session) {
                    return;
                }
            }
            self.progress.set(None);
            self.report(paused, ids.len(), &failed);
            ids.iter()
                .filter(|id| failed.iter().all(|(other, _)| other != *id))
                .for_each(|id| selection.set(*id, false));
        });
    }

    fn set(self, id: u64, paused: bool) {
        spawn_local(async move {
            match self.fleet.edit(id, RunnerChanges::paused(paused)).await {
                Ok(_) if paused => {
                    self.toasts.say_with(format!("Runner #{id} paused"), "Resume", move || self.set(id, false));
                }
                Ok(_) => self.toasts.say(format!("Runner #{id} resumed")),
                Err(error) => {
                    let verb = if paused { "paused" } else { "resumed" };
                    self.toasts.fail(format!("Runner #{id} was not {verb}. {}", error.sentence()));
                }
            }
        });
    }

    fn report(self, paused: bool, all: usize, failed: &[(u64, String)]) {
        let verb = if paused { "paused" } else { "resumed" };
        match failed.first() {
            None => self.toasts.say(format!("{} {verb}", counted(all, "runner"))),
            Some((_, why)) => {
                let done = format!("{} of {} {verb}.", count(all - failed.len()), counted(all, "runner"));
                self.toasts.fail(format!("{done} {}", reasons(why, failed)));
            }
        }
    }
}

/// Which ones failed for a reason, and how many for others.
fn reasons(why: &str, failed: &[(u64, String)]) -> String {
    let alike: Vec<_> = failed.iter().filter(|(_, other)| other == why).map(|(id, _)| format!("#{id}")).collect();
    let more = if alike.len() > NAMED { format!(" and {} more", count(alike.len() - NAMED)) } else { String::new() };
    let named = alike[..alike.len().min(NAMED)].join(", ");
    let others = match failed.len() - alike.len() {
        0 => String::new(),
        others => format!(" {} failed for other reasons.", counted(others, "runner")),
    };
    format!("{named}{more}: {why}{others}")
}
