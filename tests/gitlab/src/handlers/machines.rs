//! The calls that runners themselves make, with their own token instead of a person's (`lib/api/ci/runner.rb`).

pub mod discover_router;
mod info;
pub mod register_runner;
pub mod reset_token;
pub mod unregister_manager;
pub mod unregister_runner;
pub mod verify_runner;

use crate::refusal::Refusal;
use crate::world::World;
use crate::world::runner::Runner;

/// What a machine is called that does not name itself.
const LEGACY: &str = "<legacy>";

/// The runner of a token that is good today.
fn find<'w>(world: &'w World, token: Option<&str>, now: i64) -> Result<&'w Runner, Refusal> {
    let runner = token.filter(|token| !token.is_empty()).and_then(|token| world.runner_of_token(token));
    runner.filter(|runner| runner.token_expires_at.is_none_or(|at| at > now)).ok_or_else(Refusal::forbidden)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_token_is_good_until_it_expires() {
        let mut world = sample::world();
        let now = sample::now();
        assert_eq!(find(&world, Some("glrt-t3_runner41"), now).unwrap().id, 41);
        world.runners.get_mut(&41).unwrap().token_expires_at = Some(now);
        for token in [Some("glrt-t3_runner41"), Some("glpat-root"), Some(""), None] {
            assert_eq!(find(&world, token, now), Err(Refusal::forbidden()), "{token:?}");
        }
    }
}
