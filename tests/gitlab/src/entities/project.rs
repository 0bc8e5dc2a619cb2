//! Projects as they are shown.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::group;
use crate::ask::Ask;
use crate::policy::places;
use crate::policy::roles::{self, MAINTAINER};
use crate::world::World;
use crate::world::group::last_segment;
use crate::world::project::{Namespace, Project};

/// Projects have no times in a world, so all are as old.
const LONG_AGO: &str = "2025-01-01T00:00:00.000Z";

/// What identifies a project.
#[derive(Serialize)]
pub struct ProjectIdentity<'w> {
    id: u64,
    description: Option<&'static str>,
    name: &'w str,
    name_with_namespace: String,
    path: &'w str,
    path_with_namespace: &'w str,
    created_at: &'static str,
}

impl<'w> ProjectIdentity<'w> {
    /// What identifies this project.
    pub fn of(world: &World, project: &'w Project) -> Self {
        Self {
            id: project.id,
            description: None,
            name: &project.name,
            name_with_namespace: name_with_namespace(world, project),
            path: last_segment(&project.path),
            path_with_namespace: &project.path,
            created_at: LONG_AGO,
        }
    }
}

/// A project's name behind that of what it stands in.
pub fn name_with_namespace(world: &World, project: &Project) -> String {
    format!("{} / {}", namespace_name(world, project), project.name)
}

/// A project in lists and in a runner's details.
#[derive(Serialize)]
pub struct BasicProject<'w> {
    #[serde(flatten)]
    identity: ProjectIdentity<'w>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_branch: Option<&'static str>,
    tag_list: [String; 0],
    topics: [String; 0],
    ssh_url_to_repo: String,
    http_url_to_repo: String,
    web_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    readme_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forks_count: Option<u32>,
    avatar_url: Option<&'static str>,
    star_count: u32,
    last_activity_at: &'static str,
    visibility: crate::words::Visibility,
    namespace: Value,
}

impl<'w> BasicProject<'w> {
    /// A project as the caller may see it.
    pub fn of(world: &'w World, ask: &Ask, project: &'w Project) -> Self {
        let code = places::reads_code(world, ask.caller.as_ref(), project);
        let web_url = format!("{}/{}", ask.base, project.path);
        Self {
            identity: ProjectIdentity::of(world, project),
            default_branch: code.then_some("main"),
            tag_list: [],
            topics: [],
            ssh_url_to_repo: format!("git@{}:{}.git", host(&ask.base), project.path),
            http_url_to_repo: format!("{web_url}.git"),
            readme_url: code.then(|| format!("{web_url}/-/blob/main/README.md")),
            web_url,
            forks_count: code.then_some(0),
            avatar_url: None,
            star_count: 0,
            last_activity_at: LONG_AGO,
            visibility: project.visibility,
            namespace: namespace(world, ask, project),
        }
    }
}

/// A project with its settings and the caller's permissions.
#[derive(Serialize)]
pub struct ProjectWithAccess<'w> {
    #[serde(flatten)]
    basic: BasicProject<'w>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl<'w> ProjectWithAccess<'w> {
    /// A project as the signed-in caller may see it.
    pub fn of(world: &'w World, ask: &Ask, project: &'w Project) -> Self {
        let feature = |on: bool| if on { "enabled" } else { "disabled" };
        let mut rest = json!({
            "archived": project.archived, "empty_repo": false, "packages_enabled": true, "issues_enabled": true,
            "merge_requests_enabled": true, "wiki_enabled": true, "jobs_enabled": project.builds,
            "snippets_enabled": true, "container_registry_enabled": true, "lfs_enabled": true, "creator_id": 1,
            "builds_access_level": feature(project.builds), "repository_access_level": "enabled",
            "shared_runners_enabled": project.shared_runners, "group_runners_enabled": project.group_runners,
            "public_jobs": true, "open_issues_count": 0, "ci_config_path": "", "shared_with_groups": [],
            "only_allow_merge_if_pipeline_succeeds": false, "request_access_enabled": true, "import_status": "none",
            "updated_at": LONG_AGO, "permissions": permissions(world, ask, project),
            "_links": { "self": format!("{}/api/v4/projects/{}", ask.base, project.id) },
        });
        let level = ask
            .caller
            .as_ref()
            .map_or(0, |caller| if caller.admin { MAINTAINER } else { roles::in_project(world, caller.user, project) });
        if let (true, Some(map)) = (level >= MAINTAINER, rest.as_object_mut()) {
            map.insert("runners_token".to_owned(), json!(project.registration_token));
            map.insert("runner_token_expiration_interval".to_owned(), Value::Null);
        }
        let rest = match rest {
            Value::Object(map) => map,
            _ => Map::new(),
        };
        Self { basic: BasicProject::of(world, ask, project), rest }
    }
}

fn permissions(world: &World, ask: &Ask, project: &Project) -> Value {
    let access = |level: u8| (level > 0).then(|| json!({ "access_level": level, "notification_level": 3 }));
    let Some(caller) = &ask.caller else { return json!({ "project_access": null, "group_access": null }) };
    let group = match project.namespace {
        Namespace::Group(group) => roles::in_group(world, caller.user, group),
        Namespace::User(_) => 0,
    };
    let own = project.members.get(&caller.user).copied().unwrap_or(0);
    json!({ "project_access": access(own), "group_access": access(group) })
}

fn namespace_name(world: &World, project: &Project) -> String {
    match project.namespace {
        Namespace::Group(group) => {
            let names: Vec<&str> = world.lineage(group).map(|group| group.name.as_str()).collect();
            names.into_iter().rev().collect::<Vec<_>>().join(" / ")
        }
        Namespace::User(user) => world.users.get(&user).map(|user| user.name.clone()).unwrap_or_default(),
    }
}

fn namespace(world: &World, ask: &Ask, project: &Project) -> Value {
    match project.namespace {
        Namespace::Group(id) => world.groups.get(&id).map_or(Value::Null, |own| {
            json!({
                "id": own.id, "name": own.name, "path": last_segment(&own.path), "kind": "group",
                "full_path": own.path, "parent_id": own.parent, "avatar_url": null, "web_url": group::web_url(ask, own),
            })
        }),
        Namespace::User(id) => world.users.get(&id).map_or(Value::Null, |own| {
            json!({
                "id": own.id, "name": own.name, "path": own.username, "kind": "user", "full_path": own.username,
                "parent_id": null, "avatar_url": null, "web_url": format!("{}/{}", ask.base, own.username),
            })
        }),
    }
}

fn host(base: &str) -> &str {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}
