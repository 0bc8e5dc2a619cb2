//! `POST /runners/verify`: a machine asks whether its token is good, which counts as a contact.

use super::LEGACY;
use super::info::Info;
use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::runner_secret::RegistrationDetails;
use crate::params::check::Check;
use crate::refusal::Refusal;
use crate::words::Profile;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let profile = world.settings.profile;
    let mut check = Check::new(&ask.params);
    check.required("token");
    let token = check.text("token");
    let system_id = check.text("system_id").filter(|own| !own.is_empty()).unwrap_or_else(|| LEGACY.to_owned());
    check.finish()?;
    let runner = super::find(world, token.as_deref(), ask.now)?;
    if runner.is_orphan() && profile == Profile::V19 {
        return Err(Refusal::orphaned());
    }
    let id = runner.id;
    let manager_id = world.next_manager_id();
    let runner = world.runners.get_mut(&id).ok_or_else(Refusal::forbidden)?;
    runner.contacted_at = Some(ask.now);
    if profile >= Profile::V17 {
        let manager = runner.manager_or_new(manager_id, &system_id, ask.now);
        manager.contacted_at = Some(ask.now);
        Info::read(ask).note(manager);
    }
    Ok(answer::ok(&RegistrationDetails::of(runner)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sample::{Reply, Sample, now, refusal};

    fn verify(gitlab: &mut Sample, body: &Value) -> Reply {
        gitlab.post("runners/verify", "", &body.to_string())
    }

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        gitlab.world().runners.get_mut(&44).unwrap().token_expires_at = Some(now());
        for (body, status, text) in [
            (json!({}), 400, "token is missing"),
            (json!({"token": "x", "system_id": []}), 400, "system_id is invalid"),
            (json!({"token": "x"}), 403, "403 Forbidden"),
            (json!({"token": "glrt-t3_runner44"}), 403, "403 Forbidden"),
            (json!({"token": "glrt-t3_runner43"}), 422, "Runner is orphaned"),
        ] {
            assert_eq!(refusal(&verify(&mut gitlab, &body)), (status, text.to_owned()), "{body}");
        }
        assert_eq!(gitlab.runner(44).contacted_at, None);
    }

    #[test]
    fn a_good_token_counts_as_contact() {
        let mut gitlab = Sample::new();
        let answer = verify(&mut gitlab, &json!({"token": "glrt-t3_runner44"}));
        let expected = json!({"id": 44, "token": "glrt-t3_runner44", "token_expires_at": null});
        assert_eq!((answer.status, answer.json), (200, expected));
        let runner = gitlab.get("runners/44", "glpat-root").json;
        assert_eq!((&runner["status"], &runner["online"]), (&json!("online"), &json!(true)));
        assert_eq!(runner["contacted_at"], crate::sample::NOW.replace('Z', ".000Z"));
    }

    #[test]
    fn each_machine_has_its_row() {
        let mut gitlab = Sample::new();
        verify(&mut gitlab, &json!({"token": "glrt-t3_runner44"}));
        for _ in 0..2 {
            let info = json!({"version": "18.1.0", "architecture": "arm64"});
            verify(&mut gitlab, &json!({"token": "glrt-t3_runner44", "system_id": "s_new", "info": info}));
        }
        let managers = gitlab.get("runners/44/managers", "glpat-root").json;
        let rows: Vec<_> =
            managers.as_array().unwrap().iter().map(|row| (&row["system_id"], &row["version"])).collect();
        assert_eq!(rows, [(&json!("<legacy>"), &Value::Null), (&json!("s_new"), &json!("18.1.0"))]);
        assert_eq!((&managers[1]["id"], &managers[1]["ip_address"]), (&json!(13), &json!("127.0.0.1")));
        assert_eq!(managers[1]["status"], "online");
    }

    #[test]
    fn before_17_only_the_runner_is_noted() {
        for profile in ["15", "16"] {
            let mut gitlab = Sample::at(profile);
            assert_eq!(verify(&mut gitlab, &json!({"token": "glrt-t3_runner43", "system_id": "s"})).status, 200);
            assert_eq!((gitlab.runner(43).contacted_at, gitlab.runner(43).managers.len()), (Some(now()), 0));
        }
    }
}
