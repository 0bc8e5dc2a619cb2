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

/// Changing a runner (`app/policies/ci/runner_policy.rb`, `update_runner`: an instance runner belongs to no one but
/// administrators; for the others it is a question of role).
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn edit(who: &Who, runner: &Runner) -> Result<(), Reason> {
    write(who)?;
    if runner.kind() == RunnerType::Instance && !who.admin {
        return Err(Reason::InstanceRunner);
    }
    Ok(())
}

/// Pausing and resuming a runner, which GitLab treats as any change of it.
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn pause(who: &Who, runner: &Runner) -> Result<(), Reason> {
    edit(who, runner)
}

/// Deleting a runner (`app/policies/ci/runner_policy.rb`, `delete_runner` and `belongs_to_multiple_projects`).
/// `projects` are those of its details, if they are known; GitLab tells only those that one may see, so two of them are
/// reason enough.
///
/// # Errors
/// The [`Reason`] for which GitLab is sure to refuse.
pub fn delete(who: &Who, runner: &Runner, projects: Option<&[Project]>) -> Result<(), Reason> {
    write(who)?;
    match runner.kind() {
        _ if who.admin => Ok(()),
        RunnerType::Instance => Err(Reason::InstanceDelete),
        RunnerType::Project if projects.is_some_and(|projects| projects.len() > 1) => Err(Reason::SeveralProjects),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(admin: bool, scopes: &str) -> Who {
        Who { admin, lists_instance: admin, scopes: crate::format::split_tags(scopes) }
    }

    fn runner(kind: &str) -> Runner {
        serde_json::from_str(&format!(r#"{{"id":1,"runner_type":"{kind}"}}"#)).unwrap()
    }

    #[test]
    fn the_scopes_decide_what_a_token_may_write() {
        for (scopes, outcome) in [
            ("api", Ok(())),
            ("read_api,api", Ok(())),
            ("manage_runner", Ok(())),
            ("read_api,manage_runner", Ok(())),
            ("granular", Ok(())),
            ("", Ok(())),
            ("read_api", Err(Reason::ReadOnly)),
            ("read_api,read_user", Err(Reason::ReadOnly)),
            ("read_api,create_runner", Err(Reason::NoWriteScope)),
            ("create_runner", Err(Reason::NoWriteScope)),
            ("read_user", Err(Reason::NoWriteScope)),
        ] {
            let runner = runner("project_type");
            assert_eq!(write(&who(true, scopes)), outcome, "{scopes}");
            assert_eq!(edit(&who(false, scopes), &runner), outcome, "{scopes}");
            assert_eq!(pause(&who(false, scopes), &runner), outcome, "{scopes}");
            assert_eq!(delete(&who(false, scopes), &runner, None), outcome, "{scopes}");
        }
    }

    #[test]
    fn instance_runners_are_for_administrators() {
        for (kind, admin, edited, deleted) in [
            ("instance_type", false, Err(Reason::InstanceRunner), Err(Reason::InstanceDelete)),
            ("instance_type", true, Ok(()), Ok(())),
            ("group_type", false, Ok(()), Ok(())),
            ("project_type", false, Ok(()), Ok(())),
            ("new_type", false, Ok(()), Ok(())),
        ] {
            let (who, runner) = (who(admin, "api"), runner(kind));
            assert_eq!((edit(&who, &runner), pause(&who, &runner)), (edited, edited), "{kind}");
            assert_eq!(delete(&who, &runner, None), deleted, "{kind}");
        }
        assert_eq!(edit(&who(false, "read_api"), &runner("instance_type")), Err(Reason::ReadOnly), "the token first");
    }

    #[test]
    fn only_administrators_delete_a_runner_of_several_projects() {
        let two: Vec<Project> = serde_json::from_str(r#"[{"id":7},{"id":8}]"#).unwrap();
        for (projects, admin, outcome) in [
            (None, false, Ok(())),
            (Some(&two[..0]), false, Ok(())),
            (Some(&two[..1]), false, Ok(())),
            (Some(&two[..]), false, Err(Reason::SeveralProjects)),
            (Some(&two[..]), true, Ok(())),
        ] {
            assert_eq!(delete(&who(admin, "api"), &runner("project_type"), projects), outcome);
        }
    }

    #[test]
    fn lists_need_a_scope_and_the_instances_more() {
        for (admin, scopes, source, outcome) in [
            (false, "read_api", Source::Owned, Ok(())),
            (false, "api", Source::Group(None), Ok(())),
            (false, "granular", Source::Project(None), Ok(())),
            (false, "", Source::Owned, Ok(())),
            (false, "manage_runner", Source::Owned, Err(Reason::NoListScope)),
            (true, "create_runner", Source::Instance, Err(Reason::NoListScope)),
            (false, "api", Source::Instance, Err(Reason::InstanceList)),
            (true, "api", Source::Instance, Ok(())),
        ] {
            assert_eq!(list(&who(admin, scopes), &source), outcome, "{scopes} {source}");
        }
        let auditor = Who { lists_instance: true, ..who(false, "read_api") };
        assert_eq!(list(&auditor, &Source::Instance), Ok(()));
    }
}
