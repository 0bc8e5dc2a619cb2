//! The runners that are loaded, in memory: rows by GitLab's order, and the details that have come for some of them.
//!
//! Knows nothing of requests and of signals; it is told what arrived.

use std::collections::{HashMap, HashSet};

mod fate;
mod progress;

pub use fate::Fate;
pub use progress::Progress;

use crate::gitlab::error::Error;
use crate::gitlab::runner::{Runner, RunnerDetails};
use crate::search::{Facts, RunnerSearch, begins_with, compare, haystack, matches};

/// What is known of a runner beyond its row.
#[derive(Clone, Debug, PartialEq)]
pub enum Details {
    /// They were asked for.
    Loading,
    /// They came.
    Known(Box<RunnerDetails>),
    /// They could not be had.
    Failed(Error),
}

/// One loaded runner.
#[derive(Clone, Debug)]
struct Row {
    runner: Runner,
    /// What a text search looks through, in lower case.
    haystack: String,
}

/// The loaded runners of one search.
#[derive(Clone, Debug, Default)]
pub struct Fleet {
    rows: Vec<Row>,
    places: HashMap<u64, usize>,
    details: HashMap<u64, Details>,
    /// Known details that may be older than the rows.
    doubted: HashSet<u64>,
    /// Whether GitLab passes over a filter by version, so that it is done here.
    compares_versions: bool,
}

impl Fleet {
    /// How many are loaded.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none is loaded.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes out all rows. Details stay: they are true whatever is searched for.
    pub fn clear(&mut self) {
        self.rows.clear();
        self.places.clear();
    }

    /// Compares versions here, with the one of the last contact: this GitLab passes over a filter by version.
    pub fn compare_versions(&mut self) {
        self.compares_versions = true;
    }

    /// Whether a filter by version can only be right once the details of all rows are known.
    pub fn needs_versions(&self, search: &RunnerSearch) -> bool {
        self.compares_versions && search.version.is_some()
    }

    /// Adds a page. A runner that is there already keeps its place: GitLab may send it twice
    /// (`version_prefix` joins managers), and pages shift while runners come and go.
    pub fn add(&mut self, runners: Vec<Runner>) {
        for runner in runners {
            let row = self.row(runner);
            if let Some(place) = self.places.get(&row.runner.id) {
                self.rows[*place] = row;
            } else {
                self.places.insert(row.runner.id, self.rows.len());
                self.rows.push(row);
            }
        }
    }

    /// The runner, if it is loaded.
    pub fn runner(&self, id: u64) -> Option<&Runner> {
        self.places.get(&id).map(|place| &self.rows[*place].runner)
    }

    /// The id of the runner at a place of [`Fleet::order`].
    pub fn id_at(&self, place: usize) -> Option<u64> {
        self.rows.get(place).map(|row| row.runner.id)
    }

    /// What is known beyond the row; `None` when nobody has asked.
    pub fn details(&self, id: u64) -> Option<&Details> {
        self.details.get(&id)
    }

    /// The details, if they came.
    pub fn known(&self, id: u64) -> Option<&RunnerDetails> {
        match self.details.get(&id) {
            Some(Details::Known(details)) => Some(details),
            _ => None,
        }
    }

    /// Whether details should be asked for: they are not known, or may be old.
    pub fn needs_details(&self, id: u64) -> bool {
        !self.details.contains_key(&id) || self.doubted.contains(&id)
    }

    /// Notes that all known details may be old. They are shown until newer ones come.
    pub fn doubt_details(&mut self) {
        self.doubted = self.details.keys().copied().collect();
    }

    /// Notes that details are on their way, unless older ones are there to be shown meanwhile.
    pub fn expect_details(&mut self, id: u64) {
        if self.known(id).is_none() {
            self.details.insert(id, Details::Loading);
        }
    }

    /// Takes details that came, also into the row. `projects` that an answer left out stay as they were.
    pub fn set_details(&mut self, details: RunnerDetails) {
        let id = details.runner.id;
        self.doubted.remove(&id);
        let merged = match self.details.remove(&id) {
            Some(Details::Known(mut before)) => {
                before.merge(details);
                before
            }
            _ => Box::new(details),
        };
        let runner = merged.runner.clone();
        self.details.insert(id, Details::Known(merged));
        if let Some(place) = self.places.get(&id).copied() {
            self.rows[place] = self.row(runner);
        }
    }

    /// Notes that details could not be had.
    pub fn fail_details(&mut self, id: u64, error: Error) {
        if self.known(id).is_none() {
            self.details.insert(id, Details::Failed(error));
        }
    }

    /// Takes back a request for details, so that they are asked for again when they are wanted again.
    pub fn forget_request(&mut self, id: u64) {
        if !matches!(self.details.get(&id), Some(Details::Known(_))) {
            self.details.remove(&id);
        }
    }

    /// Takes out a runner that is gone.
    pub fn remove(&mut self, id: u64) {
        self.details.remove(&id);
        if let Some(place) = self.places.remove(&id) {
            self.rows.remove(place);
            for other in self.places.values_mut().filter(|other| **other > place) {
                *other -= 1;
            }
        }
    }

    /// The places of the rows a search shows, in the order it shows them.
    pub fn order(&self, search: &RunnerSearch) -> Vec<usize> {
        let is_shown = |place: &usize| matches(search, &self.facts(*place)) && self.has_version(search, *place);
        let mut order: Vec<usize> = (0..self.rows.len()).filter(is_shown).collect();
        if let Some(sort) = &search.sort {
            order.sort_by(|a, b| compare(*sort, &self.facts(*a), &self.facts(*b)));
        }
        order
    }

    /// Every loaded id, in GitLab's order.
    pub fn ids(&self) -> impl Iterator<Item = u64> + '_ {
        self.rows.iter().map(|row| row.runner.id)
    }

    fn row(&self, runner: Runner) -> Row {
        let tags = self.known(runner.id).map_or(&[][..], |details| &details.tag_list);
        Row { haystack: haystack(runner.id, runner.description.as_deref(), tags), runner }
    }

    /// What is not known yet is shown; the others have to begin as asked for.
    fn has_version(&self, search: &RunnerSearch, place: usize) -> bool {
        let Some(prefix) = search.version.as_deref().filter(|_| self.compares_versions) else { return true };
        let details = self.known(self.rows[place].runner.id);
        details.is_none_or(|details| details.version.as_deref().is_some_and(|version| begins_with(version, prefix)))
    }

    fn facts(&self, place: usize) -> Facts<'_> {
        let row = &self.rows[place];
        let details = self.known(row.runner.id);
        Facts {
            id: row.runner.id,
            description: row.runner.description.as_deref(),
            haystack: &row.haystack,
            runner_type: row.runner.kind(),
            status: row.runner.contact_status(),
            paused: row.runner.is_paused(),
            tags: details.map(|details| details.tag_list.as_slice()),
            version: details.and_then(|details| details.version.as_deref()),
            contacted_at: details.map(|details| details.contacted_at.map(|at| at.0)),
            created_at: row.runner.created_at.map(|at| at.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fleet(ids: &[u64]) -> Fleet {
        let mut fleet = Fleet::default();
        fleet.add(ids.iter().map(|id| runner(*id)).collect());
        fleet
    }

    fn runner(id: u64) -> Runner {
        serde_json::from_str(&format!(r#"{{"id":{id},"description":"box {id}","online":true}}"#)).unwrap()
    }

    fn details(json: &str) -> RunnerDetails {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_runner_that_comes_twice_is_there_once() {
        let mut fleet = fleet(&[1, 2, 3]);
        fleet.add(vec![runner(3), runner(4)]);
        assert_eq!(fleet.ids().collect::<Vec<_>>(), [1, 2, 3, 4]);
    }

    #[test]
    fn details_update_the_row_and_stay_when_the_list_is_read_again() {
        let mut fleet = fleet(&[1]);
        fleet.set_details(details(
            r#"{"id":1,"description":"new","paused":true,"tag_list":["gpu"],"projects":[{"id":7}]}"#,
        ));
        assert!(fleet.runner(1).unwrap().is_paused());
        fleet.set_details(details(r#"{"id":1,"description":"newer"}"#));
        assert_eq!(fleet.known(1).unwrap().projects.as_ref().map(Vec::len), Some(1));
        fleet.clear();
        fleet.add(vec![runner(1)]);
        assert_eq!(fleet.known(1).unwrap().runner.description.as_deref(), Some("newer"));
    }

    #[test]
    fn doubted_details_are_shown_until_newer_ones_come() {
        let mut fleet = fleet(&[1]);
        fleet.set_details(details(r#"{"id":1,"tag_list":["old"]}"#));
        assert!(!fleet.needs_details(1));
        fleet.doubt_details();
        assert!(fleet.needs_details(1));
        assert_eq!(fleet.known(1).unwrap().tag_list, ["old"]);
        fleet.set_details(details(r#"{"id":1,"tag_list":["new"]}"#));
        assert!(!fleet.needs_details(1));
    }

    #[test]
    fn an_old_server_leaves_the_filter_by_version_to_us() {
        let mut fleet = fleet(&[1, 2, 3]);
        fleet.set_details(details(r#"{"id":1,"version":"15.11.1"}"#));
        fleet.set_details(details(r#"{"id":2,"version":"14.0.0"}"#));
        let search = RunnerSearch { version: Some("15".to_owned()), ..RunnerSearch::default() };
        assert_eq!(fleet.order(&search), [0, 1, 2]);
        fleet.compare_versions();
        assert!(fleet.needs_versions(&search));
        assert_eq!(fleet.order(&search), [0, 2], "what is not known yet is shown");
    }

    #[test]
    fn what_is_removed_leaves_no_gap() {
        let mut fleet = fleet(&[1, 2, 3]);
        fleet.remove(2);
        assert_eq!(fleet.runner(3).unwrap().id, 3);
        assert!(fleet.runner(2).is_none());
        assert_eq!(fleet.order(&RunnerSearch::default()), [0, 1]);
    }

    #[test]
    fn a_request_that_was_taken_back_is_as_if_never_made() {
        let mut fleet = fleet(&[1]);
        fleet.expect_details(1);
        assert_eq!(fleet.details(1), Some(&Details::Loading));
        fleet.forget_request(1);
        assert_eq!(fleet.details(1), None);
    }
}
