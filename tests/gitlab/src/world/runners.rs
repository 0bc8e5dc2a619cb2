//! All runners by id, with an index for lists of them. It does not know what a list is of.

pub mod index;

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

use super::runner::Runner;
use index::{Column, Index};

/// The runners by id. Whoever may change one lets go of the index; the next list makes it anew.
#[derive(Debug, Default)]
pub struct Runners {
    all: BTreeMap<u64, Runner>,
    index: OnceLock<Index>,
    tags: OnceLock<Column<String>>,
    versions: OnceLock<Column<String>>,
}

impl Runners {
    /// The columns that lists select by.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self.all.values()))
    }

    /// Stores a runner. What changes neither its places nor its tags leaves the index good.
    pub fn insert(&mut self, id: u64, runner: Runner) -> Option<Runner> {
        let (places, tags, versions) = self.all.get(&id).map_or((false, false, false), |known| {
            let places = known.group == runner.group && known.projects == runner.projects;
            (places, known.tags == runner.tags, machine_versions(known).eq(machine_versions(&runner)))
        });
        match self.index.get_mut() {
            Some(index) if places => index.renew(&runner),
            _ => _ = self.index.take(),
        }
        if !tags {
            self.tags.take();
        }
        if !versions {
            self.versions.take();
        }
        self.all.insert(id, runner)
    }

    /// The tags of each row of the index.
    pub fn tags(&self) -> &Column<String> {
        self.tags.get_or_init(|| Column::of(self.all.values().map(|runner| runner.tags.iter())))
    }

    /// The versions of each row of the index, one for every machine that told its own.
    pub fn versions(&self) -> &Column<String> {
        self.versions.get_or_init(|| Column::of(self.all.values().map(machine_versions)))
    }
}

fn machine_versions(runner: &Runner) -> impl Iterator<Item = &String> {
    runner.managers.iter().filter_map(|manager| manager.version.as_ref())
}

impl Clone for Runners {
    fn clone(&self) -> Self {
        Self { all: self.all.clone(), ..Self::default() }
    }
}

impl PartialEq for Runners {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Deref for Runners {
    type Target = BTreeMap<u64, Runner>;

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

impl DerefMut for Runners {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.index.take();
        self.tags.take();
        self.versions.take();
        &mut self.all
    }
}

#[cfg(test)]
mod tests {
    use crate::sample;

    #[test]
    fn a_change_is_in_the_next_index() {
        let mut runners = sample::world().runners;
        let paused = |runners: &super::Runners| runners.index().rows.iter().filter(|row| row.paused).count();
        assert_eq!((paused(&runners), runners.index().rows.len()), (1, 6));
        runners.get_mut(&41).unwrap().paused = true;
        assert_eq!(paused(&runners), 2);
        runners.remove(&41);
        assert_eq!((paused(&runners), paused(&runners.clone())), (1, 1));
    }

    #[test]
    fn a_runner_stored_again_is_as_it_was_stored() {
        let mut runners = sample::world().runners;
        let tagged = |runners: &super::Runners| {
            let mask = runners.tags().mask(|tag| tag == "docker");
            (0..runners.len()).filter(|row| runners.tags().count(*row, &mask) > 0).count()
        };
        let of = |runners: &super::Runners, project: u64| {
            let mask = runners.index().projects.mask(|own| *own == project);
            (0..runners.len()).filter(|row| runners.index().projects.count(*row, &mask) > 0).count()
        };
        assert_eq!((tagged(&runners), of(&runners, 8)), (2, 1));
        let mut runner = runners[&41].clone();
        runner.paused = true;
        runner.tags.clear();
        runners.insert(41, runner.clone());
        assert!(runners.index().rows.iter().any(|row| row.id == 41 && row.paused));
        assert_eq!(tagged(&runners), 1);
        runner.projects.push(8);
        runners.insert(41, runner);
        assert_eq!(of(&runners, 8), 2);
    }
}
