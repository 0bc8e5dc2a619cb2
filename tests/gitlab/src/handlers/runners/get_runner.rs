//! `GET /runners/:id`: instance runners for everyone, others for those who keep what they serve.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::runner::RunnerDetails;
use crate::params::check::Check;
use crate::words::Profile;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let mut check = Check::new(&ask.params);
    let id = check.integer("id");
    let newest = world.settings.profile == Profile::V19;
    let with_projects = if newest { check.boolean("include_projects").unwrap_or(true) } else { true };
    check.finish()?;
    let runner = super::find_readable(world, ask, id)?;
    Ok(answer::ok(&RunnerDetails::of(world, ask, caller, runner, with_projects)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sample::{Sample, refusal};

    #[test]
    fn existence_is_told_before_access() {
        let mut gitlab = Sample::new();
        for (path, token, status, text) in [
            ("runners/41", "", 401, "401 Unauthorized"),
            ("runners/x", "", 401, "401 Unauthorized"),
            ("runners/x", "glpat-mira", 400, "id is invalid"),
            ("runners/41?include_projects=x", "glpat-mira", 400, "include_projects is invalid"),
            ("runners/999", "glpat-ada", 404, "404 Runner Not Found"),
            ("runners/-1", "glpat-ada", 404, "404 Runner Not Found"),
            ("runners/41", "glpat-uma", 403, "403 Forbidden - No access granted"),
            ("runners/20", "glpat-uma", 403, "403 Forbidden - No access granted"),
            ("runners/41", "glpat-aud", 403, "403 Forbidden - No access granted"),
        ] {
            assert_eq!(refusal(&gitlab.get(path, token)), (status, text.to_owned()), "{path} as {token}");
        }
    }

    #[test]
    fn older_versions_word_the_404_otherwise() {
        for profile in ["15", "16", "17"] {
            assert_eq!(
                refusal(&Sample::at(profile).get("runners/999", "glpat-mira")),
                (404, "404 Not found".to_owned())
            );
        }
    }

    #[test]
    fn details_tell_everything_but_the_token() {
        let runner = Sample::new().get("runners/41", "glpat-mira").json;
        for (key, value) in [
            ("id", json!(41)),
            ("description", json!("build-hall-3")),
            ("ip_address", Value::Null),
            ("active", json!(true)),
            ("is_shared", json!(false)),
            ("runner_type", json!("project_type")),
            ("online", json!(true)),
            ("status", json!("online")),
            ("tag_list", json!(["arm64", "docker"])),
            ("run_untagged", json!(false)),
            ("locked", json!(true)),
            ("maximum_timeout", json!(5400)),
            ("access_level", json!("not_protected")),
            ("version", json!("18.9.1")),
            ("platform", json!("linux")),
            ("contacted_at", json!("2026-11-01T11:58:00.000Z")),
            ("created_at", json!("2026-10-02T12:00:00.000Z")),
            ("maintenance_note", json!("second rack")),
            ("groups", json!([])),
        ] {
            assert_eq!(runner[key], value, "{key}");
        }
        assert_eq!(runner["created_by"]["username"], "mira");
        assert_eq!(runner["projects"][0]["path_with_namespace"], "acme/app");
        assert!(runner.get("token").is_none());
    }

    #[test]
    fn who_may_not_change_a_runner_does_not_read_its_note() {
        let mut gitlab = Sample::new();
        let notes = ["glpat-mira", "glpat-max", "glpat-root"]
            .map(|token| gitlab.get("runners/20", token).json["maintenance_note"].clone());
        assert_eq!(notes, [json!("ask Mira"), Value::Null, json!("ask Mira")]);
    }

    #[test]
    fn version_15_tells_the_address_and_no_note() {
        let runner = Sample::at("15").get("runners/41", "glpat-mira").json;
        assert_eq!((&runner["ip_address"], &runner["active"]), (&json!("10.0.0.2"), &json!(true)));
        assert_eq!((&runner["paused"], runner.get("token")), (&json!(false), None));
        assert_eq!((runner.get("maintenance_note"), runner.get("created_by")), (None, None));
    }

    #[test]
    fn projects_and_groups_are_those_of_the_caller() {
        let mut gitlab = Sample::new();
        let ids =
            |list: &Value| list.as_array().unwrap().iter().map(|item| item["id"].as_u64().unwrap()).collect::<Vec<_>>();
        for (path, token, projects, groups) in [
            ("runners/42", "glpat-pam", vec![8], vec![]),
            ("runners/42", "glpat-mira", vec![7, 8], vec![]),
            ("runners/44", "glpat-root", vec![10], vec![]),
            ("runners/20", "glpat-pam", vec![], vec![3]),
        ] {
            let runner = gitlab.get(path, token).json;
            assert_eq!((ids(&runner["projects"]), ids(&runner["groups"])), (projects, groups), "{path} as {token}");
        }
    }

    #[test]
    fn projects_may_be_left_out_since_19() {
        assert!(Sample::new().get("runners/41?include_projects=false", "glpat-mira").json.get("projects").is_none());
        assert!(Sample::at("17").get("runners/41?include_projects=false", "glpat-mira").json.get("projects").is_some());
    }

    #[test]
    fn a_runner_that_nobody_made_has_no_creator() {
        let runner = Sample::new().get("runners/1", "glpat-ada");
        assert_eq!(runner.status, 200);
        assert!(runner.json.get("created_by").is_none());
    }

    #[test]
    fn before_its_first_contact_online_is_unknown() {
        let runner = Sample::new().get("runners/44", "glpat-root").json;
        assert_eq!((&runner["online"], &runner["status"]), (&Value::Null, &json!("never_contacted")));
        assert_eq!((&runner["version"], &runner["contacted_at"]), (&Value::Null, &Value::Null));
    }
}
