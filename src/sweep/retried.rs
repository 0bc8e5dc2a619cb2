//! What failed and is tried again: each part alone or all of them, while others go on or wait.

use super::queue::Wanted;
use super::{PartId, Sweep};

impl Sweep {
    /// Does again what failed.
    pub fn retry_failed(&mut self) {
        for at in std::mem::take(&mut self.failing) {
            self.retry_at(at);
        }
    }

    /// Does again what failed of one part.
    pub fn retry(&mut self, part: PartId) {
        if let Some(at) = self.index.get(&part).copied() {
            self.failing.retain(|failing| *failing != at);
            self.retry_at(at);
        }
    }

    /// What is not done yet waits until [`Self::go_on_with_all`], but for what is tried again from now on.
    pub fn go_on_with_retried(&mut self) {
        self.retried = (!self.is_done()).then(Vec::new);
    }

    /// Nothing waits for somebody any more.
    pub fn go_on_with_all(&mut self) {
        self.retried = None;
    }

    pub(super) fn next_wanted(&mut self) -> Option<Wanted> {
        let retried = self.retried.as_ref();
        self.queue.pop(|part| retried.is_none_or(|retried| retried.contains(&part)))
    }

    fn retry_at(&mut self, at: usize) {
        self.retried.iter_mut().for_each(|retried| retried.push(at));
        let part = &mut self.parts[at];
        for page in part.pages.retry() {
            self.queue.push(part.rank(&page), at, page);
        }
    }
}
