//! What was typed about a new runner, for when its screen goes and comes back.

use leptos::prelude::*;

use super::{NewRunnerState, Place, Step};
use crate::form::RunnerForm;
use crate::gitlab::term::RunnerType;

/// All that somebody has typed and chosen.
pub struct Typed {
    kind: RunnerType,
    group: Place,
    project: Place,
    form: RunnerForm,
    step: Step,
}

impl NewRunnerState {
    /// What would be lost without the screen; nothing once the runner is there.
    pub fn typed(&self) -> Option<Typed> {
        (self.step.get_untracked() != Step::Register).then(|| Typed {
            kind: self.kind.get_untracked(),
            group: self.group.get_untracked(),
            project: self.project.get_untracked(),
            form: self.form.get_untracked(),
            step: self.step.get_untracked(),
        })
    }

    /// Goes on with it.
    pub fn resume(&self, typed: Typed) {
        self.kind.set(typed.kind);
        self.group.set(typed.group);
        self.project.set(typed.project);
        self.form.set(typed.form);
        self.step.set(typed.step);
    }
}
