//! Which runners are selected. A runner that is filtered away stays selected until that is cleared.

use std::collections::HashSet;

use leptos::prelude::*;

use super::list::List;
use crate::can;
use crate::state::session::SessionState;

/// The selected runners.
#[derive(Clone, Copy)]
pub struct Selection {
    list: List,
    session: SessionState,
    ids: RwSignal<HashSet<u64>>,
}

impl Selection {
    /// None is selected.
    pub fn new(list: List) -> Self {
        let ids = RwSignal::new(HashSet::new());
        // Another source is another list: what was selected in the old one is out of sight and out of reach.
        Effect::new(move |before: Option<()>| {
            list.source.track();
            if before.is_some() {
                ids.set(HashSet::new());
            }
        });
        Self { list, session: expect_context(), ids }
    }

    /// Whether a runner is selected, tracked.
    pub fn has(self, id: u64) -> bool {
        self.with(|ids| ids.contains(&id))
    }

    /// Looks at the selected ones, tracked.
    pub fn with<T>(self, look: impl FnOnce(&HashSet<u64>) -> T) -> T {
        self.ids.with(look)
    }

    /// Selects a runner or not.
    pub fn set(self, id: u64, on: bool) {
        self.ids.update(|ids| {
            if on {
                ids.insert(id);
            } else {
                ids.remove(&id);
            }
        });
    }

    /// Selects a runner, or not if it was.
    pub fn toggle(self, id: u64) {
        let was = self.ids.read_untracked().contains(&id);
        self.set(id, !was);
    }

    /// Selects every runner shown, or none of all.
    pub fn set_all(self, on: bool) {
        let shown = untrack(|| self.list.ids());
        self.ids.set(if on { shown.into_iter().collect() } else { HashSet::new() });
    }

    /// Selects none.
    pub fn clear(self) {
        self.ids.set(HashSet::new());
    }

    /// How many are selected, tracked.
    pub fn count(self) -> usize {
        self.ids.read().len()
    }

    /// How many of the rows shown are selected, tracked.
    pub fn count_shown(self) -> usize {
        let ids = self.ids.read();
        if ids.is_empty() { 0 } else { self.list.ids().iter().filter(|id| ids.contains(id)).count() }
    }

    /// The selected runners, in the order of the list.
    pub fn in_order(self) -> Vec<u64> {
        let ids = self.ids.read_untracked();
        let mut order: Vec<u64> = untrack(|| self.list.ids()).into_iter().filter(|id| ids.contains(id)).collect();
        let shown: HashSet<u64> = order.iter().copied().collect();
        let mut hidden: Vec<u64> = ids.iter().copied().filter(|id| !shown.contains(id)).collect();
        hidden.sort_unstable();
        order.extend(hidden);
        order
    }

    /// Why the selected ones cannot be changed, whatever they are; tracked.
    pub fn refusal(self) -> Option<String> {
        let session = self.session.open()?;
        can::write(&session.who).err().map(|reason| reason.to_string())
    }
}
