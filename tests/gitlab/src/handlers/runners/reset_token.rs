//! `POST /runners/:id/reset_authentication_token`: another token for a runner; for those who may change it.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::params::check::Check;
use crate::policy::runners;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    let mut check = Check::new(&ask.params);
    let id = check.integer("id");
    check.finish()?;
    let runner = super::find(world, id)?;
    if !runners::updates(world, caller, runner) {
        return Err(super::no_access());
    }
    let id = runner.id;
    super::renew(world, id, ask.now)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sample::{Sample, refusal};
    use crate::time::DAY;

    fn path(id: &str) -> String {
        format!("runners/{id}/reset_authentication_token")
    }

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (id, token, status, text) in [
            ("41", "", 401, "401 Unauthorized"),
            ("x", "glpat-mira", 400, "id is invalid"),
            ("999", "glpat-uma", 404, "404 Runner Not Found"),
            ("41", "glpat-uma", 403, "403 Forbidden - No access granted"),
            ("1", "glpat-mira", 403, "403 Forbidden - No access granted"),
            ("20", "glpat-max", 403, "403 Forbidden - No access granted"),
            ("43", "glpat-mira", 403, "403 Forbidden - No access granted"),
            ("43", "glpat-root", 422, "Runner needs to be assigned to at least one project"),
        ] {
            assert_eq!(refusal(&gitlab.post(&path(id), token, "")), (status, text.to_owned()), "{id} as {token}");
        }
    }

    #[test]
    fn the_old_token_is_of_no_more_use() {
        let mut gitlab = Sample::new();
        let old = gitlab.runner(41).token.clone();
        let answer = gitlab.post(&path("41"), "glpat-mira", "");
        assert_eq!((answer.status, answer.keys()), (201, vec!["token", "token_expires_at"]));
        assert_eq!(answer.json["token_expires_at"], Value::Null);
        let new = answer.json["token"].as_str().unwrap();
        assert!(new.starts_with("glrt-t3_") && new != old, "{new}");
        for (token, status) in [(old.as_str(), 403), (new, 200)] {
            assert_eq!(
                gitlab.post("runners/verify", "", &json!({"token": token}).to_string()).status,
                status,
                "{token}"
            );
        }
    }

    #[test]
    fn the_token_expires_as_its_place_says() {
        let mut gitlab = Sample::new();
        gitlab.world().projects.get_mut(&8).unwrap().token_expiration = Some(2 * DAY);
        let answer = gitlab.post(&path("42"), "glpat-pam", "");
        assert_eq!(answer.json["token_expires_at"], "2026-11-03T12:00:00.000Z");
    }

    #[test]
    fn before_19_an_orphan_is_a_crash() {
        for profile in ["15", "16", "17"] {
            let answer = Sample::at(profile).post(&path("43"), "glpat-root", "");
            assert_eq!(refusal(&answer), (500, "500 Internal Server Error".to_owned()), "{profile}");
        }
    }
}
