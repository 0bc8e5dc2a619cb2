//! A part of the sweep: one list, what it is called and how far it is read.

use std::sync::Arc;

use super::pages::Pages;
use super::place::Place;
use super::queue::Rank;
use super::task::{Call, PartId};
use crate::gitlab::endpoint::list_runners::Scope;
use crate::gitlab::endpoint::{Endpoint, ListRunners};
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::page::PageToken;
use crate::gitlab::term::RunnerType;

/// Which runners of a list are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Types {
    /// That is settled when the first page is handed out.
    Open,
    /// Of every type.
    All,
    /// Group runners.
    Group,
    /// Instance runners.
    Instance,
}

#[derive(Clone, Debug)]
pub(super) struct Part {
    pub id: PartId,
    /// The path of its group or project; empty for others.
    pub path: Arc<str>,
    pub types: Types,
    pub pages: Pages,
    /// How many rows it had the last time, for one that is asked again.
    pub rows_before: usize,
    /// For the runners of a project: among the namespaces, the one that is tried with it.
    pub namespace: Option<usize>,
}

impl Part {
    pub fn new(id: PartId, path: Arc<str>) -> Self {
        let types = match id {
            PartId::Group(_) | PartId::Project(_) => Types::Open,
            PartId::GroupInstance(_) | PartId::ProjectInstance(_) => Types::Instance,
            _ => Types::All,
        };
        Self { id, path, types, pages: Pages::new(), rows_before: 0, namespace: None }
    }

    /// Whether it is a group's or a project's list, which may tell of instance runners as well.
    pub fn can_scout(&self) -> bool {
        matches!(self.id, PartId::Group(_) | PartId::Project(_))
    }

    /// Whether all of it is here, and would have told of instance runners.
    pub fn is_scouted(&self) -> bool {
        self.can_scout() && self.types == Types::All && self.pages.is_complete()
    }

    /// Whether any of it was asked for, whatever came of that.
    pub fn was_asked(&self) -> bool {
        self.pages.arrived > 0 || self.pages.is_active() || !self.pages.failed.is_empty()
    }

    /// How many rows it has as far as that is known.
    pub fn rows(&self) -> usize {
        match (self.pages.total, self.pages.arrived) {
            (Some(total), _) => total,
            (None, 0) => self.rows_before,
            (None, pages) => pages * ListRunners::default().per_page(),
        }
    }

    pub fn call(&self) -> Call {
        let scope = match self.id {
            PartId::Groups => return Call::Groups,
            PartId::Projects => return Call::Projects,
            PartId::Owned => Scope::Owned,
            PartId::Instance => Scope::Instance,
            PartId::Group(id) | PartId::GroupInstance(id) => Scope::Group(IdOrPath::Id(id)),
            PartId::Project(id) | PartId::ProjectInstance(id) => Scope::Project(IdOrPath::Id(id)),
        };
        let runner_type = match self.types {
            Types::Open | Types::All => None,
            Types::Group => Some(RunnerType::Group),
            Types::Instance => Some(RunnerType::Instance),
        };
        Call::Runners(ListRunners { scope, runner_type, ..ListRunners::default() })
    }

    pub fn rank(&self, page: &PageToken) -> Rank {
        match (self.id, page) {
            (PartId::Groups | PartId::Projects, _) | (PartId::Owned | PartId::Instance, PageToken::First) => {
                Rank::Leading
            }
            (_, PageToken::First) => Rank::First,
            _ => Rank::Further,
        }
    }

    /// Through what its rows are seen; `None` for owned ones, which the list gives no reason for.
    pub fn place(&self) -> Option<Place> {
        match self.id {
            PartId::Group(id) => Some(Place::Group { id, path: self.path.clone() }),
            PartId::Project(id) => Some(Place::Project { id, path: self.path.clone() }),
            PartId::Instance | PartId::GroupInstance(_) | PartId::ProjectInstance(_) => Some(Place::Instance),
            PartId::Owned | PartId::Groups | PartId::Projects => None,
        }
    }

    /// What it is called, for a sentence that says what failed.
    pub fn name(&self) -> String {
        match self.id {
            PartId::Owned => "owned runners".to_owned(),
            PartId::Instance => "runners of the instance".to_owned(),
            PartId::Groups => "list of groups".to_owned(),
            PartId::Projects => "list of projects".to_owned(),
            PartId::Group(_) => format!("group {}", self.path),
            PartId::Project(_) => format!("project {}", self.path),
            PartId::GroupInstance(_) => format!("instance runners of group {}", self.path),
            PartId::ProjectInstance(_) => format!("instance runners of project {}", self.path),
        }
    }
}
