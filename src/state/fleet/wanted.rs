//! Whose details are wanted: of the runners in sight, and when a list begins, of those that are about to be.

use leptos::prelude::*;

use super::FleetState;

/// Whose details are wanted.
#[derive(Clone, Default)]
pub struct Wanted {
    /// The runners for which they were last wanted.
    ids: Vec<u64>,
    /// Tells which runners will be in sight at the beginning of a list, told whether all of it is here.
    first: Option<Callback<bool, Vec<u64>>>,
}

impl FleetState {
    /// Heeds somebody who knows which runners will be in sight at the beginning of a list, told whether all of it is here.
    pub fn foresee(&self, first: Callback<bool, Vec<u64>>) {
        self.wanted.update_value(|wanted| wanted.first = Some(first));
    }

    /// The first page of a list is here, and nobody has heard of it yet. Nobody scrolls past its first rows: their
    /// details are asked for before they are shown, which takes as long as the way to GitLab and back.
    pub(super) fn want_first_rows(&self, is_all: bool) {
        let first = self.wanted.with_value(|wanted| wanted.first.filter(|_| wanted.ids.is_empty()));
        if let Some(ids) = first.and_then(|first| first.try_run(is_all)) {
            self.want_details(&ids);
        }
    }

    /// Asks for those that were noted.
    pub fn want_noted(&self) {
        self.want_details(&self.last_wanted());
    }

    /// Those for which they were last wanted.
    pub(super) fn last_wanted(&self) -> Vec<u64> {
        self.wanted.with_value(|wanted| wanted.ids.clone())
    }

    /// Notes whose details are wanted, without asking for them; nobody's when a list begins.
    pub fn set_wanted(&self, ids: &[u64]) {
        self.wanted.update_value(|wanted| wanted.ids = ids.to_vec());
    }
}
