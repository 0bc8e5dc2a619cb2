//! `POST /groups/:id/runners/reset_registration_token`: another token to register a group's runners with.

use serde_json::json;

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::runner_token;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let group = super::find(world, ask)?;
    if !places::keeps_group_runners(world, ask.caller()?, group) || !runner_token::renews_registration(world) {
        return Err(Refusal::forbidden());
    }
    let id = group.id;
    let token = runner_token::registration(world);
    if let Some(group) = world.groups.get_mut(&id) {
        group.registration_token = Some(token.clone());
    }
    Ok(answer::json(201, &json!({ "token": token })))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::{Sample, refusal};

    #[test]
    fn refusals_come_in_order() {
        let mut gitlab = Sample::new();
        for (id, token, status, text) in [
            ("3", "", 401, "401 Unauthorized"),
            ("5", "glpat-mira", 404, "404 Group Not Found"),
            ("3", "glpat-max", 403, "403 Forbidden"),
        ] {
            let answer = gitlab.post(&format!("groups/{id}/runners/reset_registration_token"), token, "");
            assert_eq!(refusal(&answer), (status, text.to_owned()), "{id} as {token}");
        }
        gitlab.world().settings.registration_tokens = false;
        assert_eq!(gitlab.post("groups/3/runners/reset_registration_token", "glpat-mira", "").status, 403);
    }

    #[test]
    fn the_new_token_registers_and_the_old_does_not() {
        let mut gitlab = Sample::new();
        let answer = gitlab.post("groups/acme/runners/reset_registration_token", "glpat-mira", "");
        assert_eq!((answer.status, answer.keys()), (201, vec!["token"]));
        for (token, status) in [("GR1348941grp", 403), (answer.json["token"].as_str().unwrap(), 201)] {
            assert_eq!(gitlab.post("runners", "", &json!({"token": token}).to_string()).status, status, "{token}");
        }
        assert_eq!(gitlab.runner(45).group, Some(3));
    }
}
