//! One machine that takes jobs under a runner's token (`lib/api/entities/ci/runner_manager.rb`).

use serde::Deserialize;

use super::term::{JobExecutionStatus, RunnerStatus};
use super::timestamp::Timestamp;

/// A runner manager. The durable source of version, platform and IP address.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RunnerManager {
    /// GitLab's number for it.
    pub id: u64,
    /// The machine's own identifier.
    #[serde(default)]
    pub system_id: String,
    /// Of GitLab Runner on it.
    #[serde(default)]
    pub version: Option<String>,
    /// Of GitLab Runner on it.
    #[serde(default)]
    pub revision: Option<String>,
    /// Such as `linux`.
    #[serde(default)]
    pub platform: Option<String>,
    /// Such as `arm64`.
    #[serde(default)]
    pub architecture: Option<String>,
    /// When it first made contact.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub created_at: Option<Timestamp>,
    /// When it last made contact.
    #[serde(default, deserialize_with = "Timestamp::lenient")]
    pub contacted_at: Option<Timestamp>,
    /// Its real address.
    #[serde(default)]
    pub ip_address: Option<String>,
    /// Never `paused`.
    #[serde(default)]
    pub status: Option<RunnerStatus>,
    /// Whether it runs jobs now; newer servers only.
    #[serde(default)]
    pub job_execution_status: Option<JobExecutionStatus>,
}
