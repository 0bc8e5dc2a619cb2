//! `POST /runners/reset_registration_token`: another token to register instance runners with; for administrators.

use serde_json::json;

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::runner_token;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let caller = ask.caller()?;
    if !caller.admin || !runner_token::renews_registration(world) {
        return Err(Refusal::forbidden());
    }
    world.settings.registration_token = runner_token::registration(world);
    Ok(answer::json(201, &json!({ "token": world.settings.registration_token })))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::{Sample, refusal};

    const PATH: &str = "runners/reset_registration_token";

    #[test]
    fn only_an_administrator_resets_it() {
        let mut gitlab = Sample::new();
        for (token, status, text) in [("", 401, "401 Unauthorized"), ("glpat-mira", 403, "403 Forbidden")] {
            assert_eq!(refusal(&gitlab.post(PATH, token, "")), (status, text.to_owned()), "{token}");
        }
    }

    #[test]
    fn the_new_token_registers_and_the_old_does_not() {
        let mut gitlab = Sample::new();
        let answer = gitlab.post(PATH, "glpat-root", "");
        assert_eq!((answer.status, answer.keys()), (201, vec!["token"]));
        let new = answer.json["token"].as_str().unwrap();
        assert!(new.starts_with("GR1348941"), "{new}");
        for (token, status) in [("GR1348941instance", 403), (new, 201)] {
            assert_eq!(gitlab.post("runners", "", &json!({"token": token}).to_string()).status, status, "{token}");
        }
    }

    #[test]
    fn without_registration_it_is_refused_since_17() {
        for (profile, status) in [("15", 201), ("16", 201), ("17", 403), ("19", 403)] {
            let mut gitlab = Sample::at(profile);
            gitlab.world().settings.registration_tokens = false;
            assert_eq!(gitlab.post(PATH, "glpat-root", "").status, status, "{profile}");
        }
    }
}
