//! What somebody may do with a runner. Refuses only what GitLab is sure to refuse; whether somebody's role is enough
//! cannot be known beforehand, so that is tried. Knows nothing of requests.

mod reason;
mod scopes;

pub use reason::Reason;
pub use scopes::{is_read_only, scope_problem};

use crate::gitlab::project::Project;
use crate::gitlab::runner::Runner;
use crate::gitlab::term::RunnerType;
use crate::search::Source;

/// Somebody with a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Whether GitLab treats them as an administrator.
    pub admin: bool,
    /// Whether GitLab shows them the instance's list: administrators, and auditors on newer servers.
    pub lists_instance: bool,
    /// What the token is for. Empty where GitLab does not say it; then everything is tried.
    pub scopes: Vec<String>,
}

/// Listing runners (`lib/api/ci/runners.rb`: `GET /runners` is for anyone, `/runners/all` for administrators and
/// auditors).
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn list(who: &Who, source: &Source) -> Result<(), Reason> {
    if !scopes::may_list(&who.scopes) {
        return Err(Reason::NoListScope);
    }
    if *source == Source::Instance && !who.lists_instance {
        return Err(Reason::InstanceList);
    }
    Ok(())
}

/// Changing any runner at all (`lib/api/ci/runners.rb`, `allow_access_with_scope :manage_runner`).
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn write(who: &Who) -> Result<(), Reason> {
    if scopes::may_write(&who.scopes) {
        Ok(())
    } else if is_read_only(&who.scopes) {
        Err(Reason::ReadOnly)
    } else {
        Err(Reason::NoWriteScope)
    }
}

/// Changing a runner of a type (`app/policies/ci/runner_policy.rb`, `update_runner`: an instance runner belongs to no one but
/// administrators; for the others it is a question of role).
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn edit(who: &Who, kind: &RunnerType) -> Result<(), Reason> {
    write(who)?;
    if *kind == RunnerType::Instance && !who.admin {
        return Err(Reason::InstanceRunner);
    }
    Ok(())
}

/// Pausing and resuming a runner, which GitLab treats as any change of it.
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn pause(who: &Who, kind: &RunnerType) -> Result<(), Reason> {
    edit(who, kind)
}

/// Deleting a runner (`app/policies/ci/runner_policy.rb`, `delete_runner` and `belongs_to_multiple_projects`).
/// `projects` are those of its details, if they are known; GitLab tells only those that one may see, so two of them are
/// reason enough.
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn delete(who: &Who, kind: &RunnerType, projects: Option<&[Project]>) -> Result<(), Reason> {
    write(who)?;
    match kind {
        _ if who.admin => Ok(()),
        RunnerType::Instance => Err(Reason::InstanceDelete),
        RunnerType::Project if projects.is_some_and(|projects| projects.len() > 1) => Err(Reason::SeveralProjects),
        _ => Ok(()),
    }
}

/// Giving a runner a new token (`app/policies/ci/runner_policy.rb`: as changing it).
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn reset_token(who: &Who, kind: &RunnerType) -> Result<(), Reason> {
    edit(who, kind)
}

/// Creating a runner of a type (`lib/api/user_runners.rb`: `api` or `create_runner`; instance runners by administrators).
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn create(who: &Who, kind: &RunnerType) -> Result<(), Reason> {
    if !scopes::may_create(&who.scopes) {
        return Err(Reason::NoCreateScope);
    }
    if *kind == RunnerType::Instance && !who.admin {
        return Err(Reason::InstanceCreate);
    }
    Ok(())
}

/// Assigning a runner to one more project (`lib/api/ci/runners.rb`, `authenticate_enable_runner!`). One that has lost all its
/// projects is nobody's to give (contract 6.12); only who sees all of them knows that.
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn assign(who: &Who, runner: &Runner, locked: bool, projects: Option<&[Project]>) -> Result<(), Reason> {
    full_scope(who)?;
    match runner.kind() {
        RunnerType::Group => Err(Reason::GroupAssign),
        RunnerType::Instance => Err(Reason::InstanceAssign),
        _ if locked && !who.admin => Err(Reason::Locked),
        _ if who.lists_instance && projects.is_some_and(<[Project]>::is_empty) => Err(Reason::Orphaned),
        _ => Ok(()),
    }
}

/// Taking a runner from a project (`app/services/ci/runners/unassign_runner_service.rb`): never from the one that owns it.
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn unassign(who: &Who, locked: bool, is_owner: bool) -> Result<(), Reason> {
    full_scope(who)?;
    // In the order in which GitLab looks.
    if locked && !who.admin {
        Err(Reason::Locked)
    } else if is_owner {
        Err(Reason::OwnerProject)
    } else {
        Ok(())
    }
}

/// Resetting the registration token of the instance, a group or a project (deprecated in GitLab).
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn reset_registration_token(who: &Who, of: &RunnerType) -> Result<(), Reason> {
    full_scope(who)?;
    if *of == RunnerType::Instance && !who.admin {
        return Err(Reason::InstanceRegistration);
    }
    Ok(())
}

/// What is done at a project or group wants `api`: `manage_runner` is good for `/runners/:id` only.
fn full_scope(who: &Who) -> Result<(), Reason> {
    if scopes::has_all(&who.scopes) {
        Ok(())
    } else if is_read_only(&who.scopes) {
        Err(Reason::ReadOnly)
    } else {
        Err(Reason::NoApiScope)
    }
}

#[cfg(test)]
mod tests;
