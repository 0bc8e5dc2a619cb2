//! `POST /personal_access_tokens/self/rotate`: a new token for the one at hand, which is of no use afterwards.

use serde_json::{Value, json};

use super::own;
use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::access_token::PersonalAccessToken;
use crate::params::check::Check;
use crate::refusal::Refusal;
use crate::time;
use crate::world::World;

/// How long a rotated token lives unless told otherwise.
const LIFETIME: i64 = 7 * time::DAY;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let mut token = own::token(world, ask)?.clone();
    if !token.has_scope("api") && !token.has_scope("self_rotate") {
        return Err(Refusal::insufficient_scope(&["api", "self_rotate"]));
    }
    let mut check = Check::new(&ask.params);
    let asked = check.text("expires_at");
    let day = asked.as_deref().map(time::parse);
    if day == Some(None) {
        check.problem("expires_at is invalid");
    }
    check.finish()?;

    let old = token.secret.clone();
    token.id = world.tokens.len() as u64 + 1;
    token.secret = format!("{old}-{}", token.id);
    token.created_at = ask.now;
    token.last_used_at = None;
    let expires_at = day.flatten().unwrap_or(ask.now + LIFETIME);
    token.expires_at = Some(expires_at - expires_at.rem_euclid(time::DAY));
    if let Some(old) = world.tokens.get_mut(&old) {
        old.revoked = true;
    }
    world.tokens.insert(token.secret.clone(), token.clone());

    let mut body = serde_json::to_value(PersonalAccessToken::of(world, &token, ask.now)).unwrap_or(Value::Null);
    body["token"] = json!(token.secret);
    Ok(answer::ok(&body))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    fn rotate(gitlab: &mut Sample, token: &str, query: &str) -> crate::sample::Reply {
        gitlab.send("POST", &format!("personal_access_tokens/self/rotate{query}"), &[("private-token", token)], b"")
    }

    #[test]
    fn the_new_token_works_and_the_old_does_not() {
        let mut gitlab = Sample::new();
        let answer = rotate(&mut gitlab, "glpat-mira", "");
        assert_eq!((answer.status, &answer.json["expires_at"]), (200, &"2026-11-08".into()));
        let new = answer.json["token"].as_str().unwrap();
        assert_eq!(gitlab.get("runners", new).status, 200);
        assert_eq!(gitlab.get("runners", "glpat-mira").status, 401);
        assert_eq!(gitlab.get("runners", new).status, 401, "the old one was used again, so both may be stolen");
        assert_eq!(gitlab.get("runners", "glpat-root").status, 200);
    }

    #[test]
    fn scope_and_date_are_looked_at() {
        let mut gitlab = Sample::new();
        assert_eq!(rotate(&mut gitlab, "glpat-create", "").status, 403);
        assert_eq!(
            refusal(&rotate(&mut gitlab, "glpat-mira", "?expires_at=soon")),
            (400, "expires_at is invalid".to_owned())
        );
    }
}
