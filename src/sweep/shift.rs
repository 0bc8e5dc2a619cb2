//! A runner that is deleted while its lists are read: the rows after it move up, some onto pages that were read before.

use super::queue::Wanted;
use super::{Call, Sweep};
use crate::gitlab::page::PageToken;

impl Sweep {
    /// Notes that a runner was deleted. Where a row may have moved from a page that is yet to come onto one that came,
    /// that one is asked for once more.
    pub fn shift(&mut self) {
        for at in 0..self.parts.len() {
            self.shift_part(at);
            self.go_on(at);
        }
    }

    /// The same of one part, before the page is taken that tells of fewer rows than those before it.
    pub(super) fn shift_part(&mut self, at: usize) {
        let part = &mut self.parts[at];
        let is_whole = !part.pages.is_active() && part.pages.failed.is_empty();
        if is_whole || !matches!(part.call(), Call::Runners(_)) {
            return;
        }
        let waiting = numbers(at, self.queue.iter());
        let under_way = numbers(at, self.under_way.iter());
        let failed: Vec<usize> = part.pages.failed.iter().filter_map(|(page, _)| number(page)).collect();
        let was_sent = |page: usize| !waiting.contains(&page) && !failed.contains(&page);
        part.pages.shift(was_sent, |page| was_sent(page) && !under_way.contains(&page));
    }
}

/// The numbers of a part's pages among some.
fn numbers<'a>(at: usize, wanted: impl Iterator<Item = &'a Wanted>) -> Vec<usize> {
    wanted.filter(|wanted| wanted.part == at).filter_map(|wanted| number(&wanted.page)).collect()
}

fn number(page: &PageToken) -> Option<usize> {
    match page {
        PageToken::First => Some(1),
        PageToken::Number(number) => Some(*number),
        PageToken::Cursor(_) => None,
    }
}
