//! The pages of one list: which may be asked for, which are awaited, which failed.

use crate::gitlab::error::Error;
use crate::gitlab::page::PageToken;

/// Pages that are awaited at most while nothing tells how many there are.
const AHEAD: usize = 6;

/// How far one list is read. Counts; the pages that wait stand in the queue of the sweep.
#[derive(Clone, Debug)]
pub(super) struct Pages {
    /// Waiting to be asked for.
    pub waiting: usize,
    /// Asked for.
    pub under_way: usize,
    /// Answered.
    pub arrived: usize,
    /// Not answered as they should be.
    pub failed: Vec<(PageToken, Error)>,
    /// How many rows GitLab says there are.
    pub total: Option<usize>,
    /// The lowest number that was never planned; `None` while it is not known that pages have numbers.
    number: Option<usize>,
    /// The last page, once it is known.
    last: Option<usize>,
    /// The last page that GitLab gives by its number, where it refused one.
    ceiling: Option<usize>,
    /// Where a page that was answered says the list goes on, if not by a number.
    cursor: Option<PageToken>,
    /// Whether the list goes on after the last id because of the ceiling.
    by_id: bool,
    /// Pages to be asked for once more.
    again: Vec<usize>,
}

impl Pages {
    /// The first one waits.
    pub fn new() -> Self {
        Self {
            waiting: 1,
            under_way: 0,
            arrived: 0,
            failed: Vec::new(),
            total: None,
            number: None,
            last: None,
            ceiling: None,
            cursor: None,
            by_id: false,
            again: Vec::new(),
        }
    }

    /// Whether anything more comes by itself.
    pub fn is_active(&self) -> bool {
        self.waiting + self.under_way > 0
    }

    /// Whether all of it is here.
    pub fn is_complete(&self) -> bool {
        !self.is_active() && self.failed.is_empty() && self.arrived > 0 && !self.wants_ids()
    }

    /// Whether nothing more can be had of it, for now or for good: all is here, or it was refused.
    pub fn is_over(&self) -> bool {
        self.is_complete() || self.is_refused()
    }

    /// Whether it failed for good: asking again in a moment would not help.
    fn is_refused(&self) -> bool {
        !self.is_active() && !self.failed.is_empty() && self.failed.iter().all(|(_, error)| !error.is_passing())
    }

    /// Whether it goes on and nobody can say how far.
    pub fn is_endless(&self) -> bool {
        self.is_active() && self.arrived > 0 && self.last.is_none() && self.total.is_none()
    }

    /// Whether nothing of it was answered and nobody is asking.
    pub fn is_untouched(&self) -> bool {
        self.arrived + self.under_way == 0
    }

    /// A page that was under way is here.
    pub fn arrive(&mut self, page: &PageToken, rows: usize, next: Option<PageToken>, total: Option<usize>) {
        self.under_way -= 1;
        self.arrived += 1;
        self.total = total.or(self.total);
        match (page, next) {
            (_, Some(PageToken::Cursor(cursor))) => self.cursor = Some(PageToken::Cursor(cursor)),
            (PageToken::First, Some(PageToken::Number(number))) => {
                self.number = Some(number);
                // A page with another one after it is full, so it tells how many rows a page has: a server may allow
                // fewer than we want.
                self.last = total.map(|total| total.div_ceil(rows.max(1)).max(number));
            }
            (PageToken::Number(_), Some(PageToken::Number(next))) => {
                self.last = self.last.map(|last| last.max(next).min(self.ceiling.unwrap_or(usize::MAX)));
            }
            (PageToken::Number(number), None) => self.end_at(*number),
            _ => {}
        }
    }

    /// A page that was under way is not coming.
    pub fn fail(&mut self, page: &PageToken, error: Error) {
        self.under_way -= 1;
        if !self.is_beyond(page) {
            self.failed.push((page.clone(), error));
        }
    }

    /// GitLab gives no page by this number or a higher one.
    pub fn refuse(&mut self, number: usize) {
        self.under_way -= 1;
        self.ceiling = Some(self.ceiling.unwrap_or(usize::MAX).min(number - 1));
        self.end_at(number - 1);
    }

    fn end_at(&mut self, number: usize) {
        self.last = Some(self.last.unwrap_or(usize::MAX).min(number));
        let last = self.last;
        self.failed.retain(|(page, _)| !is_after(page, last));
    }

    /// Whether a page is after the last one, so that asking for it adds nothing.
    pub fn is_beyond(&self, page: &PageToken) -> bool {
        is_after(page, self.last)
    }

    /// Whether the list has to go on by ids now: page numbers have come to their end before the list has.
    pub fn wants_ids(&self) -> bool {
        self.ceiling.is_some() && !self.by_id && !self.is_active()
    }

    /// Goes on after the last id that is known.
    pub fn go_on_after(&mut self, id: u64) {
        self.by_id = true;
        let pairs = [("pagination", "keyset".to_owned()), ("id_after", id.to_string())];
        self.cursor = Some(PageToken::Cursor(pairs.map(|(key, value)| (key.to_owned(), value)).into()));
    }

    /// A row was taken out of the list, and those after it moved up. A page that was sent for is to be asked for once
    /// more if a row may have moved onto it from the next one, which is not here: the caller says which pages are.
    pub fn shift(&mut self, was_sent: impl Fn(usize) -> bool, is_here: impl Fn(usize) -> bool) {
        let planned = self.number.unwrap_or(2);
        let is_here = |page| page < planned && is_here(page);
        let moved = (1..planned).filter(|page| was_sent(*page) && !is_here(*page + 1));
        let moved: Vec<usize> = moved.filter(|page| !self.again.contains(page)).collect();
        self.again.extend(moved);
    }

    /// The pages that can be asked for now and could not before. They are waiting from here on.
    pub fn more(&mut self) -> Vec<PageToken> {
        let mut more: Vec<PageToken> = self.cursor.take().into_iter().collect();
        if self.number.is_some() {
            let last = self.last.unwrap_or(usize::MAX);
            more.extend(self.again.drain(..).filter(|page| *page < last).map(PageToken::Number));
        }
        self.waiting += more.len();
        while let Some(number) = self.number.filter(|number| self.may_ask(*number)) {
            self.number = Some(number + 1);
            self.waiting += 1;
            more.push(PageToken::Number(number));
        }
        more
    }

    fn may_ask(&self, number: usize) -> bool {
        self.last.map_or(self.waiting + self.under_way + self.failed.len() < AHEAD, |last| number <= last)
    }

    /// The pages that failed. They are waiting from here on.
    pub fn retry(&mut self) -> Vec<PageToken> {
        let failed = std::mem::take(&mut self.failed);
        self.waiting += failed.len();
        failed.into_iter().map(|(page, _)| page).collect()
    }
}

fn is_after(page: &PageToken, last: Option<usize>) -> bool {
    matches!((page, last), (PageToken::Number(number), Some(last)) if *number > last)
}
