//! `DELETE /personal_access_tokens/self`: takes the token at hand back.

use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &mut World, ask: &Ask) -> Outcome {
    let token = world.tokens.get_mut(&ask.caller()?.token).ok_or_else(Refusal::unauthorized)?;
    token.revoked = true;
    Ok(answer::bare(204))
}

#[cfg(test)]
mod tests {
    use crate::sample::{Sample, refusal};

    #[test]
    fn a_revoked_token_is_of_no_more_use() {
        let mut gitlab = Sample::new();
        let answer = gitlab.send("DELETE", "personal_access_tokens/self", &[("private-token", "glpat-mira")], b"");
        assert_eq!((answer.status, answer.body.len(), answer.header("content-type")), (204, 0, None));
        assert_eq!(
            refusal(&gitlab.get("runners", "glpat-mira")).1,
            "Token was revoked. You have to re-authorize from the user."
        );
    }
}
