//! `POST /runners/reset_authentication_token`: a runner trades its token for another.

use crate::answer::Outcome;
use crate::ask::Ask;
use crate::handlers::runners;
use crate::params::check::Check;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let mut check = Check::new(&ask.params);
    check.required("token");
    let token = check.text("token");
    check.finish()?;
    let id = super::find(world, token.as_deref(), ask.now)?.id;
    runners::renew(world, id, ask.now)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::{Reply, Sample, now, refusal};

    fn reset(gitlab: &mut Sample, token: &str) -> Reply {
        gitlab.post("runners/reset_authentication_token", "", &json!({ "token": token }).to_string())
    }

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        gitlab.world().runners.get_mut(&44).unwrap().token_expires_at = Some(now());
        assert_eq!(refusal(&gitlab.post("runners/reset_authentication_token", "", "{}")).1, "token is missing");
        for (token, status, text) in [
            ("x", 403, "403 Forbidden"),
            ("glrt-t3_runner44", 403, "403 Forbidden"),
            ("glrt-t3_runner43", 422, "Runner needs to be assigned to at least one project"),
        ] {
            assert_eq!(refusal(&reset(&mut gitlab, token)), (status, text.to_owned()), "{token}");
        }
    }

    #[test]
    fn a_token_is_traded_once() {
        let mut gitlab = Sample::new();
        let answer = reset(&mut gitlab, "glrt-t1_runner1");
        assert_eq!((answer.status, answer.keys()), (201, vec!["token", "token_expires_at"]));
        assert_eq!(answer.json["token"], gitlab.runner(1).token);
        assert_eq!(reset(&mut gitlab, "glrt-t1_runner1").status, 403);
        assert_eq!(reset(&mut gitlab, answer.json["token"].as_str().unwrap()).status, 201);
    }
}
