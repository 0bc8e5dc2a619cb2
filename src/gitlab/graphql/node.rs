//! One runner as GraphQL tells it (`CiRunner`). Every field may be missing or null.

use serde::Deserialize;

use crate::gitlab::group::Group;
use crate::gitlab::project::Project;
use crate::gitlab::runner_facts::RunnerFacts;
use crate::gitlab::timestamp::Timestamp;

/// As many managers are asked for (`QueryRunners`).
const MANAGERS: usize = 10;

/// What `QueryRunners` asks about each runner.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RunnerNode {
    tag_list: Option<Vec<String>>,
    locked: Option<bool>,
    run_untagged: Option<bool>,
    access_level: Option<String>,
    maximum_timeout: Option<u32>,
    #[serde(deserialize_with = "Timestamp::lenient")]
    contacted_at: Option<Timestamp>,
    job_count: Option<u32>,
    #[serde(deserialize_with = "Timestamp::lenient")]
    created_at: Option<Timestamp>,
    job_execution_status: Option<String>,
    owner_project: Option<Place>,
    projects: Option<Nodes<Place>>,
    groups: Option<Nodes<Place>>,
    managers: Option<Nodes<Manager>>,
}

/// What a connection of GraphQL holds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Nodes<T> {
    nodes: Option<Vec<Option<T>>>,
    page_info: Option<PageInfo>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    has_next_page: bool,
}

impl<T> Nodes<T> {
    fn has_more(&self) -> bool {
        self.page_info.as_ref().is_some_and(|page| page.has_next_page)
    }

    fn into_vec(self) -> Vec<T> {
        self.nodes.unwrap_or_default().into_iter().flatten().collect()
    }
}

/// A project or a group.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    id: String,
    full_path: Option<String>,
    name: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Manager {
    #[serde(deserialize_with = "Timestamp::lenient")]
    contacted_at: Option<Timestamp>,
    version: Option<String>,
    platform_name: Option<String>,
    architecture_name: Option<String>,
    executor_name: Option<String>,
    ip_address: Option<String>,
}

impl RunnerNode {
    /// The same in our words.
    pub fn facts(self, id: u64) -> RunnerFacts {
        // As REST does, whose words these are: the one that called last.
        let mut managers = self.managers.map(Nodes::into_vec).unwrap_or_default();
        if let Some(latest) = (0..managers.len()).max_by_key(|at| managers[*at].contacted_at) {
            managers.swap(0, latest);
        }
        let is_full = managers.len() >= MANAGERS;
        let mut ip_addresses = addresses(&managers);
        // Of more managers nothing is told.
        ip_addresses.extend((is_full && !ip_addresses.is_empty()).then(|| "\u{2026}".to_owned()));
        let manager = managers.into_iter().next().unwrap_or_default();
        let is_another = is_full && manager.contacted_at < self.contacted_at;
        let has_more = is_another || self.projects.as_ref().is_some_and(Nodes::has_more);
        let projects =
            self.projects.map(|projects| projects.into_vec().into_iter().filter_map(Place::project).collect());
        let groups = self.groups.map(Nodes::into_vec).unwrap_or_default();
        RunnerFacts {
            id,
            tag_list: self.tag_list.unwrap_or_default(),
            run_untagged: self.run_untagged.unwrap_or(true),
            locked: self.locked.unwrap_or(false),
            is_protected: self.access_level.is_some_and(|level| level == "REF_PROTECTED"),
            maximum_timeout: self.maximum_timeout,
            contacted_at: self.contacted_at,
            version: manager.version,
            platform: manager.platform_name,
            architecture: manager.architecture_name,
            executor: manager.executor_name,
            ip_addresses,
            job_count: self.job_count,
            created_at: self.created_at,
            busy: self.job_execution_status.map(|status| status == "ACTIVE"),
            owner: self.owner_project.and_then(Place::project),
            projects,
            has_more,
            groups: groups.into_iter().filter_map(Place::group).collect(),
        }
    }
}

/// Where they are, each place once.
fn addresses(managers: &[Manager]) -> Vec<String> {
    let mut addresses = Vec::new();
    for address in managers.iter().filter_map(|manager| manager.ip_address.as_ref()) {
        if !address.is_empty() && !addresses.contains(address) {
            addresses.push(address.clone());
        }
    }
    addresses
}

impl Place {
    /// The number at the end of a global id, `gid://gitlab/Project/7`.
    fn number(&self) -> Option<u64> {
        self.id.rsplit('/').next()?.parse().ok()
    }

    fn project(self) -> Option<Project> {
        let id = self.number()?;
        Some(Project {
            id,
            name: self.name,
            name_with_namespace: None,
            path_with_namespace: self.full_path,
            web_url: None,
            namespace: None,
        })
    }

    fn group(self) -> Option<Group> {
        let id = self.number()?;
        Some(Group { id, name: self.name, full_path: self.full_path, parent_id: None, web_url: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(json: &str) -> RunnerFacts {
        serde_json::from_str::<RunnerNode>(json).unwrap().facts(41)
    }

    #[test]
    fn everything_is_read() {
        let facts = facts(
            r#"{"id":"gid://gitlab/Ci::Runner/41","tagList":["gpu"],"locked":true,"runUntagged":false,
                "accessLevel":"REF_PROTECTED","maximumTimeout":5400,"contactedAt":"1970-01-01T00:00:01Z","jobCount":1001,
                "createdAt":"1970-01-01T00:00:02Z","jobExecutionStatus":"ACTIVE",
                "ownerProject":{"id":"gid://gitlab/Project/7","fullPath":"acme/app","name":"App"},
                "projects":{"nodes":[{"id":"gid://gitlab/Project/7","fullPath":"acme/app"},null],
                "pageInfo":{"hasNextPage":true}},
                "groups":{"nodes":[{"id":"gid://gitlab/Group/3","fullPath":"acme"}]},
                "managers":{"nodes":[{"contactedAt":null,"version":"15.0.0","ipAddress":"10.0.0.9"},{"contactedAt":"1970-01-01T00:00:01Z",
                "version":"18.9.1","platformName":"linux","architectureName":"arm64",
                "executorName":"docker","ipAddress":"10.0.0.7"},{"contactedAt":"1970-01-01T00:00:00Z","version":"17.0.0",
                "ipAddress":"10.0.0.7"},{"contactedAt":null,"ipAddress":""}]}}"#,
        );
        assert_eq!((facts.id, facts.tag_list.join(",")), (41, "gpu".to_owned()));
        assert!(facts.locked && facts.is_protected && !facts.run_untagged);
        assert_eq!((facts.maximum_timeout, facts.contacted_at), (Some(5400), Some(Timestamp(1000))));
        assert_eq!((facts.job_count, facts.created_at, facts.busy), (Some(1001), Some(Timestamp(2000)), Some(true)));
        assert_eq!(facts.owner.as_ref().map(|owner| (owner.id, owner.path())), Some((7, "acme/app".to_owned())));
        assert_eq!((facts.projects.as_ref().map(Vec::len), facts.has_more), (Some(1), true));
        assert_eq!(facts.groups.iter().map(Group::path).collect::<Vec<_>>(), ["acme"]);
        let machine = [facts.version, facts.platform, facts.architecture, facts.executor];
        assert_eq!(machine.map(Option::unwrap), ["18.9.1", "linux", "arm64", "docker"]);
        assert_eq!(facts.ip_addresses, ["10.0.0.7", "10.0.0.9"]);
    }

    #[test]
    fn the_one_that_called_last_may_be_one_of_many_more() {
        let json = |managers: usize, contacted: u32| {
            let manager = r#"{"contactedAt":"1970-01-01T00:00:01Z","version":"15.0.0"}"#;
            let nodes = vec![manager; managers].join(",");
            format!(r#"{{"contactedAt":"1970-01-01T00:00:0{contacted}Z","managers":{{"nodes":[{nodes}]}}}}"#)
        };
        for (managers, contacted, expected) in [(MANAGERS, 2, true), (MANAGERS, 1, false), (MANAGERS - 1, 2, false)] {
            assert_eq!(facts(&json(managers, contacted)).has_more, expected, "{managers} {contacted}");
        }
        let with_addresses = json(MANAGERS, 1).replace("\"version\"", "\"ipAddress\":\"10.0.0.7\",\"version\"");
        assert_eq!(facts(&with_addresses).ip_addresses, ["10.0.0.7", "…"], "others may have others");
    }

    #[test]
    fn what_is_missing_or_null_is_untold() {
        let nothing = RunnerFacts { id: 41, run_untagged: true, ..RunnerFacts::default() };
        assert_eq!(facts("{}"), nothing);
        let nulls = r#"{"tagList":null,"locked":null,"contactedAt":null,"ownerProject":null,"projects":null,
            "groups":{"nodes":null},"managers":{"nodes":[null]},"accessLevel":null,"jobCount":null,"createdAt":null,"jobExecutionStatus":null}"#;
        assert_eq!(facts(nulls), nothing);
    }
}
