//! `GET /personal_access_tokens/self`: what the token at hand is and may do; any scope will do.

use super::own;
use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::access_token::PersonalAccessToken;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    Ok(answer::ok(&PersonalAccessToken::of(world, own::token(world, ask)?, ask.now)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::sample::Sample;

    #[test]
    fn a_token_tells_its_scopes_and_days_but_not_its_secret() {
        let mut gitlab = Sample::new();
        gitlab.patch_token("glpat-create", "expires_at", "2026-11-20");
        let answer = gitlab.get("personal_access_tokens/self", "glpat-create");
        assert_eq!(answer.status, 200);
        for (key, value) in [
            ("scopes", json!(["create_runner"])),
            ("expires_at", json!("2026-11-20")),
            ("active", json!(true)),
            ("revoked", json!(false)),
            ("user_id", json!(2)),
            ("expired", json!(false)),
            ("granular", json!(false)),
            ("description", Value::Null),
        ] {
            assert_eq!(answer.json[key], value, "{key}");
        }
        assert!(!String::from_utf8(answer.body).unwrap().contains("glpat-create"));
    }

    #[test]
    fn older_versions_know_fewer_fields() {
        let keys = Sample::at("16").get("personal_access_tokens/self", "glpat-mira").json;
        for key in ["expired", "granular", "description", "last_used_ips"] {
            assert!(keys.get(key).is_none(), "{key}");
        }
        for key in ["id", "name", "revoked", "created_at", "scopes", "user_id", "active", "expires_at", "last_used_at"]
        {
            assert!(keys.get(key).is_some(), "{key}");
        }
    }

    #[test]
    fn strangers_are_refused() {
        assert_eq!(Sample::new().get("personal_access_tokens/self", "").status, 401);
    }
}
