//! `GET /runners/:id/managers`: the machines behind a runner, all at once; for those who may read the runner.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::runner_manager::RunnerManager;
use crate::params::check::Check;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let mut check = Check::new(&ask.params);
    let id = check.integer("id");
    check.finish()?;
    let runner = super::find_readable(world, ask, id)?;
    let managers = runner.managers.iter().map(|manager| RunnerManager::of(world, ask, runner, manager));
    Ok(answer::ok(&managers.collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::{Sample, refusal};

    #[test]
    fn managers_tell_their_own_address_and_state() {
        let answer = Sample::new().get("runners/41/managers", "glpat-mira");
        assert_eq!(answer.ids(), [2, 3]);
        assert_eq!(answer.header("x-total"), None);
        assert_eq!(
            answer.json[0],
            json!({
                "id": 2, "system_id": "s_2", "version": "18.9.1", "revision": "ab12cd34", "platform": "linux", "architecture": "arm64",
                "created_at": "2026-10-02T12:00:00.000Z", "contacted_at": "2026-11-01T11:58:00.000Z", "ip_address": "10.0.0.2",
                "status": "online", "job_execution_status": "active",
            })
        );
        assert_eq!(
            (&answer.json[1]["status"], &answer.json[1]["job_execution_status"]),
            (&json!("stale"), &json!("idle"))
        );
    }

    #[test]
    fn a_runner_without_machines_has_an_empty_list() {
        assert_eq!(Sample::new().get("runners/20/managers", "glpat-mira").json, json!([]));
    }

    #[test]
    fn refusals_are_those_of_the_runner() {
        let mut gitlab = Sample::new();
        for (path, token, status, text) in [
            ("runners/41/managers", "", 401, "401 Unauthorized"),
            ("runners/x/managers", "glpat-mira", 400, "id is invalid"),
            ("runners/999/managers", "glpat-mira", 404, "404 Runner Not Found"),
            ("runners/41/managers", "glpat-uma", 403, "403 Forbidden - No access granted"),
        ] {
            assert_eq!(refusal(&gitlab.get(path, token)), (status, text.to_owned()), "{path}");
        }
    }

    #[test]
    fn version_16_does_not_know_the_call() {
        for profile in ["15", "16"] {
            let answer = Sample::at(profile).get("runners/41/managers", "glpat-mira");
            assert_eq!((answer.status, answer.json), (404, json!({"error": "404 Not Found"})), "{profile}");
        }
        let manager = Sample::at("17").get("runners/41/managers", "glpat-mira").json[0].clone();
        assert!(manager.get("job_execution_status").is_none());
    }
}
