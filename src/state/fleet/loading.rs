//! Loading a list: the first page at once, the rest several at a time, each on screen as it comes.

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

/// Pages asked for ahead of the one that is awaited. The client lets no more through than it holds good.
const AHEAD: usize = 6;

impl FleetState {
    /// Loads what is asked for, unless it is loaded or on its way. `None` gives up what is under way.
    pub fn ask(&self, call: Option<ListRunners>) {
        if self.asked.with_value(|asked| *asked == call) {
            return;
        }
        let same_scope = match (self.asked.get_value(), &call) {
            (Some(before), Some(now)) => before.scope == now.scope,
            _ => false,
        };
        self.stop_list();
        self.asked.set_value(call.clone());
        if !same_scope {
            self.fleet.update(Fleet::clear);
        }
        self.total.set(None);
        match call {
            Some(call) => self.start(call, false),
            None => self.phase.set(Phase::Idle),
        }
    }

    /// Loads the same again; the old rows stay until the new ones are all here, old details until newer ones come.
    pub fn refresh(&self) {
        if let Some(call) = self.asked.get_value() {
            self.stop_list();
            let keep = !self.with_untracked(Fleet::is_empty);
            self.start(call, keep);
            self.renew_details();
        }
    }

    /// Gives up what is under way and keeps what has come.
    pub fn stop(&self) {
        self.stop_list();
        self.phase.set(Phase::Stopped);
    }

    fn start(self, call: ListRunners, keep: bool) {
        let Some(session) = self.session.open_untracked() else { return };
        if !session.version.knows_version_prefix() {
            self.fleet.update(Fleet::compare_versions);
        }
        self.phase.set(Phase::Loading);
        let task = spawn(async move {
            let outcome = self.load(&session.client, &call, keep).await;
            self.phase.set(outcome.err().map_or(Phase::Done, Phase::Failed));
        });
        self.list_task.set_value(Some(task));
    }

    async fn load(self, client: &Client, call: &ListRunners, keep: bool) -> Result<(), Error> {
        let first = client.page(call, &PageToken::First).await?;
        self.total.set(first.total);
        let mut arriving = Arriving { state: self, kept_back: keep.then(Vec::new) };
        let next = first.next.clone();
        arriving.first(first);
        performance::mark("runners-first-page");
        match next {
            Some(PageToken::Number(2)) => self.load_numbered(client, call, &mut arriving).await?,
            Some(next) => load_linked(client, call, next, &mut arriving).await?,
            None => {}
        }
        arriving.finish();
        performance::mark("runners-in-memory");
        Ok(())
    }

    /// Totals told: the rest at once, several at a time. Not told: ahead of what is known, until a page is not full.
    async fn load_numbered(self, client: &Client, call: &ListRunners, arriving: &mut Arriving) -> Result<(), Error> {
        let last = self.total.get_untracked().map_or(usize::MAX, |total| total.div_ceil(call.per_page()));
        let mut pages = stream::iter(2..=last)
            .map(|number| async move { client.page(call, &PageToken::Number(number)).await })
            .buffered(AHEAD);
        while let Some(page) = pages.next().await {
            let page = page?;
            let is_last = page.next.is_none();
            arriving.more(page);
            if is_last {
                break;
            }
        }
        Ok(())
    }
}

/// Each page says where the next one is.
async fn load_linked(
    client: &Client,
    call: &ListRunners,
    mut next: PageToken,
    arriving: &mut Arriving,
) -> Result<(), Error> {
    loop {
        let page = client.page(call, &next).await?;
        let after = page.next.clone();
        arriving.more(page);
        match after {
            Some(after) => next = after,
            None => return Ok(()),
        }
    }
}

/// Puts pages on screen as they come, or holds them back until all are here.
struct Arriving {
    state: FleetState,
    kept_back: Option<Vec<Runner>>,
}

impl Arriving {
    fn first(&mut self, page: Page<Runner>) {
        match &mut self.kept_back {
            Some(runners) => runners.extend(page.items),
            None => self.state.fleet.update(|fleet| {
                fleet.clear();
                fleet.add(page.items);
            }),
        }
    }

    fn more(&mut self, page: Page<Runner>) {
        match &mut self.kept_back {
            Some(runners) => runners.extend(page.items),
            None => self.state.fleet.update(|fleet| fleet.add(page.items)),
        }
    }

    fn finish(self) {
        if let Some(runners) = self.kept_back {
            self.state.fleet.update(|fleet| {
                fleet.clear();
                fleet.add(runners);
            });
        }
    }
}
