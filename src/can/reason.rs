//! Why somebody may not do something, in a sentence each.

use crate::gitlab::error::ORPHAN;

/// Why GitLab is sure to refuse. Its `Display` is what the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// A token that can change nothing.
    #[error("Your token may only read. It needs the scope api.")]
    ReadOnly,
    /// A token for something else than changing runners.
    #[error("Your token may not change runners. It needs the scope api or manage_runner.")]
    NoWriteScope,
    /// A token that reads single runners at most.
    #[error("Your token may not list runners. It needs the scope read_api, or api to change them.")]
    NoListScope,
    /// The list of all runners.
    #[error("GitLab lists these for administrators only. Runners of your own groups and projects are under Owned.")]
    InstanceList,
    /// What one may not even see.
    #[error("GitLab does not show you this runner's details, and changes are for those who may see them.")]
    Unseen,
    /// A change of an instance runner.
    #[error("Only administrators may change instance runners.")]
    InstanceRunner,
    /// The end of an instance runner.
    #[error("Only administrators may delete instance runners.")]
    InstanceDelete,
    /// The end of a runner that others use as well.
    #[error("Only administrators may delete a runner of several projects.")]
    SeveralProjects,
    /// A token that creates no runners.
    #[error("Your token may not create runners. It needs the scope api or create_runner.")]
    NoCreateScope,
    /// A token that changes single runners at most.
    #[error("Your token may not do this. It needs the scope api.")]
    NoApiScope,
    /// A new instance runner.
    #[error("Only administrators may create instance runners.")]
    InstanceCreate,
    /// The registration token of the instance.
    #[error("Only administrators may reset the registration token of the instance.")]
    InstanceRegistration,
    /// Projects of a group runner.
    #[error(
        "A group runner belongs to its group and takes jobs of all its projects. It cannot be assigned to single ones."
    )]
    GroupAssign,
    /// Projects of an instance runner.
    #[error("An instance runner takes jobs of every project. It cannot be assigned to single ones.")]
    InstanceAssign,
    /// Projects of a locked runner.
    #[error("The runner is locked to its current projects. Unlock it first.")]
    Locked,
    /// A project runner that has lost its projects.
    #[error("{}", ORPHAN)]
    Orphaned,
    /// The project a runner was first assigned to.
    #[error("This project owns the runner and keeps it. Delete the runner instead.")]
    OwnerProject,
}
