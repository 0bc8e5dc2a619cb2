//! Generated groups and projects.

use super::names::{GROUPS, PROJECTS};
use super::next_id;
use crate::words::Visibility;
use crate::world::World;
use crate::world::group::Group;
use crate::world::members::Members;
use crate::world::project::{Namespace, Project};
use crate::world::random::Random;

const LEVELS: [u8; 5] = [20, 30, 40, 40, 50];

/// Adds groups, some below others, and gives their ids.
pub fn groups(world: &mut World, count: u64, random: &mut Random) -> Vec<u64> {
    let mut ids: Vec<u64> = Vec::new();
    for _ in 0..count {
        let id = next_id(&world.groups);
        let above = if random.percent(65) { random.pick(&ids) } else { None };
        let above =
            above.and_then(|above| world.groups.get(&above)).filter(|group| group.path.matches('/').count() < 2);
        let name = random.pick(&GROUPS).unwrap_or("group");
        let parent = above.map(|group| group.id);
        let path = free_path(above.map(|group| group.path.as_str()), name, id, |path| {
            world.group_at(path).is_some() || world.user_named(path).is_some()
        });
        let members = if parent.is_none() { some_members(world, random, 3) } else { Members::new() };
        world.put_group(Group {
            id,
            path,
            parent,
            name: title(name),
            visibility: Visibility::Private,
            shared_runners: random.percent(90),
            registration_token: Some(format!("GR1348941{}", letters(random))),
            token_expiration: None,
            members,
        });
        ids.push(id);
    }
    ids
}

/// Adds projects to those groups, or to whatever there is, and gives their ids.
pub fn projects(world: &mut World, count: u64, groups: &[u64], random: &mut Random) -> Vec<u64> {
    let all: Vec<u64> = if groups.is_empty() { world.groups.keys().copied().collect() } else { groups.to_vec() };
    let mut ids = Vec::new();
    for _ in 0..count {
        let Some(group) = random.pick(&all).and_then(|id| world.groups.get(&id)) else { break };
        let id = next_id(&world.projects);
        let name = random.pick(&PROJECTS).unwrap_or("project");
        let namespace = Namespace::Group(group.id);
        let path = free_path(Some(&group.path), name, id, |path| world.project_at(path).is_some());
        let members = if random.percent(20) { some_members(world, random, 2) } else { Members::new() };
        world.put_project(Project {
            id,
            path,
            namespace,
            name: title(name),
            visibility: Visibility::Private,
            archived: random.percent(4),
            shared_runners: random.percent(85),
            group_runners: random.percent(92),
            builds: random.percent(96),
            registration_token: Some(format!("GR1348941{}", letters(random))),
            token_expiration: None,
            members,
        });
        ids.push(id);
    }
    ids
}

/// Twenty letters and digits.
pub fn letters(random: &mut Random) -> String {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    (0..20).filter_map(|_| random.pick(ALPHABET)).map(char::from).collect()
}

fn some_members(world: &World, random: &mut Random, most: u64) -> Members {
    let users: Vec<u64> = world.users.keys().copied().collect();
    let count = 1 + random.below(most);
    (0..count).filter_map(|_| Some((random.pick(&users)?, random.pick(&LEVELS)?))).collect()
}

/// A path below another one that is not taken: the plain name if it is free, else with the id.
fn free_path(above: Option<&str>, name: &str, id: u64, taken: impl Fn(&str) -> bool) -> String {
    let plain = above.map_or_else(|| name.to_owned(), |above| format!("{above}/{name}"));
    if taken(&plain) { format!("{plain}-{id}") } else { plain }
}

fn title(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
