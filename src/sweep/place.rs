//! A place: the instance, a group or a project, through which somebody sees a runner.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::gitlab::term::RunnerType;

/// Where a runner is available. Two are the same when kind and id are: a path is only what it is called. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Place {
    /// The instance as a whole.
    Instance,
    /// A group.
    Group {
        /// GitLab's number for it.
        id: u64,
        /// `parent/group`.
        path: Arc<str>,
    },
    /// A project.
    Project {
        /// GitLab's number for it.
        id: u64,
        /// `group/project`.
        path: Arc<str>,
    },
}

impl Place {
    /// Through what a runner of a list is seen, when the list itself is of such a place. An instance runner is there
    /// through the instance, whichever group or project tells of it.
    pub fn of(list: Option<&Self>, kind: &RunnerType) -> Option<Self> {
        if *kind == RunnerType::Instance { Some(Self::Instance) } else { list.cloned() }
    }

    /// Its full path; empty for the instance.
    pub fn path(&self) -> &str {
        match self {
            Self::Instance => "",
            Self::Group { path, .. } | Self::Project { path, .. } => path,
        }
    }

    /// The word of the address: `group:acme`, `project:acme/app`, `instance`.
    pub fn word(&self) -> String {
        match self {
            Self::Instance => "instance".to_owned(),
            Self::Group { path, .. } => format!("group:{path}"),
            Self::Project { path, .. } => format!("project:{path}"),
        }
    }

    /// What it is known by: its kind, in the order in which kinds are named, and its id.
    fn key(&self) -> (u8, u64) {
        match self {
            Self::Group { id, .. } => (0, *id),
            Self::Project { id, .. } => (1, *id),
            Self::Instance => (2, 0),
        }
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Place {}

impl Hash for Place {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_its_kind_and_id() {
        let group = |path: &str| Place::Group { id: 1, path: path.into() };
        assert_eq!(group("acme"), group("renamed"));
        assert_ne!(group("acme"), Place::Project { id: 1, path: "acme".into() });
        assert_eq!(group("acme").word(), "group:acme");
    }

    #[test]
    fn an_instance_runner_is_seen_through_the_instance() {
        let list = Place::Group { id: 1, path: "acme".into() };
        assert_eq!(Place::of(Some(&list), &RunnerType::Instance), Some(Place::Instance));
        assert_eq!(Place::of(Some(&list), &RunnerType::Group), Some(list));
        assert_eq!(Place::of(None, &RunnerType::Project), None);
    }
}
