//! One call to GitLab as a value: it knows its path, query, body and answer, and nothing of how it travels.

use http::Method;
use serde::de::DeserializeOwned;

mod current_user;
mod edit_runner;
mod get_access_token;
mod get_group;
mod get_project;
mod get_runner;
mod get_version;
mod list_jobs;
mod list_managers;
pub mod list_runners;
mod search_groups;
mod search_projects;

pub use current_user::CurrentUser;
pub use edit_runner::EditRunner;
pub use get_access_token::GetAccessToken;
pub use get_group::GetGroup;
pub use get_project::GetProject;
pub use get_runner::GetRunner;
pub use get_version::GetVersion;
pub use list_jobs::ListJobs;
pub use list_managers::ListManagers;
pub use list_runners::ListRunners;
pub use search_groups::SearchGroups;
pub use search_projects::SearchProjects;

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

    /// Without the page, which the client adds.
    fn query(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// JSON to send. As text: a `serde_json::Value` could hold floats, and printing those would weigh 10 KB in the first load.
    fn body(&self) -> Option<String> {
        None
    }

    /// How many items a page has, at most 100.
    fn per_page(&self) -> usize {
        100
    }
}
