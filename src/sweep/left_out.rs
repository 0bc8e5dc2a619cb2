//! Groups that are not asked, because their subgroups tell all that they would.

use super::part::{Part, Types};
use super::{Pages, PartId, Place, Sweep};

/// A group that is not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The group.
    pub group: Place,
    /// Its subgroups. What is seen through two of them is seen through it as well, and nothing else is.
    pub subgroups: Vec<Place>,
}

impl Sweep {
    /// The groups above a place that are not asked, the nearest first.
    pub fn left_out_above(&self, place: &Place) -> Vec<LeftOut> {
        let Place::Group { id, .. } = place else { return Vec::new() };
        let left_out = self.groups.above(*id).filter(|id| self.is_new(PartId::Group(*id)));
        let of = |id: u64| LeftOut {
            group: self.groups.place(id),
            subgroups: self.groups.subgroups(id).iter().map(|id| self.groups.place(*id)).collect(),
        };
        left_out.map(of).collect()
    }

    /// Which groups have subgroups is known when all are listed. If some of them fail, each is asked as it comes.
    pub(super) fn plan_groups(&mut self) {
        if self.pages(PartId::Groups).is_none_or(Pages::is_active) {
            return;
        }
        self.groups.is_partial |= !self.is_listed(PartId::Groups) && self.groups.len() > 0;
        for id in self.groups.ids().to_vec() {
            if !self.groups.is_covered(id) {
                self.ask_group(id);
            }
        }
    }

    /// Where the list of a group fails, the one above it has to tell what it alone would have told.
    pub(super) fn plan_group_above(&mut self, at: usize) {
        let Part { id: PartId::Group(id), pages, .. } = &self.parts[at] else { return };
        let above = if pages.failed.is_empty() { None } else { self.groups.above(*id).next() };
        if let Some(above) = above {
            self.ask_group(above);
        }
    }

    fn ask_group(&mut self, id: u64) {
        if self.is_new(PartId::Group(id)) {
            self.add(PartId::Group(id), self.groups.path(id));
        }
    }

    /// Groups that were not asked for instance runners.
    pub(super) fn groups_without_instance(&self) -> impl Iterator<Item = u64> + '_ {
        let was_asked = |id: &u64| {
            let at = self.index.get(&PartId::Group(*id));
            at.is_some_and(|at| self.parts[*at].types != Types::Group)
        };
        self.groups.ids().iter().copied().filter(move |id| !was_asked(id))
    }
}
