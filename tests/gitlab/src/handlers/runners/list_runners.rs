//! `GET /runners`: the project runners of projects that the caller keeps, and the group runners of groups that the
//! caller owns. Never instance runners, and nothing more for administrators.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::policy::roles::{MAINTAINER, OWNER, Roles};
use crate::runner_list::{Reach, RunnerFilter, ScopeWords};
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let filter = RunnerFilter::read(world, ask, ScopeWords::Statuses)?;
    let roles = Roles::of(world, caller);
    let reach = Reach {
        instance: false,
        groups: Box::new(|group| roles.group(*group) >= OWNER),
        projects: Box::new(|project| roles.project(*project) >= MAINTAINER),
        orphans: false,
    };
    Ok(filter.answer(world, ask, &reach))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn each_caller_gets_what_his_roles_give() {
        let mut gitlab = Sample::new();
        for (token, expected) in [
            ("glpat-mira", vec![20, 41, 42]),
            ("glpat-max", vec![41, 42]),
            ("glpat-pam", vec![42]),
            ("glpat-uma", vec![]),
            ("glpat-root", vec![]),
            ("glpat-aud", vec![]),
        ] {
            assert_eq!(gitlab.get("runners", token).ids(), expected, "{token}");
        }
    }

    #[test]
    fn scope_takes_words_of_status_only() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.get("runners?scope=paused", "glpat-mira").ids(), [42]);
        for scope in ["specific", "shared", "project_type"] {
            let answer = gitlab.get(&format!("runners?scope={scope}"), "glpat-mira");
            assert_eq!(refusal(&answer), (400, "Scope contains invalid value".to_owned()));
            assert!(answer.json.get("message").is_some());
        }
        assert_eq!(
            refusal(&gitlab.get("runners?scope=x", "glpat-mira")),
            (400, "scope does not have a valid value".to_owned())
        );
    }

    #[test]
    fn strangers_with_bad_parameters_are_strangers_first() {
        assert_eq!(refusal(&Sample::new().get("runners?status=x", "")), (401, "401 Unauthorized".to_owned()));
    }

    #[test]
    fn rows_are_the_short_form() {
        let row = Sample::new().get("runners", "glpat-mira").json[1].clone();
        let keys: Vec<_> = row.as_object().unwrap().keys().cloned().collect();
        assert_eq!(
            keys,
            [
                "active",
                "created_at",
                "created_by",
                "description",
                "id",
                "ip_address",
                "is_shared",
                "job_execution_status",
                "name",
                "online",
                "paused",
                "runner_type",
                "status"
            ]
        );
        assert_eq!((&row["ip_address"], &row["job_execution_status"]), (&serde_json::Value::Null, &"active".into()));
    }

    #[test]
    fn older_versions_show_fewer_fields_and_another_address() {
        for (profile, address) in
            [("15", serde_json::json!("10.0.0.2")), ("16", serde_json::json!("10.0.0.2")), ("17", "".into())]
        {
            let row = Sample::at(profile).get("runners", "glpat-mira").json[1].clone();
            assert_eq!(row["ip_address"], address, "{profile}");
            for key in ["created_by", "created_at", "job_execution_status"] {
                assert!(row.get(key).is_none(), "{key} at {profile}");
            }
        }
    }
}
