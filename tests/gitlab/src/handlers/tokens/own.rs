//! The token that a call came with.

use crate::ask::Ask;
use crate::refusal::Refusal;
use crate::world::World;
use crate::world::token::Token;

/// The token at hand.
pub fn token<'w>(world: &'w World, ask: &Ask) -> Result<&'w Token, Refusal> {
    world.tokens.get(&ask.caller()?.token).ok_or_else(Refusal::unauthorized)
}
