//! The tokens that GitLab gives to runners, and to those who bring them: prefixes and terms
//! (`app/models/ci/runner.rb`). It does not know who may have one.

use crate::words::{Profile, RunnerType};
use crate::world::World;
use crate::world::runner::Runner;

/// How a runner came to be, which its token shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A person created it.
    User,
    /// It registered with a registration token.
    Registration,
}

impl Origin {
    /// The origin that a runner's present token tells.
    fn of(runner: &Runner) -> Self {
        if runner.token.contains("glrt-") { Self::User } else { Self::Registration }
    }
}

/// Whether a person created a runner, and no machine registered it.
pub fn is_created(runner: &Runner) -> bool {
    Origin::of(runner) == Origin::User
}

/// The beginning of a token behind its prefix, by which people tell runners apart.
pub fn short(token: &str) -> &str {
    let secret = token.rsplit_once("glrt-").or_else(|| token.rsplit_once("glrtr-")).map_or(token, |(_, secret)| secret);
    let typed = ["t1_", "t2_", "t3_"].into_iter().find_map(|prefix| secret.strip_prefix(prefix)).unwrap_or(secret);
    typed.char_indices().nth(8).map_or(typed, |(end, _)| &typed[..end])
}

/// A new authentication token for a runner of a type.
pub fn new(world: &mut World, kind: RunnerType, origin: Origin) -> String {
    let secret = world.secrets.next();
    let prefix = match origin {
        Origin::User => "glrt-",
        Origin::Registration => "glrtr-",
    };
    match world.settings.profile {
        Profile::V15 => secret,
        Profile::V16 => format!("{prefix}{secret}"),
        Profile::V17 | Profile::V19 => format!("{prefix}t{}_{secret}", kind as u8 + 1),
    }
}

/// A new registration token for an instance, group or project.
pub fn registration(world: &mut World) -> String {
    format!("GR1348941{}", world.secrets.next())
}

/// Whether registration tokens may be renewed: since 17 only as long as they are of use.
pub fn renews_registration(world: &World) -> bool {
    world.settings.registration_tokens || world.settings.profile < Profile::V17
}

/// When a token that a runner gets now expires: after the shortest term of what it serves.
pub fn expiry(world: &World, runner: &Runner, now: i64) -> Option<i64> {
    let of_group = |id| world.groups.get(&id).and_then(|group| group.token_expiration);
    let of_project = |id| world.projects.get(id).and_then(|project| project.token_expiration);
    let group = runner.group.and_then(of_group);
    let term = runner.projects.iter().filter_map(of_project).chain(group).min()?;
    Some(now + term)
}

/// Gives a runner another token, so that the old one is of no more use.
pub fn renew(world: &mut World, id: u64, now: i64) -> Option<&Runner> {
    let runner = world.runners.get(&id)?;
    let (kind, origin, expires_at) = (runner.kind, Origin::of(runner), expiry(world, runner, now));
    let token = new(world, kind, origin);
    let runner = world.runners.get_mut(&id)?;
    runner.token = token;
    runner.token_expires_at = expires_at;
    runner.updated_at = now;
    Some(runner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::time::DAY;

    #[test]
    fn a_prefix_tells_origin_and_type_as_the_version_has_it() {
        for (profile, kind, origin, prefix) in [
            (Profile::V19, RunnerType::Instance, Origin::User, "glrt-t1_"),
            (Profile::V19, RunnerType::Group, Origin::User, "glrt-t2_"),
            (Profile::V17, RunnerType::Project, Origin::Registration, "glrtr-t3_"),
            (Profile::V16, RunnerType::Project, Origin::User, "glrt-"),
            (Profile::V15, RunnerType::Project, Origin::Registration, ""),
        ] {
            let mut world = sample::world();
            world.settings.profile = profile;
            let token = new(&mut world, kind, origin);
            assert!(token.starts_with(prefix), "{token}");
            assert_eq!(token.len(), prefix.len() + 20, "{token}");
        }
    }

    #[test]
    fn a_renewed_token_keeps_its_kind() {
        let mut world = sample::world();
        assert!(renew(&mut world, 41, 0).unwrap().token.starts_with("glrt-t3_"));
        world.runners.get_mut(&41).unwrap().token = "glrtr-t3_old".to_owned();
        assert!(renew(&mut world, 41, 0).unwrap().token.starts_with("glrtr-t3_"));
        assert_eq!(renew(&mut world, 999, 0), None);
    }

    #[test]
    fn the_shortest_term_counts() {
        let mut world = sample::world();
        assert_eq!(expiry(&world, &world.runners[&42], 0), None);
        world.projects.get_mut(&7).unwrap().token_expiration = Some(9 * DAY);
        world.projects.get_mut(&8).unwrap().token_expiration = Some(2 * DAY);
        world.groups.get_mut(&3).unwrap().token_expiration = Some(DAY);
        let terms = [42, 41, 20, 1].map(|id| expiry(&world, &world.runners[&id], 0));
        assert_eq!(terms, [Some(2 * DAY), Some(9 * DAY), Some(DAY), None]);
    }
}
