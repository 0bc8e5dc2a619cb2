//! Answers that are older than what is known: a page that was asked for before a runner was changed here must not undo
//! the change on the screen.

use std::collections::HashMap;

use super::Fleet;

/// When runners were last changed here.
#[derive(Clone, Debug, Default)]
pub struct Overtaken {
    /// How many changes were answered so far; a clock.
    moment: u32,
    /// For each runner, when its last change was answered.
    changed: HashMap<u64, u32>,
    /// When what is being taken was asked for, if that matters.
    asked_at: Option<u32>,
}

impl Overtaken {
    /// A change of this runner was answered.
    pub fn tell(&mut self, id: u64) {
        self.moment += 1;
        self.changed.insert(id, self.moment);
    }

    /// Whether what is being taken was asked for before this runner was changed.
    pub fn has(&self, id: u64) -> bool {
        let changed = self.asked_at.zip(self.changed.get(&id));
        changed.is_some_and(|(asked_at, changed)| *changed > asked_at)
    }
}

impl Fleet {
    /// Now, for [`Fleet::as_of`].
    pub fn moment(&self) -> u32 {
        self.overtaken.moment
    }

    /// Takes what was asked for at a moment: nothing of it is news of a runner that was changed since.
    pub fn as_of(&mut self, moment: u32, take: impl FnOnce(&mut Self)) {
        self.overtaken.asked_at = Some(moment);
        take(self);
        self.overtaken.asked_at = None;
    }
}
