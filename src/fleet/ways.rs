//! Through what runners are seen: what lists and details tell of it, what follows, and what is no longer so.

use std::collections::HashMap;

use super::Fleet;
use super::texts::{Text, TextList};
use crate::gitlab::runner::Runner;
use crate::gitlab::term::RunnerType;

impl Fleet {
    /// All ways are about to be told anew; the old ones count until [`Fleet::forget_old_ways`].
    pub fn renew_ways(&mut self) {
        self.new_ways = Some(Vec::new());
    }

    /// Only what was told since then still is so, what details tell, and these ways, which could not be told.
    pub fn forget_old_ways(&mut self, untold: &[String]) {
        let Some(mut new) = self.new_ways.take() else { return };
        new.resize(self.rows.len(), TextList::default());
        let untold: Vec<Text> = untold.iter().filter_map(|way| self.texts.find(way)).collect();
        for (row, ways) in self.rows.iter_mut().zip(new) {
            let old = self.texts.items(row.ways).iter().copied();
            let kept: Vec<Text> = old.filter(|way| untold.contains(way)).collect();
            row.ways = self.texts.with(ways, &kept);
        }
        for at in 0..self.rows.len() {
            self.see_by_details(at);
        }
        self.version += 1;
    }

    /// A list has a runner. `way` is through what it is seen there, if that is one place; one of the instance is seen
    /// through the instance, whichever list has it.
    pub(super) fn see_in_list(&mut self, at: usize, kind: &RunnerType, way: Option<&str>) {
        if *kind == RunnerType::Instance {
            self.see(at, "instance");
        } else if let Some(way) = way {
            if *kind == RunnerType::Group && !self.likely.is_empty() {
                self.texts.find(way).and_then(|way| self.likely.remove(&way));
            }
            self.see(at, way);
        }
    }

    /// What its details tell, if they came.
    pub(super) fn see_by_details(&mut self, at: usize) {
        let Some(facts) = self.rows[at].facts.map(|facts| self.facts[facts as usize]) else { return };
        for (kind, paths) in [("group", facts.groups), ("project", facts.projects)] {
            let ways: Vec<String> = self.texts.words_of(paths).map(|path| format!("{kind}:{path}")).collect();
            for way in &ways {
                self.see(at, way);
            }
        }
    }

    /// Adds a way to those of some runners that have two of other ways.
    pub fn imply(&mut self, runners: &[Runner], way: &str, others: &[String]) {
        let others: Vec<Text> = others.iter().filter_map(|other| self.texts.find(other)).collect();
        for runner in runners {
            let Some(place) = self.places.get(&runner.id).copied() else { continue };
            let told =
                self.new_ways.as_ref().map_or(Some(&self.rows[place as usize].ways), |new| new.get(place as usize));
            let ways = told.map_or(&[][..], |ways| self.texts.items(*ways));
            if ways.iter().filter(|seen| others.contains(seen)).count() > 1 {
                self.see(place as usize, way);
            }
        }
        self.version += 1;
    }

    /// Adds other ways to all group runners that have one. They are likely only: a project whose group runners are
    /// switched off does not have those of its group, and lists of projects do not tell.
    pub fn share(&mut self, way: &str, others: &[String]) {
        let kind = self.texts.number(RunnerType::Group.as_str());
        let Some(way) = self.texts.find(way) else { return };
        let others: Vec<Text> = others.iter().map(|other| self.texts.number(other)).collect();
        for other in &others {
            self.row_words.set(other.index());
            let likely = format!("likely {}", self.texts.word(*other));
            let likely = self.texts.number(&likely);
            self.likely.insert(*other, likely);
        }
        // What becomes of each list of ways.
        let mut more = Vec::new();
        for list in self.texts.all_lists() {
            let has = self.texts.items(list).contains(&way);
            more.push(if has { self.texts.with(list, &others) } else { list });
        }
        let mut new = self.new_ways.iter_mut().flatten();
        for row in &mut self.rows {
            let told = new.next();
            if row.kind == kind {
                row.ways = more[row.ways.index()];
                if let Some(ways) = told {
                    *ways = more[ways.index()];
                }
            }
        }
        self.version += 1;
    }

    /// For the ways that are only likely for runners of a type, what to call them there.
    pub(super) fn likely_ways(&self, kind: Text) -> Option<&HashMap<Text, Text>> {
        let is_group = || self.texts.word(kind) == RunnerType::Group.as_str();
        (!self.likely.is_empty() && is_group()).then_some(&self.likely)
    }

    /// Adds a way to a runner.
    fn see(&mut self, at: usize, way: &str) {
        let way = self.texts.number(way);
        self.row_words.set(way.index());
        self.rows[at].ways = self.texts.with(self.rows[at].ways, &[way]);
        if let Some(new) = &mut self.new_ways {
            new.resize(self.rows.len(), TextList::default());
            new[at] = self.texts.with(new[at], &[way]);
        }
    }

    /// Takes the ways through projects from a project runner that is no longer assigned to them. Runners of other types
    /// are seen through projects that their details do not name.
    pub(super) fn unsee_projects(&mut self, at: usize, projects: TextList) {
        if self.texts.word(self.rows[at].kind) != RunnerType::Project.as_str() {
            return;
        }
        let is_left = |way: &Text| match self.texts.word(*way).strip_prefix("project:") {
            Some(path) => self.texts.words_of(projects).any(|project| project == path),
            None => true,
        };
        let ways: Vec<Text> = self.texts.items(self.rows[at].ways).iter().copied().filter(is_left).collect();
        self.rows[at].ways = self.texts.list_of(&ways);
        if let Some(new) = self.new_ways.as_mut().and_then(|new| new.get_mut(at)) {
            let told: Vec<Text> = self.texts.items(*new).iter().copied().filter(|way| ways.contains(way)).collect();
            *new = self.texts.list_of(&told);
        }
    }
}
