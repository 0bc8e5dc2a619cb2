//! `POST /projects/:id/runners/reset_registration_token`: another token to register a project's runners with.

use serde_json::json;

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::policy::places;
use crate::refusal::Refusal;
use crate::runner_token;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let project = super::find(world, ask)?;
    if !places::keeps_project_runners(world, ask.caller()?, project) || !runner_token::renews_registration(world) {
        return Err(Refusal::forbidden());
    }
    let id = project.id;
    let token = runner_token::registration(world);
    if let Some(project) = world.projects.get_mut(&id) {
        project.registration_token = Some(token.clone());
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
            ("7", "", 401, "401 Unauthorized"),
            ("7", "glpat-ada", 404, "404 Project Not Found"),
            ("7", "glpat-uma", 403, "403 Forbidden"),
            ("7", "glpat-aud", 403, "403 Forbidden"),
        ] {
            let answer = gitlab.post(&format!("projects/{id}/runners/reset_registration_token"), token, "");
            assert_eq!(refusal(&answer), (status, text.to_owned()), "{id} as {token}");
        }
        gitlab.world().settings.registration_tokens = false;
        assert_eq!(gitlab.post("projects/7/runners/reset_registration_token", "glpat-max", "").status, 403);
    }

    #[test]
    fn the_new_token_registers_and_the_old_does_not() {
        let mut gitlab = Sample::new();
        let answer = gitlab.post("projects/acme%2Fapp/runners/reset_registration_token", "glpat-max", "");
        assert_eq!((answer.status, answer.keys()), (201, vec!["token"]));
        for (token, status) in [("GR1348941prj", 403), (answer.json["token"].as_str().unwrap(), 201)] {
            assert_eq!(gitlab.post("runners", "", &json!({"token": token}).to_string()).status, status, "{token}");
        }
        assert_eq!(gitlab.runner(45).projects, [7]);
    }
}
