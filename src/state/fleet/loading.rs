//! Reading one of GitLab's lists: the first page at once, the rest several at a time, each on screen as it comes.

use futures::stream::{self, StreamExt};
use leptos::prelude::*;

use super::{FleetState, Phase, spawn};
use crate::browser::performance;
use crate::fleet::Fleet;
use crate::gitlab::client::Client;
use crate::gitlab::endpoint::{Endpoint, ListRunners};
use crate::gitlab::error::Error;
use crate::gitlab::page::{Page, PageToken};
use crate::gitlab::runner::Runner;
use crate::search::Reading;

/// Pages asked for ahead of the one that is awaited, where their number is known. The client lets no more through than
/// it holds good.
const AHEAD: usize = 12;
/// The same where it is not: those after the last are asked for in vain.
const AHEAD_BLINDLY: usize = 6;

/// Whether there were fewer rows in the end: somebody deleted some, and others moved onto pages that were read before.
struct Moved(bool);

/// How a reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begin {
    /// Without rows.
    Anew,
    /// With the old rows, which stay until all is here.
    Kept,
    /// The same once more, because rows moved while they were read.
    Repeated,
    /// Where a sweep was stopped.
    Resumed,
}

impl Begin {
    /// Whether old rows stay until all is here.
    pub fn keeps(self) -> bool {
        matches!(self, Self::Kept | Self::Repeated)
    }
}

impl FleetState {
    /// Reads.
    pub(super) fn read(self, reading: Reading, begin: Begin) {
        let keep = begin.keeps();
        let Some(session) = self.session.open_untracked() else { return };
        self.stop_list();
        self.phase.set(if keep { Phase::Refreshing } else { Phase::Loading });
        if begin == Begin::Anew {
            self.set_wanted(&[]);
        }
        // First, so that its answer is here before the first page is.
        self.ask_price(&session);
        let task = spawn(async move {
            let outcome = match &reading {
                Reading::List(list) => self.load(&session.client, list, keep).await,
                Reading::Everything(filters) => {
                    self.read_everything(&session, filters, begin).await.map(|()| Moved(false))
                }
            };
            let is_sweep = matches!(reading, Reading::Everything(_));
            if is_sweep && outcome.is_ok() && self.is_waiting() {
                self.phase.set(Phase::Stopped);
                return;
            }
            let is_moved = matches!(outcome, Ok(Moved(true)));
            if outcome.is_ok() {
                // GitLab counts a runner twice that two managers of a version match; now all have been counted here.
                self.total.set(None);
                self.finish(&reading, keep);
                performance::mark("runners-in-memory");
            }
            self.phase.set(outcome.err().map_or(Phase::Done, Phase::Failed));
            if is_sweep && self.again.try_update_value(std::mem::take).unwrap_or(false) {
                self.reload();
            } else if is_moved && begin != Begin::Repeated {
                // Once: it may go on like that.
                self.read(reading, Begin::Repeated);
            }
        });
        self.list_task.set_value(Some(task));
    }

    async fn load(self, client: &Client, list: &ListRunners, keep: bool) -> Result<Moved, Error> {
        let asked_at = self.with_untracked(Fleet::moment);
        let first = client.page(list, &PageToken::First).await?;
        self.total.set(first.total);
        self.fleet.update_untracked(|fleet| {
            fleet.begin(keep);
            fleet.answers(&list.tag_list);
            fleet.as_of(asked_at, |fleet| fleet.add(&first.items, None));
        });
        performance::mark("runners-first-page");
        self.want_first_rows(first.next.is_none());
        self.fleet.notify();
        match first.next {
            Some(PageToken::Number(2)) => self.load_numbered(client, list).await?,
            Some(next) => self.load_linked(client, list, next).await?,
            None => {}
        }
        Ok(Moved(self.total.get_untracked() < first.total))
    }

    /// Totals told: the rest at once, several at a time, and what was added meanwhile. Not told: ahead of what is known,
    /// until a page is not full.
    async fn load_numbered(self, client: &Client, call: &ListRunners) -> Result<(), Error> {
        let total = self.total.get_untracked();
        let last = total.map_or(usize::MAX, |total| total.div_ceil(call.per_page()));
        let ahead = if total.is_some() { AHEAD } else { AHEAD_BLINDLY };
        let mut pages =
            stream::iter(2..=last).map(|number| self.page(client, call, PageToken::Number(number))).buffered(ahead);
        while let Some(page) = pages.next().await {
            let next = self.arrived(page?);
            match next {
                Some(PageToken::Number(number)) if number <= last => {}
                Some(next) => return self.load_linked(client, call, next).await,
                None => break,
            }
        }
        Ok(())
    }

    /// Each page says where the next one is.
    async fn load_linked(self, client: &Client, list: &ListRunners, mut next: PageToken) -> Result<(), Error> {
        loop {
            match self.arrived(self.page(client, list, next).await?) {
                Some(after) => next = after,
                None => return Ok(()),
            }
        }
    }

    /// A page, and when it was asked for.
    async fn page(self, client: &Client, call: &ListRunners, page: PageToken) -> Result<(u32, Page<Runner>), Error> {
        let asked_at = self.with_untracked(Fleet::moment);
        Ok((asked_at, client.page(call, &page).await?))
    }

    /// Takes a page. Where the next one is.
    fn arrived(self, (asked_at, page): (u32, Page<Runner>)) -> Option<PageToken> {
        if page.total.is_some() && page.total < self.total.get_untracked() {
            self.total.set(page.total);
        }
        self.fleet.update_untracked(|fleet| fleet.as_of(asked_at, |fleet| fleet.add(&page.items, None)));
        self.tell();
        page.next
    }
}
