//! `POST /user/runners`: a new runner of the caller's, and the only answer that ever shows its token.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::auth::Caller;
use crate::entities::runner_secret::RegistrationDetails;
use crate::params::check::Check;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::runner_draft::{self, RunnerDraft};
use crate::runner_rules;
use crate::runner_token::Origin;
use crate::words::RunnerType;
use crate::world::World;
use crate::world::runner::Runner;

/// Where a new runner belongs.
enum Place {
    Instance,
    Group(u64),
    Project(u64),
}

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let mut check = Check::new(&ask.params);
    let kind = check.required_word("runner_type", RunnerType::WORDS).and_then(|word| RunnerType::from_word(&word));
    let of = match kind {
        Some(RunnerType::Group) => required_id(&mut check, "group_id"),
        Some(RunnerType::Project) => required_id(&mut check, "project_id"),
        Some(RunnerType::Instance) | None => None,
    };
    let draft = RunnerDraft::read(&mut check, |check| check.boolean("paused"));
    check.finish()?;
    // Without a type the check has ended the call by now.
    let kind = kind.unwrap_or(RunnerType::Instance);
    // That the place is there is looked at before the role, so that ids can be told apart by it.
    let place = Place::find(world, kind, of)?;
    if !place.admits(world, caller) {
        return Err(Refusal::forbidden_because("Insufficient permissions"));
    }
    let mut runner = draft.into_runner(world, kind, ask.now);
    runner.created_by = Some(caller.user);
    place.take(&mut runner, ask.now);
    match runner_draft::save(world, runner, Origin::User) {
        Ok(runner) => Ok(answer::json(201, &RegistrationDetails::of(runner))),
        Err(problems) => Err(Refusal::bad_request(&runner_rules::sentence(&problems))),
    }
}

fn required_id(check: &mut Check, key: &str) -> Option<u64> {
    check.required(key);
    check.integer(key).and_then(|id| u64::try_from(id).ok())
}

impl Place {
    fn find(world: &World, kind: RunnerType, id: Option<u64>) -> Result<Self, Refusal> {
        let missing = |what| Refusal::bad_request(&format!("Missing/invalid {what}"));
        match kind {
            RunnerType::Instance => Ok(Self::Instance),
            RunnerType::Group => {
                id.filter(|id| world.groups.contains_key(id)).map(Self::Group).ok_or_else(|| missing("group"))
            }
            RunnerType::Project => {
                id.filter(|id| world.projects.contains_key(id)).map(Self::Project).ok_or_else(|| missing("project"))
            }
        }
    }

    fn admits(&self, world: &World, caller: &Caller) -> bool {
        match self {
            Self::Instance => caller.admin,
            Self::Group(id) => {
                world.groups.get(id).is_some_and(|group| places::keeps_group_runners(world, caller, group))
            }
            Self::Project(id) => {
                world.projects.get(id).is_some_and(|project| places::keeps_project_runners(world, caller, project))
            }
        }
    }

    fn take(&self, runner: &mut Runner, now: i64) {
        match self {
            Self::Instance => {}
            Self::Group(id) => runner.group = Some(*id),
            Self::Project(id) => runner.assign(*id, now),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sample::{Reply, Sample, refusal};
    use crate::time::DAY;

    fn create(gitlab: &mut Sample, token: &str, body: &Value) -> Reply {
        gitlab.post("user/runners", token, &body.to_string())
    }

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        let project = |more: Value| {
            let mut body = json!({"runner_type": "project_type", "project_id": 7});
            body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            body
        };
        for (token, body, status, text) in [
            ("", json!({}), 401, "401 Unauthorized"),
            ("glpat-uma", json!({}), 400, "runner_type is missing, runner_type does not have a valid value"),
            (
                "glpat-uma",
                json!({"runner_type": "x", "paused": "maybe"}),
                400,
                "runner_type does not have a valid value, paused is invalid",
            ),
            ("glpat-uma", json!({"runner_type": "group_type"}), 400, "group_id is missing"),
            ("glpat-uma", json!({"runner_type": "project_type", "group_id": 3}), 400, "project_id is missing"),
            ("glpat-uma", json!({"runner_type": "group_type", "group_id": "acme"}), 400, "group_id is invalid"),
            (
                "glpat-uma",
                json!({"runner_type": "group_type", "group_id": 999}),
                400,
                "400 Bad request - Missing/invalid group",
            ),
            (
                "glpat-uma",
                json!({"runner_type": "project_type", "project_id": -1}),
                400,
                "400 Bad request - Missing/invalid project",
            ),
            ("glpat-mira", json!({"runner_type": "instance_type"}), 403, "403 Forbidden - Insufficient permissions"),
            (
                "glpat-max",
                json!({"runner_type": "group_type", "group_id": 3}),
                403,
                "403 Forbidden - Insufficient permissions",
            ),
            (
                "glpat-mira",
                json!({"runner_type": "group_type", "group_id": 5}),
                403,
                "403 Forbidden - Insufficient permissions",
            ),
            ("glpat-uma", project(json!({"maximum_timeout": 1})), 403, "403 Forbidden - Insufficient permissions"),
            (
                "glpat-mira",
                project(json!({"maximum_timeout": 1})),
                400,
                "400 Bad request - Maximum timeout needs to be at least 10 minutes",
            ),
            (
                "glpat-mira",
                project(json!({"run_untagged": false, "maximum_timeout": 1})),
                400,
                "400 Bad request - Maximum timeout needs to be at least 10 minutes and \
                 Tags list can not be empty when runner is not allowed to pick untagged jobs",
            ),
        ] {
            let answer = create(&mut gitlab, token, &body);
            assert_eq!(refusal(&answer), (status, text.to_owned()), "{body} as {token}");
        }
        assert_eq!(gitlab.world().runners.len(), 6);
    }

    #[test]
    fn a_new_runner_shows_its_token_once_and_waits_for_its_machine() {
        let mut gitlab = Sample::new();
        let body = json!({"runner_type": "project_type", "project_id": 7, "group_id": "x", "description": "new", "paused": true,
                          "locked": true, "run_untagged": false, "tag_list": "a,b,a", "access_level": "ref_protected",
                          "maximum_timeout": 600, "maintenance_note": "n"});
        let answer = create(&mut gitlab, "glpat-mira", &body);
        assert_eq!(
            (answer.status, &answer.json["id"], &answer.json["token_expires_at"]),
            (201, &json!(45), &Value::Null)
        );
        assert!(answer.json["token"].as_str().unwrap().starts_with("glrt-t3_"));
        assert_eq!(answer.keys(), ["id", "token", "token_expires_at"]);
        let runner = gitlab.get("runners/45", "glpat-mira").json;
        for (key, value) in [
            ("description", json!("new")),
            ("paused", json!(true)),
            ("locked", json!(true)),
            ("run_untagged", json!(false)),
            ("tag_list", json!(["a", "b"])),
            ("access_level", json!("ref_protected")),
            ("maximum_timeout", json!(600)),
            ("maintenance_note", json!("n")),
            ("status", json!("never_contacted")),
            ("online", Value::Null),
            ("name", Value::Null),
            ("created_at", json!("2026-11-01T12:00:00.000Z")),
        ] {
            assert_eq!(runner[key], value, "{key}");
        }
        assert_eq!((&runner["created_by"]["username"], &runner["projects"][0]["id"]), (&json!("mira"), &json!(7)));
        assert!(runner.get("token").is_none());
    }

    #[test]
    fn each_role_creates_in_its_place() {
        for (token, body, prefix) in [
            ("glpat-root", json!({"runner_type": "instance_type"}), "glrt-t1_"),
            ("glpat-mira", json!({"runner_type": "group_type", "group_id": 4}), "glrt-t2_"),
            ("glpat-pam", json!({"runner_type": "project_type", "project_id": "8"}), "glrt-t3_"),
            ("glpat-create", json!({"runner_type": "project_type", "project_id": 12}), "glrt-t3_"),
        ] {
            let answer = create(&mut Sample::new(), token, &body);
            assert!(answer.json["token"].as_str().is_some_and(|token| token.starts_with(prefix)), "{token} {body}");
        }
    }

    #[test]
    fn the_token_expires_as_its_place_says() {
        let mut gitlab = Sample::new();
        gitlab.world().groups.get_mut(&3).unwrap().token_expiration = Some(5 * DAY);
        let answer = create(&mut gitlab, "glpat-mira", &json!({"runner_type": "group_type", "group_id": 3}));
        assert_eq!(answer.json["token_expires_at"], "2026-11-06T12:00:00.000Z");
    }

    #[test]
    fn version_15_does_not_know_the_call() {
        let answer = create(&mut Sample::at("15"), "glpat-root", &json!({"runner_type": "instance_type"}));
        assert_eq!((answer.status, answer.json), (404, json!({"error": "404 Not Found"})));
    }
}
