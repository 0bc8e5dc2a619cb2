//! The worlds that are measured, each with one user whose token is [`TOKEN`].

use serde_json::{Value, json};

/// The token of the one user.
pub const TOKEN: &str = "glpat-bench";

/// An administrator and so many runners.
pub fn administrator(runners: usize) -> Value {
    json!({
        "users": [{ "id": 1, "username": "root", "name": "Administrator", "admin": true }],
        "tokens": [{ "token": TOKEN, "user": "root" }],
        "generate": { "seed": 1, "groups": 40, "projects": 500, "runners": runners, "jobs": 0 },
    })
}

/// The same on a GitLab that answers no GraphQL.
pub fn without_graphql(runners: usize) -> Value {
    let mut world = administrator(runners);
    world["gitlab"] = json!({ "graphql": false });
    world
}

/// A maintainer of 60 groups, 20 on top with two below each, and of the 500 projects in them.
///
/// Every group has runners of its own, so none of them needs to be asked in vain; and an instance runner is in sight of
/// every place, so asking for those twice is in vain.
pub fn maintainer(runners: usize) -> Value {
    let top = |number: usize| format!("team-{number:02}");
    let groups: Vec<Value> = (0..20)
        .flat_map(|number| {
            let above = json!({ "path": top(number), "members": { "mira": 40 } });
            let below = |name: &str| json!({ "path": format!("{}/{name}", top(number)) });
            [above, below("apps"), below("tools")]
        })
        .zip(1..)
        .map(with_id)
        .collect();
    let places: Vec<String> =
        groups.iter().map(|group| group["path"].as_str().unwrap_or_default().to_owned()).collect();
    let projects: Vec<Value> = (0..500)
        .map(|number| json!({ "path": format!("{}/project-{number:03}", places[number % places.len()]) }))
        .zip(1001..)
        .map(with_id)
        .collect();
    json!({
        "users": [{ "id": 1, "username": "root", "admin": true }, { "id": 2, "username": "mira", "name": "Mira Holm" }],
        "tokens": [{ "token": TOKEN, "user": "mira" }],
        "groups": groups,
        "projects": projects,
        "generate": { "seed": 1, "groups": 0, "projects": 0, "runners": runners, "jobs": 0 },
    })
}

fn with_id((mut place, id): (Value, u64)) -> Value {
    place["id"] = id.into();
    place
}
