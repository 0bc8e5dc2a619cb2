//! `DELETE /runners/:id`: forgets a runner and its managers; of several projects' runners only for administrators.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::params::check::Check;
use crate::policy::runners;
use crate::refusal::Refusal;
use crate::unmodified;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let mut check = Check::new(&ask.params);
    let id = check.integer("id");
    check.finish()?;
    let runner = super::find(world, id)?;
    if !caller.admin && runner.projects.len() > 1 {
        return Err(Refusal::forbidden_because("Runner associated with more than one project"));
    }
    if !runners::deletes(world, caller, runner) {
        return Err(super::no_access());
    }
    unmodified::check(ask, runner.updated_at)?;
    let id = runner.id;
    world.remove_runner(id);
    Ok(answer::bare(204))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (path, token, status, text) in [
            ("runners/41", "", 401, "401 Unauthorized"),
            ("runners/x", "glpat-mira", 400, "id is invalid"),
            ("runners/999", "glpat-uma", 404, "404 Runner Not Found"),
            ("runners/42", "glpat-uma", 403, "403 Forbidden - Runner associated with more than one project"),
            ("runners/42", "glpat-mira", 403, "403 Forbidden - Runner associated with more than one project"),
            ("runners/41", "glpat-uma", 403, "403 Forbidden - No access granted"),
            ("runners/20", "glpat-max", 403, "403 Forbidden - No access granted"),
            ("runners/1", "glpat-mira", 403, "403 Forbidden - No access granted"),
            ("runners/43", "glpat-mira", 403, "403 Forbidden - No access granted"),
        ] {
            assert_eq!(refusal(&gitlab.delete(path, token)), (status, text.to_owned()), "{path} as {token}");
        }
        assert_eq!(gitlab.world().runners.len(), 6);
    }

    #[test]
    fn what_is_deleted_is_gone() {
        for (id, token) in
            [(41, "glpat-max"), (20, "glpat-mira"), (42, "glpat-root"), (43, "glpat-root"), (1, "glpat-root")]
        {
            let mut gitlab = Sample::new();
            let path = format!("runners/{id}");
            let answer = gitlab.delete(&path, token);
            assert_eq!((answer.status, answer.body.len(), answer.header("content-type")), (204, 0, None), "{path}");
            assert_eq!(refusal(&gitlab.delete(&path, token)), (404, "404 Runner Not Found".to_owned()));
            assert_eq!(gitlab.get(&format!("{path}/managers"), "glpat-root").status, 404);
        }
    }

    #[test]
    fn jobs_stay_without_their_runner() {
        let mut gitlab = Sample::new();
        gitlab.delete("runners/41", "glpat-mira");
        assert_eq!(gitlab.world().jobs[&5001].runner, None);
    }

    #[test]
    fn a_later_change_stops_it() {
        let mut gitlab = Sample::new();
        let headers = [("private-token", "glpat-mira"), ("if-unmodified-since", "Sun, 01 Nov 2026 11:00:00 GMT")];
        gitlab.put("runners/41", "glpat-mira", r#"{"paused":true}"#);
        let answer = gitlab.send("DELETE", "runners/41", &headers, b"");
        assert_eq!(refusal(&answer), (412, "412 Precondition Failed".to_owned()));
        // What changes nothing is no change.
        gitlab.put("runners/20", "glpat-mira", r#"{"paused":false}"#);
        assert_eq!(gitlab.send("DELETE", "runners/20", &headers, b"").status, 204);
    }

    #[test]
    fn older_versions_word_the_404_otherwise() {
        for profile in ["15", "16", "17"] {
            assert_eq!(refusal(&Sample::at(profile).delete("runners/999", "glpat-mira")).1, "404 Not found");
        }
    }
}
