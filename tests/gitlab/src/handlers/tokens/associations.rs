//! `GET /personal_access_tokens/self/associations`: the groups and projects that the token at hand reaches.

use serde_json::{Value, json};

use super::own;
use crate::answer::{self, Outcome};
use crate::ask::Ask;
use crate::page::offset::{self, Total};
use crate::params::check::Check;
use crate::place_search;
use crate::policy::roles::Roles;
use crate::world::World;

/// Answers the call.
pub fn answer(world: &World, ask: &Ask) -> Outcome {
    own::token(world, ask)?;
    let mut check = Check::new(&ask.params);
    let least = place_search::min_access_level(&mut check).unwrap_or(1);
    offset::check(&mut check);
    let params = check.finish()?;
    let roles = Roles::of(world, ask.caller()?);
    let groups = world.groups.values().filter_map(|group| {
        let (level, id) = (roles.group(group.id), group.id);
        (level >= least).then(|| row(id, &group.name, &group.path, level, &json!({ "parent_id": group.parent })))
    });
    let projects = world.projects.values().filter_map(|project| {
        let (level, id) = (roles.project(project.id), project.id);
        (level >= least).then(|| row(id, &project.name, &project.path, level, &json!({ "archived": project.archived })))
    });
    let groups = offset::paginate(ask, &params, groups, Total::Told);
    let projects = offset::paginate(ask, &params, projects, Total::Told);
    let longer = if total(&groups.headers) > total(&projects.headers) { &groups.headers } else { &projects.headers };
    let mut answer = answer::json(200, &json!({ "groups": groups.items, "projects": projects.items }));
    for (name, value) in longer {
        answer::set_named(&mut answer, name, value);
    }
    Ok(answer)
}

fn total(headers: &[(&'static str, String)]) -> usize {
    headers.iter().find(|(name, _)| *name == "x-total").and_then(|(_, total)| total.parse().ok()).unwrap_or(0)
}

fn row(id: u64, name: &str, path: &str, level: u8, more: &Value) -> Value {
    let mut row = json!({ "id": id, "name": name, "full_path": path, "access_levels": level, "visibility": "private" });
    if let (Some(row), Some(more)) = (row.as_object_mut(), more.as_object()) {
        row.extend(more.clone());
    }
    row
}

#[cfg(test)]
mod tests {
    use crate::sample::Sample;

    #[test]
    fn what_a_token_reaches_is_what_its_owner_belongs_to() {
        let mut gitlab = Sample::new();
        let ids = |list: &serde_json::Value| {
            list.as_array().unwrap().iter().map(|row| row["id"].as_u64().unwrap()).collect::<Vec<_>>()
        };
        for (query, token, groups, projects) in [
            ("", "glpat-uma", vec![], vec![7]),
            ("?min_access_level=40", "glpat-max", vec![3, 4], vec![7, 8, 9]),
            ("?min_access_level=50", "glpat-pam", vec![], vec![]),
        ] {
            let reply = gitlab.get(&format!("personal_access_tokens/self/associations{query}"), token).json;
            assert_eq!((ids(&reply["groups"]), ids(&reply["projects"])), (groups, projects), "{token}");
        }
    }
}
