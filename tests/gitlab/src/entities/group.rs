//! Groups as they are shown.

use serde::Serialize;
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::world::World;
use crate::world::group::{Group, last_segment};

/// A group in a runner's details.
#[derive(Serialize)]
pub struct BasicGroup<'w> {
    id: u64,
    web_url: String,
    name: &'w str,
}

impl<'w> BasicGroup<'w> {
    /// The few facts of a group.
    pub fn of(ask: &Ask, group: &'w Group) -> Self {
        Self { id: group.id, web_url: web_url(ask, group), name: &group.name }
    }
}

/// A group's page.
pub fn web_url(ask: &Ask, group: &Group) -> String {
    format!("{}/groups/{}", ask.base, group.path)
}

/// A group's name behind those of the groups it stands in.
pub fn full_name(world: &World, group: &Group) -> String {
    let names: Vec<&str> = world.lineage(group.id).map(|group| group.name.as_str()).collect();
    names.into_iter().rev().collect::<Vec<_>>().join(" / ")
}

/// A group in lists of groups.
pub fn show(world: &World, ask: &Ask, group: &Group) -> Value {
    json!({
        "id": group.id, "web_url": web_url(ask, group), "name": group.name, "path": last_segment(&group.path),
        "description": "", "visibility": group.visibility, "share_with_group_lock": false,
        "require_two_factor_authentication": false, "two_factor_grace_period": 48,
        "project_creation_level": "developer", "auto_devops_enabled": null, "subgroup_creation_level": "maintainer",
        "emails_disabled": false, "emails_enabled": true, "mentions_disabled": null, "lfs_enabled": true,
        "default_branch": null, "default_branch_protection": 2, "avatar_url": null, "request_access_enabled": true,
        "full_name": full_name(world, group), "full_path": group.path, "created_at": "2025-01-01T00:00:00.000Z",
        "parent_id": group.parent, "organization_id": 1, "shared_runners_setting": shared_runners(group),
        "archived": false, "marked_for_deletion_on": null,
    })
}

fn shared_runners(group: &Group) -> &'static str {
    if group.shared_runners { "enabled" } else { "disabled_and_unoverridable" }
}
