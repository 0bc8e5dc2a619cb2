//! Deciding what is read: what is completely loaded is filtered here, and only what is not goes to GitLab.

use leptos::prelude::*;

use super::loading::Begin;
use super::{Aside, FleetState, Kept, Owed, Phase};
use crate::browser::{clock, timers};
use crate::fleet::Fleet;
use crate::search::Reading;
use crate::sweep::Place;

/// A list that was read longer ago is read again when somebody comes back to it, in milliseconds.
const OLD_MS: i64 = 60_000;
/// How long rows that changed since the last reading are marked.
const NEWS_MS: u32 = 4000;

impl FleetState {
    /// Sees to it that what a search wants is listed: from what is loaded if that is enough, else from GitLab.
    /// `None` gives up what is under way.
    pub fn ask(&self, wanted: Option<Reading>) {
        let is_back = self.is_seen.try_update_value(|seen| !std::mem::replace(seen, true)).unwrap_or(false);
        let before = self.asked.get_untracked();
        let session = self.session.open_untracked();
        let heeds_version = session.is_some_and(|session| session.version.knows_version_prefix());
        let wanted = wanted.map(|wanted| if heeds_version { wanted } else { wanted.without_version() });
        let wanted = wanted.map(|wanted| self.least(wanted));
        if before == wanted {
            match self.owed.try_update_value(Option::take).flatten() {
                Some(Owed::All) => self.reload(),
                Some(Owed::Rest) => self.resume(),
                None if is_back && self.is_old() => self.reload(),
                None => {}
            }
            return;
        }
        let is_stopped = self.owed.try_update_value(Option::take).flatten().is_none()
            && *self.phase.read_untracked() == Phase::Stopped;
        self.put_aside(before.as_ref(), is_stopped);
        let same = before.zip(wanted.as_ref()).is_some_and(|(before, wanted)| before.is_of_same(wanted));
        self.stop_list();
        if !same {
            self.stop_all_details();
        }
        self.asked.set(wanted.clone());
        self.total.set(None);
        self.read_at.set(None);
        let Some(wanted) = wanted else {
            self.fleet.update(|fleet| fleet.begin(false));
            self.phase.set(Phase::Idle);
            return;
        };
        if let Some(Aside { places, is_stopped, .. }) = self.take_aside(&wanted) {
            self.list(&wanted, &places);
            // Of one that is done but for what failed nothing is left to do.
            let is_done = self.with_sweep(|sweep| sweep.is_done()).unwrap_or(true);
            match (is_stopped, is_done) {
                (true, _) => self.phase.set(Phase::Stopped),
                (false, false) => self.read(wanted, Begin::Resumed),
                (false, true) => self.read(wanted, Begin::Kept),
            }
            return;
        }
        let kept = self.kept.with_value(|kept| kept.get(&wanted).cloned());
        let Some(Kept { places, read_at }) = kept else {
            if !same {
                self.fleet.update(|fleet| fleet.begin(false));
            }
            self.read(wanted, Begin::Anew);
            return;
        };
        self.read_at.set(Some(read_at));
        self.list(&wanted, &places);
        if same && read_at >= self.renewed_at.get_value() {
            // Nobody left the list; only a filter went, and with it what could not be read for it.
            if matches!(wanted, Reading::Everything(_))
                && let Some(swept) = self.swept.try_update_value(Option::take).flatten()
            {
                self.sweep.set_value(Some(swept));
            }
            self.report();
            self.phase.set(Phase::Done);
        } else {
            self.read(wanted, Begin::Kept);
        }
    }

    /// Lists what is loaded already.
    fn list(&self, reading: &Reading, places: &[u32]) {
        self.fleet.update(|fleet| {
            fleet.list(places);
            fleet.answers(&reading.filters().tag_list);
        });
    }

    fn is_old(&self) -> bool {
        self.read_at.get_untracked().is_some_and(|at| clock::now() - at > OLD_MS)
    }

    /// Nobody looks at the list any more. What is under way goes on when somebody does again.
    pub fn leave(&self) {
        self.is_seen.set_value(false);
        if self.phase.with_untracked(Phase::is_busy) {
            self.stop_list();
            self.phase.set(Phase::Stopped);
            self.owed.set_value(Some(Owed::Rest));
        }
    }

    /// Keeps what came of a sweep that is not done, for when somebody comes back to it.
    fn put_aside(&self, reading: Option<&Reading>, is_stopped: bool) {
        let Some(reading @ Reading::Everything(_)) = reading else { return };
        if self.kept.with_value(|kept| !kept.contains_key(reading)) {
            // What came while the old rows stayed on screen is part of it.
            self.fleet.update_untracked(|fleet| fleet.finish_in_part(None));
            let places = self.with_untracked(|fleet| fleet.listed().to_vec());
            self.aside.set_value(Some(Aside { reading: reading.clone(), places, is_stopped }));
        }
    }

    fn take_aside(&self, reading: &Reading) -> Option<Aside> {
        let is_it = self.aside.with_value(|aside| aside.as_ref().is_some_and(|aside| aside.reading == *reading));
        is_it.then(|| self.aside.try_update_value(Option::take).flatten()).flatten()
    }

    /// The least that has to be read: nothing new where all is loaded that the filters look at.
    fn least(&self, wanted: Reading) -> Reading {
        let whole = wanted.whole();
        let is_whole = self.kept.with_value(|kept| kept.contains_key(&whole));
        if !is_whole {
            // A sweep is many requests: it is made once, for all filters to come.
            return if matches!(whole, Reading::Everything(_)) { whole } else { wanted };
        }
        let by_details = wanted.by_details();
        if by_details == whole || self.knows_details_of(&whole) { whole } else { by_details }
    }

    fn knows_details_of(&self, whole: &Reading) -> bool {
        self.kept.with_value(|kept| {
            let Some(kept) = kept.get(whole) else { return false };
            self.with_untracked(|fleet| fleet.knows_details_of(&kept.places))
        })
    }

    /// Reads the same again because somebody wants to see what is new. A sweep that is under way is too long to begin anew:
    /// another one follows it.
    pub fn refresh(&self) {
        let is_sweep = matches!(*self.asked.read_untracked(), Some(Reading::Everything(_)));
        if is_sweep && self.is_loading_untracked() {
            self.again.set_value(true);
        } else {
            self.reload();
        }
    }

    /// Reads the same again from its beginning, at once or when somebody looks at it; the old rows stay until the new
    /// ones are all here, old details until newer ones come.
    pub fn reload(&self) {
        self.renewed_at.set_value(clock::now());
        if !self.is_seen.get_value() {
            self.owed.set_value(Some(Owed::All));
        } else if let Some(reading) = self.asked.get_untracked() {
            self.owed.set_value(None);
            self.again.set_value(false);
            // That there is none is something to keep on screen, too.
            let keep = self.read_at.get_untracked().is_some() || !self.with_untracked(Fleet::is_empty);
            self.read(reading, if keep { Begin::Kept } else { Begin::Anew });
            self.renew_details();
        }
    }

    /// Gives up what is under way and keeps what has come.
    pub fn stop(&self) {
        self.again.set_value(false);
        let is_list = matches!(*self.asked.read_untracked(), Some(Reading::List(_)));
        // What stays is all of it, as it was read before.
        let is_whole = is_list && self.read_at.get_untracked().is_some();
        self.stop_list();
        if is_whole {
            self.total.set(None);
        }
        self.phase.set(if is_whole { Phase::Done } else { Phase::Stopped });
    }

    /// All has come: it is kept for the next look, and what is new in it is marked for a moment.
    pub(super) fn finish(self, reading: &Reading, refreshed: bool) {
        let is_sweep = matches!(reading, Reading::Everything(_));
        let is_whole = !is_sweep || self.is_swept();
        let is_all = is_whole && is_sweep && *reading == reading.whole();
        let untold = if is_sweep { self.with_sweep(|sweep| sweep.untold()).flatten() } else { Some(Vec::new()) };
        let untold: Option<Vec<String>> = untold.map(|places| places.iter().map(Place::word).collect());
        self.fleet.update(|fleet| {
            fleet.finish_in_part(untold.as_deref());
            if let Some(untold) = untold.filter(|_| is_sweep && *reading == reading.whole()) {
                fleet.forget_old_ways(&untold);
            }
        });
        let places = self.with_untracked(|fleet| fleet.listed().to_vec());
        let read_at = clock::now();
        self.read_at.set(Some(read_at));
        let kept = Kept { places, read_at };
        if is_all {
            self.swept.set_value(None);
        }
        if is_whole {
            self.kept.update_value(|all| drop(all.insert(reading.clone(), kept)));
        }
        if refreshed {
            let timer = timers::after(NEWS_MS, move || self.fleet.update(Fleet::forget_changes));
            self.news.set_value(Some(timer));
        } else {
            self.fleet.update_untracked(Fleet::forget_changes);
        }
    }
}
