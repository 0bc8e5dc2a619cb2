//! The same lists once more, for a filter: what there is to ask is known by then.

use super::{Call, Sweep};

impl Sweep {
    /// A sweep of the lists of this one. Groups and projects are not listed again, and nobody looks for instance
    /// runners: the list that has them is among these.
    #[must_use]
    pub fn again(&self) -> Self {
        let mut again = Self { has_instance: true, is_thorough: self.is_thorough, ..Self::default() };
        for part in &self.parts {
            if part.was_asked() && matches!(part.call(), Call::Runners(_)) {
                let at = again.add(part.id, part.path.clone());
                again.parts[at].types = part.types;
                again.parts[at].rows_before = part.rows();
            }
        }
        again
    }
}
