//! Secrets for new tokens: a sequence that the world's seed begins. It does not know what they open.

use super::random::Random;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LENGTH: usize = 20;

/// The secrets still to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secrets(Random);

impl Default for Secrets {
    fn default() -> Self {
        Self::from_seed(1)
    }
}

impl Secrets {
    /// The sequence of a seed; another one than those of generated things.
    pub fn from_seed(seed: u64) -> Self {
        Self(Random::new(seed.wrapping_mul(31).wrapping_add(5)))
    }

    /// The next secret, as long as GitLab makes them.
    pub fn next(&mut self) -> String {
        let letter = |_| char::from(self.0.pick(LETTERS).unwrap_or(b'x'));
        (0..LENGTH).map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    #[test]
    fn a_seed_gives_the_same_secrets_again_and_each_once() {
        let secrets = |seed| {
            let mut secrets = Secrets::from_seed(seed);
            [secrets.next(), secrets.next()]
        };
        let [first, second] = secrets(7);
        assert_eq!(secrets(7), [first.clone(), second.clone()]);
        assert_ne!(first, second);
        assert_ne!(secrets(8)[0], first);
        assert_eq!(first.len(), LENGTH);
    }

    #[test]
    fn more_generated_things_begin_no_sequence_again() {
        let file = r#"{"generate": {"seed": 7, "runners": 1}}"#;
        let mut world = World::from_json(file, 0).unwrap();
        assert_eq!(world.secrets, Secrets::from_seed(7));
        let first = world.secrets.next();
        world.merge(file, 0).unwrap();
        assert_ne!(world.secrets.next(), first);
    }
}
