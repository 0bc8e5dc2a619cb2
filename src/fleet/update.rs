//! What arrives: pages of lists, details, and the news that a runner is gone.

use super::row::{Facts, Moment, Row};
use super::texts::Text;
use super::{Asked, Fleet};
use crate::gitlab::error::Error;
use crate::gitlab::runner::{Runner, RunnerDetails};
use crate::gitlab::runner_facts::RunnerFacts;

impl Fleet {
    /// Begins to read a list: what is listed now goes at once, or stays until all has come.
    pub fn begin(&mut self, keep: bool) {
        self.listing.begin(keep);
        self.version += 1;
    }

    /// GitLab has filtered what is listed by these tags.
    pub fn answers(&mut self, tags: &[String]) {
        self.answered = tags.to_vec();
    }

    /// The tags by which GitLab has filtered what is listed.
    pub fn answered(&self) -> &[String] {
        &self.answered
    }

    /// All of the list has come.
    pub fn finish(&mut self) {
        self.listing.finish();
        self.version += 1;
    }

    /// All came but what could not be read. Runners that were listed before stay where they were seen through a way that
    /// was not told again; all of them where nobody knows which ways these are.
    pub fn finish_in_part(&mut self, untold: Option<&[String]>) {
        let ways: Option<Vec<Text>> = untold.map(|ways| ways.iter().filter_map(|way| self.texts.find(way)).collect());
        let (rows, texts) = (&self.rows, &self.texts);
        let has_one =
            |place: u32, ways: &Vec<Text>| texts.items(rows[place as usize].ways).iter().any(|way| ways.contains(way));
        self.listing.finish_in_part(|place| ways.as_ref().is_none_or(|ways| has_one(place, ways)));
        self.version += 1;
    }

    /// Lists runners that are loaded already, in the place of those listed now.
    pub fn list(&mut self, places: &[u32]) {
        let here: Vec<u32> = places.iter().copied().filter(|place| !self.rows[*place as usize].gone).collect();
        self.listing.set(&here);
        self.version += 1;
    }

    /// Adds a page. A runner that is listed already keeps its place: GitLab may send it twice (`version_prefix` joins
    /// managers), and pages shift while runners come and go. `way` is through what they are seen, if that is one place.
    pub fn add(&mut self, runners: &[Runner], way: Option<&str>) {
        for runner in runners {
            if self.gone.contains(&runner.id) {
                continue;
            }
            let place = self.put(runner);
            let at = place as usize;
            self.see_in_list(at, &runner.kind(), way);
            self.listing.add(place);
        }
        self.version += 1;
    }

    /// Keeps what a list tells of a runner, and notes whether that is news.
    fn put(&mut self, runner: &Runner) -> u32 {
        if let Some(place) = self.places.get(&runner.id).copied().filter(|_| self.overtaken.has(runner.id)) {
            return place;
        }
        let name = runner.description.as_deref().map(str::trim).unwrap_or_default();
        let new = Row::new(runner, &mut self.texts);
        for address in self.texts.items(new.addresses) {
            self.row_words.set(address.index());
        }
        if let Some(opened) = self.opened.get_mut(&runner.id) {
            opened.runner = runner.clone();
        }
        if let Some(place) = self.places.get(&runner.id).copied() {
            let at = place as usize;
            let old = self.rows[at];
            let renamed = self.names.get(at) != name;
            let new = Row { ways: old.ways, facts: old.facts, changed: old.changed, ..new.or_told(old) };
            if renamed {
                self.names.set(at, runner.id, name);
                self.names_version += 1;
            }
            self.rows[at] = Row { changed: old.changed || renamed || new != old, ..new };
            return place;
        }
        let place = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(new);
        self.names.push(runner.id, name);
        self.names_version += 1;
        self.places.insert(runner.id, place);
        place
    }

    /// Nothing is news any more.
    pub fn forget_changes(&mut self) {
        self.rows.iter_mut().for_each(|row| row.changed = false);
        self.version += 1;
    }

    /// Notes that all known details may be out of date. They are shown until newer ones come.
    pub fn doubt_details(&mut self) {
        self.reading += 1;
        self.asked.retain(|_, asked| *asked == Asked::Loading);
    }

    /// Notes that details are on their way.
    pub fn expect_details(&mut self, id: u64) {
        self.asked.insert(id, Asked::Loading);
    }

    /// Takes what a row can show beyond its list. Of a runner that is not loaded there is nothing to show.
    pub fn learn(&mut self, facts: &RunnerFacts) {
        self.asked.remove(&facts.id);
        let Some(place) = self.place(facts.id).filter(|_| !self.overtaken.has(facts.id)) else { return };
        let at = place as usize;
        let before = self.rows[at].facts;
        let known = before.map(|known_at| self.facts[known_at as usize]);
        let row = self.rows[at];
        let told = Row { busy: facts.busy, created_at: Moment::new(facts.created_at), ..row }.or_told(row);
        if told != row {
            self.rows[at] = told;
            self.version += 1;
        }
        let new = Facts::new(facts, known.as_ref(), place, self.reading + 1, &mut self.texts);
        if let Some(known_at) = before {
            self.facts[known_at as usize] = new;
        } else {
            self.rows[at].facts = u32::try_from(self.facts.len()).ok();
            self.facts.push(new);
        }
        if facts.projects.is_some() && !facts.has_more {
            self.unsee_projects(at, new.projects);
        }
        self.name_groups(&facts.groups);
        self.name_projects(facts.projects.as_deref().unwrap_or_default());
        self.name_projects(facts.owner.as_slice());
        self.see_by_details(at);
        self.facts_version += 1;
    }

    /// Takes what a row can show of what GitLab tells about a runner.
    pub fn learn_details(&mut self, details: &RunnerDetails) {
        if let Some(place) = self.place(details.runner.id) {
            let before = (self.rows[place as usize], self.names_version);
            self.put(&details.runner);
            // News is what a list tells when it is read again.
            self.rows[place as usize].changed = before.0.changed;
            self.version += u32::from((self.rows[place as usize], self.names_version) != before);
        }
        self.learn(&RunnerFacts::from(details));
    }

    /// The same of a runner that somebody opened: all of it is kept. `projects` that an answer left out stay as they were.
    pub fn set_details(&mut self, details: RunnerDetails) {
        let id = details.runner.id;
        if self.overtaken.has(id) {
            return;
        }
        self.learn_details(&details);
        match self.opened.get_mut(&id) {
            Some(before) => before.merge(details),
            None => drop(self.opened.insert(id, Box::new(details))),
        }
        let Some(place) = self.place(id) else { return };
        let row = &mut self.rows[place as usize];
        // Somebody here did it: that is no news to them.
        row.changed = false;
        let by_rest = self.by_rest;
        let facts = row.facts.map(|at| &mut self.facts[at as usize]);
        if let Some(facts) = facts.filter(|facts| !by_rest && facts.job_count.is_none()) {
            // It came by REST, and GraphQL may tell the rest of what a row can show.
            facts.reading = 0;
        }
    }

    /// What GitLab answered to a change: whatever was asked for before is older.
    pub fn set_changed(&mut self, details: RunnerDetails) {
        self.overtaken.tell(details.runner.id);
        self.set_details(details);
    }

    /// Notes that details come by REST alone from now on.
    pub fn go_by_rest(&mut self) {
        self.by_rest = true;
    }

    /// Notes that details could not be had.
    pub fn fail_details(&mut self, id: u64, error: Error) {
        self.asked.insert(id, Asked::Failed(error));
    }

    /// Lets details be asked for again where it did not work out, but was not refused.
    pub fn forget_failures(&mut self) {
        self.asked.retain(|_, asked| !matches!(asked, Asked::Failed(error) if error.is_passing()));
    }

    /// Takes back requests for details, so that they are asked for again when they are wanted again.
    pub fn forget_requests(&mut self, is_given_up: impl Fn(&u64) -> bool) {
        self.asked.retain(|id, asked| *asked != Asked::Loading || !is_given_up(id));
    }

    /// Takes out a runner that is gone. Says whether it was listed; `None` where it was taken out before.
    pub fn remove(&mut self, id: u64) -> Option<bool> {
        if !self.gone.insert(id) {
            return None;
        }
        let place = self.places.remove(&id);
        let was_listed = place.is_some_and(|place| self.listing.has(place));
        self.opened.remove(&id);
        self.asked.remove(&id);
        if let Some(place) = place {
            self.rows[place as usize].gone = true;
            self.listing.remove(place);
            self.version += 1;
        }
        Some(was_listed)
    }
}
