//! Runners and the machines behind them.

use super::accounts::USER;
use super::connections::{GROUPS, MANAGERS, PROJECTS};
use super::places::PROJECT;
use super::{Field, Type, leaf, one, pages};
use crate::words::Profile;

/// A runner.
pub static RUNNER: Type = Type {
    name: "CiRunner",
    fields: &[
        leaf("id", "CiRunnerID!"),
        leaf("shortSha", "String"),
        leaf("description", "String"),
        leaf("runnerType", "CiRunnerType!"),
        leaf("status", "CiRunnerStatus!"),
        leaf("paused", "Boolean!"),
        leaf("active", "Boolean!"),
        leaf("locked", "Boolean"),
        leaf("runUntagged", "Boolean!"),
        leaf("accessLevel", "CiRunnerAccessLevel!"),
        leaf("maximumTimeout", "Int"),
        leaf("maintenanceNote", "String"),
        leaf("tagList", "[String!]"),
        leaf("createdAt", "Time"),
        leaf("contactedAt", "Time"),
        one("createdBy", &USER).since(Profile::V17),
        leaf("creationMethod", "CiRunnerCreationMethod").since(Profile::V17),
        leaf("jobCount", "Int"),
        leaf("jobExecutionStatus", "CiRunnerJobExecutionStatus").since(Profile::V17),
        leaf("projectCount", "Int"),
        one("ownerProject", &PROJECT).since(Profile::V17),
        pages("projects", &PROJECTS),
        pages("groups", &GROUPS),
        pages("managers", &MANAGERS).since(Profile::V17),
        leaf("tokenExpiresAt", "Time"),
        leaf("adminUrl", "String"),
        leaf("editAdminUrl", "String"),
        leaf("registerAdminUrl", "String").since(Profile::V16),
        one("userPermissions", &PERMISSIONS),
        once("version"),
        once("revision"),
        once("platformName"),
        once("architectureName"),
        once("executorName"),
        once("ipAddress"),
    ],
};

/// What the newest versions tell of the machines only.
const fn once(name: &'static str) -> Field {
    leaf(name, "String").until(Profile::V17)
}

/// What the caller may do with a runner.
pub static PERMISSIONS: Type = Type {
    name: "RunnerPermissions",
    fields: &[
        leaf("readRunner", "Boolean!"),
        leaf("updateRunner", "Boolean!"),
        leaf("deleteRunner", "Boolean!"),
        leaf("assignRunner", "Boolean!"),
    ],
};

/// A machine behind a runner.
pub static MANAGER: Type = Type {
    name: "CiRunnerManager",
    fields: &[
        leaf("id", "CiRunnerManagerID!"),
        leaf("systemId", "String!"),
        leaf("version", "String"),
        leaf("revision", "String"),
        leaf("platformName", "String"),
        leaf("architectureName", "String"),
        leaf("executorName", "String"),
        leaf("ipAddress", "String"),
        leaf("status", "CiRunnerStatus!"),
        leaf("contactedAt", "Time"),
        leaf("createdAt", "Time"),
        leaf("jobExecutionStatus", "CiRunnerJobExecutionStatus"),
        one("runner", &RUNNER),
    ],
};
