//! What a row can show of a runner beyond the list, whichever way it came: by REST or by GraphQL.

use super::group::Group;
use super::project::Project;
use super::runner::RunnerDetails;
use super::timestamp::Timestamp;

/// The details of one runner, as far as a row shows them.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "so much can be true of a runner")]
pub struct RunnerFacts {
    /// GitLab's number for it.
    pub id: u64,
    /// Its tags, in GitLab's order.
    pub tag_list: Vec<String>,
    /// Whether it also takes jobs that name no tags.
    pub run_untagged: bool,
    /// Whether it cannot be assigned to other projects.
    pub locked: bool,
    /// Whether it takes jobs of protected refs only.
    pub is_protected: bool,
    /// The longest a job may run on it, in seconds.
    pub maximum_timeout: Option<u32>,
    /// When it last made contact; `None` is never.
    pub contacted_at: Option<Timestamp>,
    /// Of the manager that called last.
    pub version: Option<String>,
    /// Of the manager that called last.
    pub platform: Option<String>,
    /// Of the manager that called last.
    pub architecture: Option<String>,
    /// How that manager runs jobs, such as `docker`. Only GraphQL tells.
    pub executor: Option<String>,
    /// Where its managers are, that one first. Since GitLab 17 only GraphQL tells.
    pub ip_addresses: Vec<String>,
    /// The jobs it ever had; 1001 is more than 1000. Only GraphQL tells.
    pub job_count: Option<u32>,
    /// When it was made, where GraphQL was asked because lists do not tell.
    pub created_at: Option<Timestamp>,
    /// Whether it runs jobs now, where GraphQL was asked because lists do not tell.
    pub busy: Option<bool>,
    /// The project it belongs to, for project runners. Only GraphQL tells.
    pub owner: Option<Project>,
    /// The projects it is assigned to that the token's user may see, GraphQL only the first few; `None` when it was not said.
    pub projects: Option<Vec<Project>>,
    /// Whether there are more projects, or a manager that called later, than were told: then REST has to be asked.
    pub has_more: bool,
    /// Its one group, for group runners.
    pub groups: Vec<Group>,
}

impl From<&RunnerDetails> for RunnerFacts {
    fn from(details: &RunnerDetails) -> Self {
        Self {
            id: details.runner.id,
            tag_list: details.tag_list.clone(),
            run_untagged: details.run_untagged,
            locked: details.locked,
            is_protected: details.is_protected(),
            maximum_timeout: details.maximum_timeout,
            contacted_at: details.contacted_at,
            version: details.version.clone(),
            platform: details.platform.clone(),
            architecture: details.architecture.clone(),
            executor: None,
            ip_addresses: details.runner.address().map(str::to_owned).into_iter().collect(),
            job_count: None,
            created_at: None,
            busy: None,
            owner: None,
            projects: details.projects.clone(),
            has_more: false,
            groups: details.groups.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rest_tells_all_but_executor_jobs_and_owner() {
        let details: RunnerDetails = serde_json::from_str(
            r#"{"id":41,"tag_list":["gpu"],"run_untagged":false,"locked":true,"access_level":"ref_protected",
                "maximum_timeout":5400,"contacted_at":"1970-01-01T00:00:01Z","version":"18.9.1","ip_address":"",
                "projects":[{"id":7,"path_with_namespace":"acme/app"}]}"#,
        )
        .unwrap();
        let facts = RunnerFacts::from(&details);
        assert_eq!((facts.id, facts.tag_list.join(","), facts.run_untagged), (41, "gpu".to_owned(), false));
        assert!(facts.locked && facts.is_protected);
        assert_eq!((facts.maximum_timeout, facts.contacted_at), (Some(5400), Some(Timestamp(1000))));
        assert_eq!((facts.version.as_deref(), facts.ip_addresses.len()), (Some("18.9.1"), 0));
        assert_eq!((facts.executor, facts.job_count, facts.owner), (None, None, None));
    }
}
