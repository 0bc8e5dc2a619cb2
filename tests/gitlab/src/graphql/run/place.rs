//! What projects and groups say of themselves to GraphQL.

use super::{Found, Sight, leaf};
use crate::entities::group::{full_name, web_url};
use crate::entities::project::name_with_namespace;
use crate::world::group::{Group, last_segment};
use crate::world::project::Project;

/// A field of a project.
pub fn project<'w>(sight: &Sight<'w>, project: &Project, name: &str) -> Found<'w> {
    match name {
        "id" => leaf(format!("gid://gitlab/Project/{}", project.id)),
        "name" => leaf(project.name.as_str()),
        "path" => leaf(last_segment(&project.path)),
        "fullPath" => leaf(project.path.as_str()),
        "nameWithNamespace" => leaf(name_with_namespace(sight.world, project)),
        "webUrl" => leaf(format!("{}/{}", sight.ask.base, project.path)),
        "archived" => leaf(project.archived),
        _ => leaf(project.visibility.word()),
    }
}

/// A field of a group.
pub fn group<'w>(sight: &Sight<'w>, group: &Group, name: &str) -> Found<'w> {
    match name {
        "id" => leaf(format!("gid://gitlab/Group/{}", group.id)),
        "name" => leaf(group.name.as_str()),
        "path" => leaf(last_segment(&group.path)),
        "fullPath" => leaf(group.path.as_str()),
        "fullName" => leaf(full_name(sight.world, group)),
        "webUrl" => leaf(web_url(sight.ask, group)),
        _ => leaf(group.visibility.word()),
    }
}
