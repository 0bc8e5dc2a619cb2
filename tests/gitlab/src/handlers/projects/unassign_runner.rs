//! `DELETE /projects/:id/runners/:runner_id`: takes a project runner from a project, but not from the one that owns it.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::auth::Caller;
use crate::handlers::runners::no_access;
use crate::params::check::Check;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::unmodified;
use crate::words::Profile;
use crate::world::World;
use crate::world::project::Project;
use crate::world::runner::Runner;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let project = super::find(world, ask)?;
    if !places::reads_project_runners(world, caller, project) {
        return Err(Refusal::forbidden());
    }
    let mut check = Check::new(&ask.params);
    let id = check.integer("runner_id").and_then(|id| u64::try_from(id).ok());
    check.finish()?;
    let runner = id.and_then(|id| world.runners.get(&id)).filter(|runner| runner.projects.contains(&project.id));
    let runner = runner.ok_or_else(|| Refusal::not_found("Runner"))?;
    permit(world, caller, runner, project)?;
    unmodified::check(ask, runner.assigned_at.get(&project.id).copied().unwrap_or(runner.created_at))?;
    let (id, project) = (runner.id, project.id);
    if let Some(runner) = world.runners.get_mut(&id) {
        runner.unassign(project);
    }
    Ok(answer::bare(204))
}

/// Whether the caller may take the runner away, with each version's own words.
fn permit(world: &World, caller: &Caller, runner: &Runner, project: &Project) -> Result<(), Refusal> {
    let forbidden = |reason| Err(Refusal::forbidden_because(reason));
    let owns = runner.owner_project() == Some(project.id);
    let profile = world.settings.profile;
    match profile {
        // Which project came first did not matter yet.
        Profile::V15 | Profile::V16 if runner.projects.len() == 1 => {
            return forbidden("Only one project associated with the runner. Please remove the runner instead");
        }
        Profile::V17 if owns => return forbidden(OWNER),
        _ => {}
    }
    if caller.admin {
        return if profile == Profile::V19 && owns { forbidden(OWNER) } else { Ok(()) };
    }
    if runner.locked {
        return forbidden("Runner is locked");
    }
    let keeps = places::keeps_project_runners(world, caller, project);
    if !keeps || (profile == Profile::V19 && owns) { Err(no_access()) } else { Ok(()) }
}

const OWNER: &str = "You cannot unassign a runner from the owner project. Delete the runner instead";

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (path, token, status, text) in [
            ("projects/7/runners/41", "", 401, "401 Unauthorized"),
            ("projects/7/runners/x", "glpat-ada", 404, "404 Project Not Found"),
            ("projects/7/runners/x", "glpat-uma", 403, "403 Forbidden"),
            ("projects/7/runners/x", "glpat-mira", 400, "runner_id is invalid"),
            ("projects/7/runners/999", "glpat-mira", 404, "404 Runner Not Found"),
            ("projects/7/runners/20", "glpat-mira", 404, "404 Runner Not Found"),
            ("projects/8/runners/41", "glpat-pam", 404, "404 Runner Not Found"),
            ("projects/7/runners/41", "glpat-mira", 403, "403 Forbidden - Runner is locked"),
            ("projects/7/runners/42", "glpat-mira", 403, "403 Forbidden - No access granted"),
            ("projects/8/runners/42", "glpat-aud", 403, "403 Forbidden - No access granted"),
            (
                "projects/7/runners/41",
                "glpat-root",
                403,
                "403 Forbidden - You cannot unassign a runner from the owner project. Delete the runner instead",
            ),
        ] {
            assert_eq!(refusal(&gitlab.delete(path, token)), (status, text.to_owned()), "{path} as {token}");
        }
    }

    #[test]
    fn the_project_is_without_the_runner_afterwards() {
        let mut gitlab = Sample::new();
        let answer = gitlab.delete("projects/8/runners/42", "glpat-pam");
        assert_eq!((answer.status, answer.body.len()), (204, 0));
        assert_eq!(gitlab.runner(42).projects, [7]);
        assert_eq!(gitlab.delete("projects/8/runners/42", "glpat-pam").status, 404);
        assert_eq!(gitlab.get("runners/42", "glpat-pam").status, 403);
    }

    #[test]
    fn a_locked_runner_is_taken_by_an_administrator() {
        let mut gitlab = Sample::new();
        gitlab.world().runners.get_mut(&42).unwrap().locked = true;
        assert_eq!(
            refusal(&gitlab.delete("projects/8/runners/42", "glpat-mira")).1,
            "403 Forbidden - Runner is locked"
        );
        assert_eq!(gitlab.delete("projects/8/runners/42", "glpat-root").status, 204);
    }

    #[test]
    fn older_versions_refuse_in_other_words() {
        let last = "403 Forbidden - Only one project associated with the runner. Please remove the runner instead";
        let owner = "403 Forbidden - You cannot unassign a runner from the owner project. Delete the runner instead";
        for (profile, path, status, text) in [
            ("15", "projects/7/runners/41", 403, last),
            ("16", "projects/7/runners/41", 403, last),
            ("16", "projects/7/runners/42", 204, "null"),
            ("17", "projects/7/runners/41", 403, owner),
            ("17", "projects/7/runners/42", 403, owner),
            ("17", "projects/7/runners/999", 404, "404 Runner Not Found"),
        ] {
            for token in ["glpat-mira", "glpat-root"] {
                let answer = refusal(&Sample::at(profile).delete(path, token));
                assert_eq!(answer, (status, text.to_owned()), "{path} at {profile} as {token}");
            }
        }
    }

    #[test]
    fn a_later_assignment_stops_it_but_not_a_later_change() {
        let mut gitlab = Sample::new();
        let headers = [("private-token", "glpat-mira"), ("if-unmodified-since", "Sun, 01 Nov 2026 11:59:59 GMT")];
        gitlab.post("projects/9/runners", "glpat-mira", r#"{"runner_id":42}"#);
        gitlab.put("runners/42", "glpat-mira", r#"{"description":"x"}"#);
        let answer = gitlab.send("DELETE", "projects/9/runners/42", &headers, b"");
        assert_eq!(refusal(&answer), (412, "412 Precondition Failed".to_owned()));
        assert_eq!(gitlab.send("DELETE", "projects/8/runners/42", &headers, b"").status, 204);
    }
}
