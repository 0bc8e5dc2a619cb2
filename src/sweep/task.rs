//! A task: one request of the sweep, as it is handed to whoever sends it.

use crate::gitlab::endpoint::ListRunners;
use crate::gitlab::page::PageToken;

/// One list of the sweep, which may have several pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartId {
    /// Runners that the token's user owns.
    Owned,
    /// All runners of the instance.
    Instance,
    /// The groups whose runners one may list.
    Groups,
    /// The projects whose runners one may list.
    Projects,
    /// Runners of a group.
    Group(u64),
    /// Runners of a project.
    Project(u64),
    /// Instance runners alone, as a group tells of them.
    GroupInstance(u64),
    /// Instance runners alone, as a project tells of them.
    ProjectInstance(u64),
}

/// What is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// With `ListGroups`.
    Groups,
    /// With `ListProjects`.
    Projects,
    /// One of the runner lists.
    Runners(ListRunners),
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The list it is a page of.
    pub part: PartId,
    /// What is called.
    pub call: Call,
    /// The page asked for.
    pub page: PageToken,
}
