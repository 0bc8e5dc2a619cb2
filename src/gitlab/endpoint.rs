//! One call to GitLab as a value: it knows its path, query, body and answer, and nothing of how it travels.

use http::Method;
use serde::de::DeserializeOwned;

use super::timestamp::Timestamp;

mod assign_runner;
mod create_runner;
mod current_user;
mod delete_by_token;
mod delete_manager;
mod delete_runner;
mod edit_runner;
mod get_access_token;
mod get_group;
mod get_metadata;
mod get_project;
mod get_runner;
mod get_version;
mod graphql_runners;
mod list_groups;
mod list_jobs;
mod list_managers;
mod list_projects;
mod list_runner_projects;
pub mod list_runners;
mod register_runner;
mod reset_authentication_token;
mod reset_by_token;
mod reset_registration_token;
mod search_groups;
mod search_projects;
mod unassign_runner;
mod verify_runner;

pub use assign_runner::AssignRunner;
pub use create_runner::CreateRunner;
pub use current_user::CurrentUser;
pub use delete_by_token::DeleteByToken;
pub use delete_manager::DeleteManager;
pub use delete_runner::DeleteRunner;
pub use edit_runner::EditRunner;
pub use get_access_token::GetAccessToken;
pub use get_group::GetGroup;
pub use get_metadata::GetMetadata;
pub use get_project::GetProject;
pub use get_runner::GetRunner;
pub use get_version::GetVersion;
pub use graphql_runners::QueryRunners;
pub use list_groups::ListGroups;
pub use list_jobs::ListJobs;
pub use list_managers::ListManagers;
pub use list_projects::ListProjects;
pub use list_runner_projects::ListRunnerProjects;
pub use list_runners::ListRunners;
pub use register_runner::RegisterRunner;
pub use reset_authentication_token::ResetAuthenticationToken;
pub use reset_by_token::ResetByToken;
pub use reset_registration_token::ResetRegistrationToken;
pub use search_groups::SearchGroups;
pub use search_projects::SearchProjects;
pub use unassign_runner::UnassignRunner;
pub use verify_runner::VerifyRunner;

/// One call to GitLab.
pub trait Endpoint {
    /// What GitLab answers; `()` for an answer without a body.
    type Answer: DeserializeOwned;

    /// GET unless it says otherwise.
    fn method(&self) -> Method {
        Method::GET
    }

    /// Below `/api/v4/`, its segments already encoded.
    fn path(&self) -> String;

    /// Whether it is a query of GraphQL: it goes to GraphQL's one address and only reads, whatever its method.
    fn is_query(&self) -> bool {
        false
    }

    /// Without the page, which the client adds.
    fn query(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// JSON to send. As text: a `serde_json::Value` could hold floats, and printing those would weigh 10 KB in the first load.
    fn body(&self) -> Option<String> {
        None
    }

    /// Refuse with 412 if somebody changed the thing after this moment. GitLab heeds it where it deletes.
    fn unmodified_since(&self) -> Option<Timestamp> {
        None
    }

    /// Whether GitLab is to know who asks. What is done with a runner's own token needs nobody's.
    fn is_personal(&self) -> bool {
        true
    }

    /// How many items a page has, at most 100.
    fn per_page(&self) -> usize {
        100
    }
}
