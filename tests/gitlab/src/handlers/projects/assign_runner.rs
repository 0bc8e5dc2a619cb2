//! `POST /projects/:id/runners`: gives a project runner to one more project.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::auth::Caller;
use crate::entities::runner::RunnerSummary;
use crate::handlers::runners::{find, no_access};
use crate::params::check::Check;
use crate::policy::{places, runners};
use crate::refusal::Refusal;
use crate::words::RunnerType;
use crate::world::World;
use crate::world::runner::Runner;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let project = super::find(world, ask)?;
    if !places::reads_project_runners(world, caller, project) {
        return Err(Refusal::forbidden());
    }
    let mut check = Check::new(&ask.params);
    check.required("runner_id");
    let id = check.integer("runner_id");
    check.finish()?;
    if !places::keeps_project_runners(world, caller, project) {
        return Err(Refusal::forbidden());
    }
    let runner = find(world, id)?;
    permit(world, caller, runner)?;
    let (id, project) = (runner.id, project.id);
    fits(runner, project)?;
    let runner = world.runners.get_mut(&id).ok_or_else(Refusal::no_record)?;
    runner.assign(project, ask.now);
    Ok(answer::json(201, &RunnerSummary::of(world, ask, find(world, i64::try_from(id).ok())?)))
}

/// Whether the caller may give the runner away.
fn permit(world: &World, caller: &Caller, runner: &Runner) -> Result<(), Refusal> {
    if runner.kind == RunnerType::Group {
        return Err(Refusal::forbidden_because("Runner is a group runner"));
    }
    if caller.admin {
        return Ok(());
    }
    if runner.locked {
        return Err(Refusal::forbidden_because("Runner is locked"));
    }
    if runners::updates(world, caller, runner) { Ok(()) } else { Err(no_access()) }
}

/// Whether the runner can be given to the project.
fn fits(runner: &Runner, project: u64) -> Result<(), Refusal> {
    if runner.kind == RunnerType::Instance {
        // Only administrators come this far, and GitLab's model has no answer for them.
        return Err(Refusal::crash());
    }
    if runner.is_orphan() {
        return Err(Refusal::bad("Taking over an orphaned project runner is not allowed - runner_error"));
    }
    if runner.projects.contains(&project) {
        return Err(Refusal::bad("Assign to Validation failed: Runner projects is invalid - runner_error"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sample::{Sample, refusal};

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (path, token, body, status, text) in [
            ("projects/7/runners", "", json!({}), 401, "401 Unauthorized"),
            ("projects/7/runners", "glpat-ada", json!({}), 404, "404 Project Not Found"),
            ("projects/7/runners", "glpat-uma", json!({}), 403, "403 Forbidden"),
            ("projects/7/runners", "glpat-mira", json!({}), 400, "runner_id is missing"),
            ("projects/7/runners", "glpat-mira", json!({"runner_id": "x"}), 400, "runner_id is invalid"),
            ("projects/7/runners", "glpat-aud", json!({}), 400, "runner_id is missing"),
            ("projects/7/runners", "glpat-aud", json!({"runner_id": 999}), 403, "403 Forbidden"),
            ("projects/8/runners", "glpat-mira", json!({"runner_id": 999}), 404, "404 Runner Not Found"),
            (
                "projects/8/runners",
                "glpat-root",
                json!({"runner_id": 20}),
                403,
                "403 Forbidden - Runner is a group runner",
            ),
            ("projects/8/runners", "glpat-mira", json!({"runner_id": 41}), 403, "403 Forbidden - Runner is locked"),
            ("projects/8/runners", "glpat-mira", json!({"runner_id": 44}), 403, "403 Forbidden - No access granted"),
            ("projects/8/runners", "glpat-mira", json!({"runner_id": 1}), 403, "403 Forbidden - No access granted"),
            ("projects/8/runners", "glpat-root", json!({"runner_id": 1}), 500, "500 Internal Server Error"),
            (
                "projects/8/runners",
                "glpat-root",
                json!({"runner_id": 43}),
                400,
                "Taking over an orphaned project runner is not allowed - runner_error",
            ),
            (
                "projects/8/runners",
                "glpat-mira",
                json!({"runner_id": 42}),
                400,
                "Assign to Validation failed: Runner projects is invalid - runner_error",
            ),
        ] {
            let answer = gitlab.post(path, token, &body.to_string());
            assert_eq!(refusal(&answer), (status, text.to_owned()), "{path} {body} as {token}");
        }
    }

    #[test]
    fn the_project_has_the_runner_afterwards() {
        let mut gitlab = Sample::new();
        let answer = gitlab.post("projects/acme%2Fsolo/runners", "glpat-max", r#"{"runner_id":42}"#);
        assert_eq!((answer.status, &answer.json["id"], answer.json.get("projects")), (201, &json!(42), None));
        assert_eq!(gitlab.get("projects/9/runners", "glpat-max").ids(), [42]);
        assert_eq!(gitlab.runner(42).projects, [7, 8, 9]);
    }

    #[test]
    fn an_administrator_gives_locked_ones_too() {
        let mut gitlab = Sample::new();
        let headers = [("private-token", "glpat-root"), ("content-type", "application/x-www-form-urlencoded")];
        assert_eq!(gitlab.send("POST", "projects/8/runners", &headers, b"runner_id=41").status, 201);
        assert_eq!(gitlab.runner(41).projects, [7, 8]);
        assert_eq!(gitlab.get("runners/41", "glpat-pam").status, 200);
    }

    #[test]
    fn older_versions_word_the_404_otherwise() {
        for profile in ["15", "16", "17"] {
            let answer = Sample::at(profile).post("projects/8/runners", "glpat-mira", r#"{"runner_id":999}"#);
            assert_eq!(refusal(&answer), (404, "404 Not found".to_owned()), "{profile}");
        }
        let row = Sample::at("15").post("projects/9/runners", "glpat-max", r#"{"runner_id":42}"#).json;
        assert_eq!((&row["active"], &row["paused"], &row["ip_address"]), (&json!(false), &json!(true), &Value::Null));
    }
}
