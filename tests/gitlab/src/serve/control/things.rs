//! The stored things by kind and key, as a world file writes them. It does not know HTTP.

use serde_json::{Map, Value, json};

use super::Refused;
use crate::serve::stage::Stage;
use crate::world::World;

/// Everything of a kind.
pub fn list(world: &World, kind: &str) -> Option<Value> {
    Some(match kind {
        "users" => world.users.values().map(crate::world::user::User::to_json).collect(),
        "tokens" => world.tokens.values().map(|token| token.to_json(world)).collect(),
        "groups" => world.groups.values().map(|group| group.to_json(world)).collect(),
        "projects" => world.projects.values().map(|project| project.to_json(world)).collect(),
        "runners" => world.runners.values().map(|runner| runner.to_json(world)).collect(),
        "jobs" => world.jobs.values().map(|job| job.to_json(world)).collect(),
        _ => return None,
    })
}

/// One thing.
pub fn show(world: &World, kind: &str, key: &str) -> Option<Value> {
    let id = key.parse::<u64>().ok();
    Some(match kind {
        "users" => id.and_then(|id| world.users.get(&id)).or_else(|| world.user_named(key))?.to_json(),
        "tokens" => world.tokens.get(key)?.to_json(world),
        "groups" => id.and_then(|id| world.groups.get(&id)).or_else(|| world.group_at(key))?.to_json(world),
        "projects" => id.and_then(|id| world.projects.get(&id)).or_else(|| world.project_at(key))?.to_json(world),
        "runners" => world.runners.get(&id?)?.to_json(world),
        "jobs" => world.jobs.get(&id?)?.to_json(world),
        _ => return None,
    })
}

/// Changes the named keys of one thing, and gives it as it is then.
pub fn patch(stage: &mut Stage, kind: &str, key: &str, changes: Map<String, Value>) -> Result<Value, Refused> {
    let world = &mut stage.gitlab.world;
    let mut thing = show(world, kind, key).ok_or_else(|| super::nothing(&format!("/{kind}/{key}")))?;
    if let Some(thing) = thing.as_object_mut() {
        thing.extend(changes);
    }
    let world_file = json!({ kind: [thing] }).to_string();
    world.merge(&world_file, stage.clock.now()).map_err(|error| (400, error.to_string()))?;
    show(world, kind, key).ok_or_else(|| super::nothing(&format!("/{kind}/{key}")))
}

/// Changes the named settings, and gives them all.
pub fn patch_settings(stage: &mut Stage, changes: Map<String, Value>) -> Result<Value, Refused> {
    let mut settings = stage.gitlab.world.settings.to_json();
    if let Some(settings) = settings.as_object_mut() {
        settings.extend(changes);
    }
    let world_file = json!({ "gitlab": settings }).to_string();
    stage.gitlab.world.merge(&world_file, stage.clock.now()).map_err(|error| (400, error.to_string()))?;
    Ok(stage.gitlab.world.settings.to_json())
}

/// Removes one thing; groups stay, for too much stands in them.
pub fn remove(world: &mut World, kind: &str, key: &str) -> Option<Value> {
    let id = show(world, kind, key)?["id"].as_u64();
    match kind {
        "users" => world.remove_user(id?).map(drop),
        "tokens" => world.tokens.remove(key).map(drop),
        "projects" => world.remove_project(id?).map(drop),
        "runners" => world.remove_runner(id?).map(drop),
        "jobs" => world.jobs.remove(&id?).map(drop),
        _ => None,
    }
    .map(|()| Value::Null)
}
