//! The worlds of the stories: one small company, and what is added to it.

use serde_json::{Value, json};

/// An administrator, Mira who owns the group acme, Devon who has no role, and six runners.
pub fn small() -> Value {
    serde_json::from_str(include_str!("world.json")).unwrap()
}

/// With an auditor, Tom who is Maintainer of the group, and Pia who is Maintainer of one project in a group where she
/// has no role.
pub fn peopled() -> Value {
    let mut world = small();
    let users = world["users"].as_array_mut().unwrap();
    users.push(json!({ "id": 4, "username": "tom", "name": "Tom Colonel" }));
    users.push(json!({ "id": 5, "username": "pia", "name": "Pia Lund" }));
    users.push(json!({ "id": 6, "username": "ada", "name": "Ada Audit", "auditor": true }));
    for who in ["tom", "pia", "ada"] {
        let token = json!({ "token": format!("glpat-{who}"), "user": who });
        world["tokens"].as_array_mut().unwrap().push(token);
    }
    world["groups"][0]["members"]["tom"] = json!(40);
    world["projects"][1]["members"] = json!({ "pia": 40 });
    world
}

/// Peopled, with twelve more groups of Tom, each of which has to be asked.
pub fn grouped() -> Value {
    let mut world = peopled();
    let groups =
        (0..12).map(|number| json!({ "id": 50 + number, "path": format!("team-{number}"), "members": { "tom": 40 } }));
    world["groups"].as_array_mut().unwrap().extend(groups);
    world
}

/// The same company on an older GitLab.
pub fn small_on(version: &str, profile: &str) -> Value {
    let mut world = small();
    world["gitlab"] = json!({ "version": version, "profile": profile });
    world
}

/// With so many more runners of the instance.
pub fn crowded(more: u64) -> Value {
    let runner = |n| json!({ "id": 1000 + n, "type": "instance_type", "description": format!("crowd-{n}"), "contacted_at": "-1m" });
    with("runners", (0..more).map(runner))
}

/// With so many more jobs, all successes, on runner 41.
pub fn busy(more: u64) -> Value {
    let job = |n| {
        json!({ "id": 6000 + n, "project": "acme/app", "runner": 41, "system_id": "s_1f0c", "status": "success",
            "name": format!("unit-{n}"), "started_at": "-30m", "finished_at": "-25m" })
    };
    with("jobs", (0..more).map(job))
}

fn with(kind: &str, more: impl Iterator<Item = Value>) -> Value {
    let mut world = small();
    world[kind].as_array_mut().unwrap().extend(more);
    world
}
