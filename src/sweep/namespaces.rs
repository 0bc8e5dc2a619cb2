//! The projects that are known, by the group or user whose they are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::place::Place;
use crate::gitlab::project::Project;

/// A project, as far as its runners can be asked for.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub id: u64,
    pub path: Arc<str>,
}

impl Candidate {
    pub fn place(&self) -> Place {
        Place::Project { id: self.id, path: Arc::clone(&self.path) }
    }
}

/// What projects stand in.
#[derive(Clone, Debug)]
pub(super) struct Namespace {
    pub id: u64,
    /// Whether it may have runners of its own.
    pub is_group: bool,
    /// In the order in which they came.
    pub projects: Vec<Candidate>,
    /// Parts in which its projects, in that order, were asked for group runners.
    pub tries: Vec<usize>,
    /// The part that told of group runners: all other projects that inherit any tell of the same.
    pub told: Option<usize>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Namespaces {
    pub list: Vec<Namespace>,
    by_id: HashMap<u64, usize>,
    known: HashSet<u64>,
    last_id: Option<u64>,
}

impl Namespaces {
    /// Adds a page of projects. One that is known already is passed over: pages shift while projects come and go.
    pub fn add(&mut self, projects: Vec<Project>) {
        for project in projects {
            self.last_id = self.last_id.max(Some(project.id));
            if !self.known.insert(project.id) {
                continue;
            }
            let (id, is_group) = project.namespace.as_ref().map_or((0, false), |own| (own.id, own.is_group()));
            let at = *self.by_id.entry(id).or_insert_with(|| {
                self.list.push(Namespace { id, is_group, projects: Vec::new(), tries: Vec::new(), told: None });
                self.list.len() - 1
            });
            self.list[at].projects.push(Candidate { id: project.id, path: project.path().into() });
        }
    }

    /// How many projects are known.
    pub fn projects(&self) -> usize {
        self.known.len()
    }

    /// The highest id of a project.
    pub fn last_id(&self) -> Option<u64> {
        self.last_id
    }

    /// All projects: one of each namespace first, then a second one of each, and so on.
    pub fn in_turn(&self) -> impl Iterator<Item = &Candidate> {
        let most = self.list.iter().map(|namespace| namespace.projects.len()).max().unwrap_or_default();
        (0..most).flat_map(|turn| self.list.iter().filter_map(move |namespace| namespace.projects.get(turn)))
    }
}
