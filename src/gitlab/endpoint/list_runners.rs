//! `GET /runners`, `/runners/all`, `/groups/:id/runners`, `/projects/:id/runners`: the four runner lists.
//!
//! Owned is for anyone; the instance for administrators and auditors; a group's and a project's from Maintainer on.

use super::Endpoint;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::runner::Runner;
use crate::gitlab::term::{RunnerStatus, RunnerType};

/// Whose runners are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Project runners where one is Maintainer, group runners where one is Owner.
    #[default]
    Owned,
    /// Every runner of the instance, of all types.
    Instance,
    /// What a group's projects can use, its ancestors' runners included.
    Group(IdOrPath),
    /// What a project can use.
    Project(IdOrPath),
}

/// Lists runners, in GitLab's order (by id). GitLab combines all filters with and.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ListRunners {
    /// Whose.
    pub scope: Scope,
    /// Only of this type.
    pub runner_type: Option<RunnerType>,
    /// GitLab's meaning, which is wider than the words shown (`app/models/ci/runner.rb`, `with_status` scopes).
    pub status: Option<RunnerStatus>,
    /// Only paused ones, or only those not paused.
    pub paused: Option<bool>,
    /// Only with all of these tags.
    pub tag_list: Vec<String>,
    /// Only with a manager whose version starts so.
    pub version_prefix: Option<String>,
}

impl Endpoint for ListRunners {
    type Answer = Vec<Runner>;

    fn path(&self) -> String {
        match &self.scope {
            Scope::Owned => "runners".to_owned(),
            Scope::Instance => "runners/all".to_owned(),
            Scope::Group(group) => format!("groups/{}/runners", group.segment()),
            Scope::Project(project) => format!("projects/{}/runners", project.segment()),
        }
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let mut query = Vec::new();
        query.extend(self.runner_type.as_ref().map(|kind| ("type", kind.to_string())));
        query.extend(self.status.as_ref().map(|status| ("status", status.to_string())));
        query.extend(self.paused.map(|paused| ("paused", paused.to_string())));
        if !self.tag_list.is_empty() {
            query.push(("tag_list", self.tag_list.join(",")));
        }
        query.extend(self.version_prefix.clone().map(|prefix| ("version_prefix", prefix)));
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(call: &ListRunners) -> String {
        let query: Vec<_> = call.query().iter().map(|(key, value)| format!("{key}={value}")).collect();
        format!("{}?{}", call.path(), query.join("&"))
    }

    #[test]
    fn each_source_has_its_path() {
        for (scope, path) in [
            (Scope::Owned, "runners?"),
            (Scope::Instance, "runners/all?"),
            (Scope::Group(IdOrPath::Path("acme/web".to_owned())), "groups/acme%2Fweb/runners?"),
            (Scope::Project(IdOrPath::Id(7)), "projects/7/runners?"),
        ] {
            assert_eq!(sent(&ListRunners { scope, ..ListRunners::default() }), path);
        }
    }

    #[test]
    fn each_filter_has_its_parameter() {
        let call = ListRunners {
            scope: Scope::Owned,
            runner_type: Some(RunnerType::Group),
            status: Some(RunnerStatus::Stale),
            paused: Some(false),
            tag_list: vec!["gpu".to_owned(), "linux".to_owned()],
            version_prefix: Some("17.5".to_owned()),
        };
        let expected = "runners?type=group_type&status=stale&paused=false&tag_list=gpu,linux&version_prefix=17.5";
        assert_eq!(sent(&call), expected);
    }
}
