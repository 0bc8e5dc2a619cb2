//! `GET /user`: the signed-in user's own account.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::entities::user::UserProfile;
use crate::refusal::Refusal;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    let user = world.users.get(&ask.caller()?.user).ok_or_else(Refusal::unauthorized)?;
    Ok(answer::ok(&UserProfile::own(world, ask, user)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::sample::Sample;

    #[test]
    fn only_an_administrator_is_told_to_be_one() {
        let mut gitlab = Sample::new();
        assert_eq!(gitlab.get("user", "glpat-root").json["is_admin"], json!(true));
        let mira = gitlab.get("user", "glpat-mira").json;
        assert_eq!((&mira["id"], &mira["username"], &mira["name"]), (&json!(2), &json!("mira"), &json!("Mira K")));
        assert_eq!((&mira["web_url"], &mira["state"]), (&json!("http://gl.test/mira"), &json!("active")));
        assert!(mira.get("is_admin").is_none());
    }

    #[test]
    fn strangers_are_refused() {
        assert_eq!(Sample::new().get("user", "").status, 401);
    }
}
