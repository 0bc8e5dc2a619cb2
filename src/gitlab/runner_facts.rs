//! What a row of the table can show beyond its list, whichever way it came: REST's details or GraphQL.

use super::group::Group;
use super::project::Project;
use super::runner::RunnerDetails;
use super::timestamp::Timestamp;

/// What lists do not tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunnerFacts {
    /// GitLab's number for the runner.
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
    /// Of the manager seen last.
    pub version: Option<String>,
    /// Of the manager seen last.
    pub revision: Option<String>,
    /// Of the manager seen last.
    pub platform: Option<String>,
    /// Of the manager seen last.
    pub architecture: Option<String>,
    /// Of the manager seen last; GraphQL only.
    pub executor: Option<String>,
    /// Of the manager seen last.
    pub ip_address: Option<String>,
    /// How many jobs it ran, at most 1,001; GraphQL only.
    pub job_count: Option<u32>,
    /// The project that owns it; GraphQL only.
    pub owner: Option<Project>,
    /// Projects it is assigned to that the user may see; `None` when GitLab did not say.
    pub projects: Option<Vec<Project>>,
    /// How many projects it is assigned to, seen or not; GraphQL only.
    pub project_count: Option<u32>,
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
            revision: details.revision.clone(),
            platform: details.platform.clone(),
            architecture: details.architecture.clone(),
            ip_address: details.runner.address().map(str::to_owned),
            projects: details.projects.clone(),
            groups: details.groups.clone(),
            ..Self::default()
        }
    }
}
