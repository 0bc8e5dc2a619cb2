//! `POST /runners`: a new runner by the registration token of the instance, a group or a project; the old way.

use serde_json::Value;

use super::LEGACY;
use super::info::Info;
use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::runner_secret::RegistrationDetails;
use crate::params::check::Check;
use crate::refusal::Refusal;
use crate::runner_changes;
use crate::runner_draft::{self, RunnerDraft};
use crate::runner_token::Origin;
use crate::words::{Profile, RunnerType};
use crate::world::World;
use crate::world::manager::Manager;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let mut check = Check::new(&ask.params);
    check.required("token");
    let token = check.text("token").unwrap_or_default();
    let mut draft = RunnerDraft::read(&mut check, runner_changes::read_paused);
    let old_note = check.text("maintainer_note");
    if !matches!(ask.params.get("info"), None | Some(Value::Null | Value::Object(_))) {
        check.problem("info is invalid");
    }
    check.exclusive(["maintainer_note", "maintenance_note"]);
    check.exclusive(["active", "paused"]);
    check.finish()?;
    let place = place(world, &token).ok_or_else(|| Refusal::forbidden_because("invalid token supplied"))?;
    if !world.settings.registration_tokens {
        return Err(Refusal::gone("runner registration disallowed"));
    }
    draft.maintenance_note = draft.maintenance_note.or(old_note);
    let info = Info::read(ask);
    let mut runner = draft.into_runner(world, place.0, ask.now);
    runner.name = info.text("name");
    match place {
        (RunnerType::Group, group) => runner.group = Some(group),
        (RunnerType::Project, project) => runner.assign(project, ask.now),
        (RunnerType::Instance, _) => {}
    }
    if world.settings.profile <= Profile::V16 {
        // What later is a machine's was the runner's own, and told by nothing else.
        let mut manager = Manager::new(world.next_manager_id(), LEGACY, ask.now);
        info.note(&mut manager);
        runner.managers.push(manager);
    }
    match runner_draft::save(world, runner, Origin::Registration) {
        Ok(runner) => Ok(answer::json(201, &RegistrationDetails::of(runner))),
        Err(problems) => Err(Refusal::invalid_model(Value::Object(problems))),
    }
}

/// What a registration token is of: the type of its runners, and the id of the group or project.
fn place(world: &World, token: &str) -> Option<(RunnerType, u64)> {
    if token.is_empty() {
        return None;
    }
    if world.settings.registration_token == token {
        return Some((RunnerType::Instance, 0));
    }
    let of_project = world.projects.values().find(|project| project.registration_token.as_deref() == Some(token));
    let of_group = || world.groups.values().find(|group| group.registration_token.as_deref() == Some(token));
    of_project
        .map(|project| (RunnerType::Project, project.id))
        .or_else(|| of_group().map(|group| (RunnerType::Group, group.id)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sample::{Reply, Sample, refusal};

    fn register(gitlab: &mut Sample, body: &Value) -> Reply {
        gitlab.post("runners", "", &body.to_string())
    }

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (body, status, text) in [
            (json!({"paused": "x"}), 400, "token is missing, paused is invalid"),
            (json!({"token": "x", "active": true, "paused": true}), 400, "active, paused are mutually exclusive"),
            (
                json!({"token": "x", "maintainer_note": "a", "maintenance_note": "b"}),
                400,
                "maintainer_note, maintenance_note are mutually exclusive",
            ),
            (json!({"token": "x", "info": "y"}), 400, "info is invalid"),
            (json!({"token": "", "maximum_timeout": 1}), 403, "403 Forbidden - invalid token supplied"),
            (json!({"token": "glrt-t3_runner41"}), 403, "403 Forbidden - invalid token supplied"),
            (
                json!({"token": "GR1348941prj", "maximum_timeout": 1}),
                400,
                r#"{"maximum_timeout":["needs to be at least 10 minutes"]}"#,
            ),
        ] {
            assert_eq!(refusal(&register(&mut gitlab, &body)), (status, text.to_owned()), "{body}");
        }
        gitlab.world().settings.registration_tokens = false;
        let gone = register(&mut gitlab, &json!({"token": "GR1348941prj"}));
        assert_eq!(refusal(&gone), (410, "410 Gone - runner registration disallowed".to_owned()));
        assert_eq!(gitlab.world().runners.len(), 6);
    }

    #[test]
    fn a_token_leads_to_its_place() {
        for (token, prefix, project, group) in [
            ("GR1348941instance", "glrtr-t1_", None, None),
            ("GR1348941grp", "glrtr-t2_", None, Some(3)),
            ("GR1348941prj", "glrtr-t3_", Some(7), None),
        ] {
            let mut gitlab = Sample::new();
            let answer = register(&mut gitlab, &json!({"token": token}));
            assert_eq!((answer.status, answer.keys()), (201, vec!["id", "token", "token_expires_at"]), "{token}");
            assert!(answer.json["token"].as_str().unwrap().starts_with(prefix), "{token}");
            let runner = gitlab.runner(answer.json["id"].as_u64().unwrap());
            assert_eq!((runner.owner_project(), runner.group, runner.created_by), (project, group, None));
        }
    }

    #[test]
    fn what_is_told_is_kept() {
        let mut gitlab = Sample::new();
        let form = b"token=GR1348941prj&active=false&locked=true&run_untagged=0&tag_list=a,b&access_level=ref_protected\
                     &maximum_timeout=900&maintainer_note=old&description=hall&info[name]=gitlab-runner&info[version]=15.4.0";
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        assert_eq!(gitlab.send("POST", "runners", &headers, form).status, 201);
        let runner = gitlab.get("runners/45", "glpat-mira").json;
        for (key, value) in [
            ("description", json!("hall")),
            ("paused", json!(true)),
            ("locked", json!(true)),
            ("run_untagged", json!(false)),
            ("tag_list", json!(["a", "b"])),
            ("access_level", json!("ref_protected")),
            ("maximum_timeout", json!(900)),
            ("maintenance_note", json!("old")),
            ("name", json!("gitlab-runner")),
            ("version", Value::Null),
            ("status", json!("never_contacted")),
        ] {
            assert_eq!(runner[key], value, "{key}");
        }
        assert_eq!(gitlab.send("POST", "runners?token=GR1348941grp", &[], b"").json["id"], 46);
    }

    #[test]
    fn up_to_16_the_runner_is_its_machine() {
        let mut gitlab = Sample::at("15");
        let answer = register(&mut gitlab, &json!({"token": "GR1348941prj", "info": {"version": "15.4.0"}}));
        assert_eq!(answer.json["token"].as_str().unwrap().len(), 20);
        let runner = gitlab.get("runners/45", "glpat-mira").json;
        assert_eq!((&runner["version"], &runner["ip_address"]), (&json!("15.4.0"), &json!("127.0.0.1")));
    }

    #[test]
    fn the_same_world_gives_the_same_tokens() {
        let token = || register(&mut Sample::new(), &json!({"token": "GR1348941grp"})).json["token"].clone();
        assert_eq!(token(), token());
    }
}
