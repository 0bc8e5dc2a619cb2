//! `PUT /runners/:id`: changes the named fields, all or none; for those who may change the runner.

use serde_json::{Value, json};

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::runner::RunnerDetails;
use crate::params::check::Check;
use crate::policy::runners;
use crate::refusal::Refusal;
use crate::runner_changes::RunnerChanges;
use crate::runner_rules;
use crate::words::Profile;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let mut check = Check::new(&ask.params);
    let id = check.integer("id");
    let changes = RunnerChanges::read(&mut check, world.settings.profile);
    check.finish()?;
    let runner = super::find(world, id)?;
    if !runners::updates(world, caller, runner) {
        return Err(super::no_access());
    }
    let mut next = runner.clone();
    let tags_changed = changes.apply(&mut next);
    let mut problems = runner_rules::problems(&next, tags_changed);
    if next.is_orphan() {
        problems.insert("runner".to_owned(), json!(["needs to be assigned to at least one project"]));
    }
    if !problems.is_empty() {
        return Err(Refusal::invalid_model(Value::Object(problems)));
    }
    if next != *runner {
        next.updated_at = ask.now;
        world.runners.insert(next.id, next);
    }
    let runner = super::find(world, id)?;
    let with_projects = world.settings.profile != Profile::V19;
    Ok(answer::ok(&RunnerDetails::of(world, ask, caller, runner, with_projects)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Sample, refusal};

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (path, token, body, status, text) in [
            ("runners/41", "", "{}", 401, "401 Unauthorized"),
            ("runners/999", "glpat-mira", r#"{"access_level":"x"}"#, 400, "access_level does not have a valid value"),
            ("runners/x", "glpat-mira", r#"{"paused":true}"#, 400, "id is invalid"),
            (
                "runners/41",
                "glpat-mira",
                r#"{"paused":"x","maximum_timeout":"y"}"#,
                400,
                "paused is invalid, maximum_timeout is invalid",
            ),
            (
                "runners/41",
                "glpat-mira",
                r#"{"active":true,"paused":true}"#,
                400,
                "active, paused are mutually exclusive",
            ),
            ("runners/999", "glpat-mira", r#"{"paused":true}"#, 404, "404 Runner Not Found"),
            ("runners/41", "glpat-uma", r#"{"paused":true}"#, 403, "403 Forbidden - No access granted"),
            ("runners/1", "glpat-mira", r#"{"paused":true}"#, 403, "403 Forbidden - No access granted"),
            ("runners/20", "glpat-max", r#"{"paused":true}"#, 403, "403 Forbidden - No access granted"),
        ] {
            assert_eq!(refusal(&gitlab.put(path, token, body)), (status, text.to_owned()), "{path} {body}");
        }
    }

    #[test]
    fn at_least_one_field_must_be_named() {
        let (status, text) = refusal(&Sample::new().put("runners/41", "glpat-mira", r#"{"name":"x"}"#));
        assert_eq!(status, 400);
        assert!(
            text.starts_with("description, active, paused, ")
                && text.ends_with("are missing, at least one parameter must be provided")
        );
    }

    #[test]
    fn each_field_is_changed_alone_and_remembered() {
        let mut gitlab = Sample::new();
        for (body, key, value) in [
            (r#"{"description":"new"}"#, "description", json!("new")),
            (r#"{"paused":true}"#, "paused", json!(true)),
            (r#"{"active":true}"#, "paused", json!(false)),
            (r#"{"tag_list":["a","b","a"]}"#, "tag_list", json!(["a", "b"])),
            (r#"{"tag_list":"c, d"}"#, "tag_list", json!(["c", "d"])),
            (r#"{"run_untagged":"1"}"#, "run_untagged", json!(true)),
            (r#"{"tag_list":""}"#, "tag_list", json!([])),
            (r#"{"locked":false}"#, "locked", json!(false)),
            (r#"{"access_level":"ref_protected"}"#, "access_level", json!("ref_protected")),
            (r#"{"maximum_timeout":600}"#, "maximum_timeout", json!(600)),
            (r#"{"maximum_timeout":null}"#, "maximum_timeout", Value::Null),
            (r#"{"maximum_timeout":""}"#, "maximum_timeout", Value::Null),
            (r#"{"maintenance_note":"x"}"#, "maintenance_note", json!("x")),
            (r#"{"maintenance_note":""}"#, "maintenance_note", Value::Null),
            (r#"{"description":null}"#, "description", Value::Null),
        ] {
            let answer = gitlab.put("runners/41", "glpat-mira", body);
            assert_eq!((answer.status, &answer.json[key]), (200, &value), "{body}");
            assert_eq!(gitlab.get("runners/41", "glpat-mira").json[key], value, "{body}");
        }
    }

    #[test]
    fn a_model_that_breaks_a_rule_is_not_saved() {
        let mut gitlab = Sample::new();
        let long = "x".repeat(1025);
        let many: Vec<String> = (0..51).map(|i| format!("t{i}")).collect();
        for (body, expected) in [
            (json!({"maximum_timeout": 599}), json!({"maximum_timeout": ["needs to be at least 10 minutes"]})),
            (json!({"maximum_timeout": 0}), json!({"maximum_timeout": ["needs to be at least 10 minutes"]})),
            (
                json!({"tag_list": []}),
                json!({"tags_list": ["can not be empty when runner is not allowed to pick untagged jobs"]}),
            ),
            (
                json!({"tag_list": many}),
                json!({"tags_list": ["Too many tags specified. Please limit the number of tags to 50"]}),
            ),
            (json!({"description": long}), json!({"description": ["is too long (maximum is 1024 characters)"]})),
            (
                json!({"maintenance_note": long, "paused": true}),
                json!({"maintenance_note": ["is too long (maximum is 1024 characters)"]}),
            ),
        ] {
            let before = gitlab.gitlab.world.runners[&41].clone();
            let answer = gitlab.put("runners/41", "glpat-mira", &body.to_string());
            assert_eq!((answer.status, &answer.json["message"]), (400, &expected), "{body}");
            assert_eq!(gitlab.gitlab.world.runners[&41], before);
        }
    }

    #[test]
    fn version_15_takes_no_note() {
        let mut gitlab = Sample::at("15");
        let answer = gitlab.put("runners/41", "glpat-mira", r#"{"active":false,"maintenance_note":"x"}"#);
        assert_eq!((answer.status, &answer.json["paused"]), (200, &json!(true)));
        assert_eq!(gitlab.runner(41).maintenance_note.as_deref(), Some("second rack"));
        let (status, text) = refusal(&gitlab.put("runners/41", "glpat-mira", r#"{"maintenance_note":"x"}"#));
        assert_eq!(status, 400);
        assert!(text.ends_with("access_level, maximum_timeout are missing, at least one parameter must be provided"));
    }

    #[test]
    fn an_orphan_can_not_be_changed() {
        let answer = Sample::new().put("runners/43", "glpat-root", r#"{"paused":true}"#);
        assert_eq!(answer.json, json!({"message": {"runner": ["needs to be assigned to at least one project"]}}));
    }

    #[test]
    fn too_many_tags_are_no_problem_as_long_as_they_stay() {
        let mut gitlab = Sample::new();
        let many: Vec<String> = (0..60).map(|i| format!("t{i}")).collect();
        gitlab.gitlab.world.runners.get_mut(&41).unwrap().tags.clone_from(&many);
        assert_eq!(gitlab.put("runners/41", "glpat-mira", r#"{"paused":true}"#).status, 200);
        assert_eq!(gitlab.put("runners/41", "glpat-mira", &json!({"tag_list": many}).to_string()).status, 200);
        assert_eq!(gitlab.put("runners/41", "glpat-mira", r#"{"tag_list":["a"]}"#).status, 200);
    }

    #[test]
    fn forms_are_understood_too() {
        let mut gitlab = Sample::new();
        for (content_type, body) in [
            ("application/x-www-form-urlencoded", "paused=true&tag_list[]=a&tag_list[]=b"),
            (
                "multipart/form-data; boundary=X",
                "--X\r\nContent-Disposition: form-data; name=\"paused\"\r\n\r\ntrue\r\n--X\r\n\
                 Content-Disposition: form-data; name=\"tag_list\"\r\n\r\na,b\r\n--X--\r\n",
            ),
        ] {
            let headers = [("private-token", "glpat-mira"), ("content-type", content_type)];
            let answer = gitlab.send("PUT", "runners/41", &headers, body.as_bytes());
            assert_eq!(
                (&answer.json["paused"], &answer.json["tag_list"]),
                (&json!(true), &json!(["a", "b"])),
                "{content_type}"
            );
            gitlab.put("runners/41", "glpat-mira", r#"{"paused":false,"tag_list":"z"}"#);
        }
        assert_eq!(
            gitlab.send("PUT", "runners/41?paused=true", &[("private-token", "glpat-mira")], b"").json["paused"],
            json!(true)
        );
    }

    #[test]
    fn the_answer_has_projects_before_19_only() {
        for (profile, expected) in [("15", true), ("16", true), ("17", true), ("19", false)] {
            let answer = Sample::at(profile).put("runners/41", "glpat-mira", r#"{"paused":true}"#);
            assert_eq!(answer.json.get("projects").is_some(), expected, "{profile}");
            assert_eq!(answer.json["groups"], json!([]));
        }
    }
}
