//! The edit form of one runner: what is typed, what is wrong with it, and saving it without undoing what others did.

use leptos::prelude::*;

use crate::form::conflict::{Conflict, Rebased, rebase, take_theirs};
use crate::form::{Field, Problem, RunnerForm};
use crate::gitlab::error::{Error, advice};
use crate::gitlab::runner::RunnerDetails;
use crate::state::fleet::FleetState;

/// A form for as long as it is open. A save that is under way outlives it.
#[derive(Clone, Copy)]
pub struct EditState {
    id: u64,
    fleet: FleetState,
    /// The runner that the form was opened on.
    original: RwSignal<RunnerDetails>,
    form: RwSignal<RunnerForm>,
    /// Whether somebody tried to save: only then is it said what is wrong.
    tried: RwSignal<bool>,
    /// What GitLab refused, until it is changed.
    refused: RwSignal<Vec<Problem>>,
    /// Why it was not saved, if that is not about a field.
    failure: RwSignal<Option<String>>,
    /// That there was nothing to save.
    idle: RwSignal<bool>,
    saving: RwSignal<bool>,
    /// What somebody has to decide before it is saved.
    conflicts: RwSignal<Vec<Conflict>>,
    /// What the form becomes when that is decided, and the runner as it is now.
    pending: StoredValue<Option<(RunnerForm, RunnerDetails)>>,
    /// What became of tags that others changed too.
    merged: StoredValue<Option<String>>,
}

/// A save that came about.
pub struct Saved {
    /// What became of tags that others changed too.
    pub merged: Option<String>,
    /// Whether something was typed while it was under way.
    pub goes_on: bool,
}

impl EditState {
    /// Opens a form on a runner.
    pub fn new(original: RunnerDetails, fleet: FleetState) -> Self {
        Self {
            id: original.runner.id,
            fleet,
            form: RwSignal::new(RunnerForm::from(&original)),
            original: RwSignal::new(original),
            tried: RwSignal::new(false),
            refused: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            idle: RwSignal::new(false),
            saving: RwSignal::new(false),
            conflicts: RwSignal::new(Vec::new()),
            pending: StoredValue::new(None),
            merged: StoredValue::new(None),
        }
    }

    /// Goes on with what was typed into a form on the runner as it was then.
    pub fn resume(&self, original: RunnerDetails, form: RunnerForm) {
        self.adopt(form, original);
    }

    /// What would be lost without the form: the runner that it was opened on, and what was typed.
    pub fn typed(&self) -> (RunnerDetails, RunnerForm) {
        (self.original.get_untracked(), self.form.get_untracked())
    }

    /// What is typed.
    pub fn form(&self) -> Signal<RunnerForm> {
        self.form.into()
    }

    /// The fields that differ from what is saved, tracked.
    pub fn changed(&self) -> Vec<Field> {
        self.form.read().changed_fields(&self.original.read())
    }

    /// What is wrong, for the fields at which to say it; tracked.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = self.refused.get();
        if self.tried.get() {
            let found = self.form.read().changes(&self.original.read()).err().unwrap_or_default();
            problems.retain(|refused| found.iter().all(|problem| problem.field != refused.field));
            problems.extend(found);
        }
        problems
    }

    /// Why it was not saved, tracked.
    pub fn failure(&self) -> Option<String> {
        self.failure.get()
    }

    /// Whether there was nothing to save, tracked.
    pub fn is_idle(&self) -> bool {
        self.idle.get()
    }

    /// Whether it is being saved, tracked.
    pub fn is_saving(&self) -> bool {
        self.saving.get()
    }

    /// What somebody has to decide before it is saved.
    pub fn conflicts(&self) -> Signal<Vec<Conflict>> {
        self.conflicts.into()
    }

    /// Takes what was typed.
    pub fn change(&self, form: RunnerForm) {
        self.refused.update(|refused| {
            let before = self.form.read_untracked();
            refused.retain(|problem| before.shown(problem.field) == form.shown(problem.field));
        });
        self.idle.set(false);
        self.form.set(form);
    }

    /// Follows the runner where that takes nothing away from what was typed.
    pub fn follow(&self, current: RunnerDetails) {
        if self.saving.get_untracked() || !self.conflicts.read_untracked().is_empty() {
            return;
        }
        let Rebased { form, conflicts, merged } =
            rebase(&self.form.read_untracked(), &self.original.read_untracked(), &current);
        if conflicts.is_empty() && merged.is_none() {
            self.adopt(form, current);
        }
    }

    /// Saves what changed. `None` when it did not come about, for reasons that the form shows.
    pub async fn save(self) -> Option<Saved> {
        if self.saving.get_untracked() {
            return None;
        }
        self.tried.set(true);
        self.failure.set(None);
        self.refused.set(Vec::new());
        if self.form.read_untracked().changes(&self.original.read_untracked()).ok()?.is_empty() {
            self.idle.set(true);
            return None;
        }
        self.saving.set(true);
        let outcome = self.send().await;
        self.saving.set(false);
        outcome.unwrap_or_else(|error| {
            self.refuse(&error);
            None
        })
    }

    /// Decides a conflict; true when it was the last one.
    pub fn decide(&self, field: Field, theirs: bool) -> bool {
        self.pending.update_value(|pending| {
            if let (Some((form, current)), true) = (pending, theirs) {
                take_theirs(form, field, current);
            }
        });
        self.conflicts.update(|conflicts| conflicts.retain(|conflict| conflict.field != field));
        let is_last = self.conflicts.read_untracked().is_empty();
        if is_last && let Some((form, current)) = self.pending.try_update_value(Option::take).flatten() {
            self.adopt(form, current);
        }
        is_last
    }

    /// Leaves the conflicts undecided: nothing is saved, and they come up again with the next try.
    pub fn leave_undecided(&self) {
        self.conflicts.set(Vec::new());
        self.pending.set_value(None);
        self.merged.set_value(None);
    }

    /// Reads the runner again, so that nobody's change is undone unseen, and then sends ours.
    async fn send(self) -> Result<Option<Saved>, Error> {
        let current = self.fleet.fetch_details(self.id).await?;
        // Whoever saved may have left; without the form nobody could be asked, so nothing is sent.
        let (Some(form), Some(original)) = (self.form.try_get_untracked(), self.original.try_get_untracked()) else {
            return Ok(None);
        };
        let Rebased { form, conflicts, merged } = rebase(&form, &original, &current);
        if merged.is_some() {
            self.merged.set_value(merged);
        }
        if !conflicts.is_empty() {
            self.pending.set_value(Some((form, current)));
            self.conflicts.set(conflicts);
            return Ok(None);
        }
        let changes = form.changes(&current);
        self.adopt(form.clone(), current);
        // Tags of both together may be more than GitLab takes; the form says so by now.
        let Ok(changes) = changes else { return Ok(None) };
        if changes.is_empty() {
            self.idle.set(true);
            return Ok(None);
        }
        let answer = self.fleet.edit(self.id, changes).await?;
        let goes_on = self.form.try_get_untracked().is_some_and(|now| now != form);
        if goes_on {
            self.original.set(answer);
        } else {
            self.adopt(RunnerForm::from(&answer), answer);
        }
        Ok(Some(Saved { merged: self.merged.try_update_value(Option::take).flatten(), goes_on }))
    }

    fn adopt(&self, form: RunnerForm, current: RunnerDetails) {
        self.original.set(current);
        self.form.set(form);
    }

    /// Says above the fields that GitLab refused it: why, or at which fields that is said.
    fn refuse(&self, error: &Error) {
        let (problems, others) = match error {
            Error::Invalid { fields, .. } => Problem::from_gitlab(fields),
            _ => (Vec::new(), Vec::new()),
        };
        let text = match error {
            Error::NotFound { .. } => "It is not there any more. Somebody may have deleted it.".to_owned(),
            _ => error.sentence(),
        };
        let failure = match others.as_slice() {
            [] if problems.is_empty() => Some(text),
            [] => Some("GitLab refused what is marked below. Everything typed is still here.".to_owned()),
            others => {
                let words = others.join(" ");
                Some(advice(&words).map_or(words.clone(), |advice| format!("{words} {advice}")))
            }
        };
        self.refused.set(problems);
        self.failure.set(failure);
    }
}
