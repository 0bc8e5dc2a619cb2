//! Projects that are not asked, because another one of their namespace tells of all group runners that they inherit.

use super::namespaces::Candidate;
use super::{PartId, Place, Sweep};

/// A project that told of group runners, and those that are not asked because it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Siblings {
    /// The project that was asked.
    pub told: Place,
    /// The others of its namespace. Group runners that are seen through it are seen through them as well (contract 8.6),
    /// unless one has switched group runners off: lists tell that only together with registration tokens, which nobody
    /// needs here.
    pub others: Vec<Place>,
}

impl Sweep {
    /// The siblings of a project that was asked; of all such projects, for the part that lists projects.
    pub fn siblings(&self, part: PartId) -> Vec<Siblings> {
        let told = self.namespaces.list.iter().filter_map(|namespace| Some((namespace, namespace.told?)));
        let wanted = told.filter(|(_, told)| part == PartId::Projects || part == self.parts[*told].id);
        let siblings = wanted.filter_map(|(namespace, told)| {
            // One that was asked has spoken for itself.
            let is_asked = |project: &&Candidate| !self.is_new(PartId::Project(project.id));
            let others = namespace.projects.iter().filter(|project| !is_asked(project)).map(Candidate::place);
            Some(Siblings { told: self.parts[told].place()?, others: others.collect() })
        });
        siblings.filter(|siblings| !siblings.others.is_empty()).collect()
    }
}
