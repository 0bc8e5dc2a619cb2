//! The groups that are known, and which of them need not be asked.

use std::collections::HashMap;
use std::sync::Arc;

use super::place::Place;
use crate::gitlab::group::Group;

/// So many groups are each asked: their requests are sent at once anyway, so leaving one out would save no time.
const FEW: usize = 12;

#[derive(Clone, Debug)]
struct Known {
    path: Arc<str>,
    parent: Option<u64>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    known: HashMap<u64, Known>,
    /// In the order in which they came.
    ids: Vec<u64>,
    /// By the group they stand in, which may not be known itself.
    subgroups: HashMap<u64, Vec<u64>>,
    /// Whether some had to be asked before all were known.
    pub is_partial: bool,
}

impl Groups {
    /// Adds a page. One that is known already is passed over: pages shift while groups come and go.
    pub fn add(&mut self, groups: Vec<Group>) {
        for group in groups {
            if self.knows(group.id) {
                continue;
            }
            if let Some(parent) = group.parent_id {
                self.subgroups.entry(parent).or_default().push(group.id);
            }
            self.known.insert(group.id, Known { path: group.path().into(), parent: group.parent_id });
            self.ids.push(group.id);
        }
    }

    /// How many are known.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn knows(&self, id: u64) -> bool {
        self.known.contains_key(&id)
    }

    pub fn ids(&self) -> &[u64] {
        &self.ids
    }

    pub fn path(&self, id: u64) -> Arc<str> {
        self.known[&id].path.clone()
    }

    pub fn place(&self, id: u64) -> Place {
        Place::Group { id, path: self.path(id) }
    }

    /// The known groups that stand in it.
    pub fn subgroups(&self, id: u64) -> &[u64] {
        self.subgroups.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Known groups above one, the nearest first.
    pub fn above(&self, id: u64) -> impl Iterator<Item = u64> + '_ {
        let parent = |id: &u64| self.known.get(id)?.parent.filter(|parent| self.knows(*parent));
        std::iter::successors(parent(&id), parent)
    }

    /// Whether its runners are known when those of its subgroups are. A group's list has its own runners and those of
    /// all groups above it (contract 6.14), so just these are in the lists of two subgroups.
    pub fn is_covered(&self, id: u64) -> bool {
        !self.is_partial && self.len() > FEW && self.subgroups(id).len() > 1
    }
}
