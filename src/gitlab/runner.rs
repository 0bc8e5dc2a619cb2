//! A runner as lists show it, and as its own page shows it. The type says whether the details were fetched.

use serde::{Deserialize, Deserializer};

use super::group::Group;
use super::note::Note;
use super::project::Project;
use super::term::{AccessLevel, JobExecutionStatus, RunnerStatus, RunnerType};
use super::timestamp::Timestamp;
use super::user::UserBasic;

/// One row of a runner list (`lib/api/entities/ci/runner.rb`). Every field but `id` may be missing.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Runner {
    /// GitLab's number for it, unique in the instance.
    pub id: u64,
    /// What people call it.
    #[serde(default)]
    pub description: Option<String>,
    /// The name of the binary that registered; seldom useful.
    #[serde(default)]
    pub name: Option<String>,
    /// The real address on GitLab 16 and older, empty or missing since: ask its managers.
    #[serde(default)]
    pub ip_address: Option<String>,
    /// The old opposite of `paused`.
    #[serde(default)]
    pub active: Option<bool>,
    /// Whether it takes no new jobs. Use [`Runner::is_paused`], which also understands old servers.
    #[serde(default)]
    pub paused: Option<bool>,
    /// Whether it is an instance runner; all that the oldest servers say about the type.
    #[serde(default)]
    pub is_shared: Option<bool>,
    /// Use [`Runner::kind`].
    #[serde(default)]
    pub runner_type: Option<RunnerType>,
    /// Contact within two hours; `None` when it never made contact.
    #[serde(default)]
    pub online: Option<bool>,
    /// GitLab's word, which may be `paused`. Use [`Runner::contact_status`].
    #[serde(default)]
    pub status: Option<RunnerStatus>,
    /// Whether it runs jobs now; newer servers only.
    #[serde(default)]
    pub job_execution_status: Option<JobExecutionStatus>,
    /// Who made it, where GitLab tells.
    #[serde(default)]
    pub created_by: Option<UserBasic>,
    /// When it was made, where GitLab tells.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub created_at: Option<Timestamp>,
}

impl Runner {
    /// Whether it takes no new jobs, from whichever word this server uses.
    pub fn is_paused(&self) -> bool {
        self.paused
            .or_else(|| self.active.map(|active| !active))
            .unwrap_or_else(|| self.status.as_ref().is_some_and(|status| status.as_str() == "paused"))
    }

    /// Who may use it, from whichever field this server has.
    pub fn kind(&self) -> RunnerType {
        self.runner_type.clone().unwrap_or(match self.is_shared {
            Some(true) => RunnerType::Instance,
            _ => RunnerType::Project,
        })
    }

    /// Its address, where this server tells it: GitLab 17 and newer leave it empty (`lib/api/entities/ci/runner.rb`).
    pub fn address(&self) -> Option<&str> {
        self.ip_address.as_deref().filter(|address| !address.is_empty())
    }

    /// When it last made contact, in the table's words. REST v4 says `paused` in place of online and offline
    /// (`app/models/ci/runner.rb`, `deprecated_rest_status`); `online` has what it hides.
    pub fn contact_status(&self) -> RunnerStatus {
        match &self.status {
            Some(RunnerStatus::Other(word)) if word == "not_connected" => RunnerStatus::NeverContacted,
            Some(RunnerStatus::Other(word)) if word != "paused" && word != "active" => {
                RunnerStatus::Other(word.clone())
            }
            Some(RunnerStatus::Other(_)) | None => match self.online {
                Some(true) => RunnerStatus::Online,
                Some(false) => RunnerStatus::Offline,
                None => RunnerStatus::NeverContacted,
            },
            Some(status) => status.clone(),
        }
    }
}

/// A runner with everything `GET /runners/:id` tells (`lib/api/entities/ci/runner_details.rb`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RunnerDetails {
    /// What lists show as well.
    #[serde(flatten)]
    pub runner: Runner,
    /// Its tags, in GitLab's order.
    #[serde(default, deserialize_with = "or_default")]
    pub tag_list: Vec<String>,
    /// Whether it also takes jobs that name no tags.
    #[serde(default = "yes", deserialize_with = "or_yes")]
    pub run_untagged: bool,
    /// Whether it cannot be assigned to other projects.
    #[serde(default, deserialize_with = "or_default")]
    pub locked: bool,
    /// The longest a job may run on it, in seconds.
    #[serde(default)]
    pub maximum_timeout: Option<u32>,
    /// Whether it takes jobs of protected refs only.
    #[serde(default)]
    pub access_level: Option<AccessLevel>,
    /// Of the manager seen last.
    #[serde(default)]
    pub version: Option<String>,
    /// Of the manager seen last.
    #[serde(default)]
    pub revision: Option<String>,
    /// Of the manager seen last.
    #[serde(default)]
    pub platform: Option<String>,
    /// Of the manager seen last.
    #[serde(default)]
    pub architecture: Option<String>,
    /// When it last made contact; `None` is never.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub contacted_at: Option<Timestamp>,
    /// For its keepers.
    #[serde(flatten)]
    pub maintenance_note: Note,
    /// The projects it is assigned to that the token's user may see; `None` when GitLab did not say.
    #[serde(default)]
    pub projects: Option<Vec<Project>>,
    /// Its one group, for group runners.
    #[serde(default, deserialize_with = "or_default")]
    pub groups: Vec<Group>,
}

fn yes() -> bool {
    true
}

fn or_yes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or(true))
}

/// `null` where a value should stand says no more than a missing key.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

impl RunnerDetails {
    /// Whether it takes jobs of protected refs only.
    pub fn is_protected(&self) -> bool {
        self.access_level == Some(AccessLevel::RefProtected)
    }

    /// Takes the answer of a write: GitLab 18 and newer leave `projects` out of it, so the old ones stay.
    pub fn merge(&mut self, answer: Self) {
        let projects = answer.projects.clone().or_else(|| self.projects.take());
        *self = Self { projects, ..answer };
    }
}

#[cfg(test)]
mod tests;
