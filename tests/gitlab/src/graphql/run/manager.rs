//! What a machine behind a runner says of itself to GraphQL.

use serde_json::json;

use super::runner::instant;
use super::{Found, Node, Sight, leaf};
use crate::status;
use crate::time;
use crate::world::manager::Manager;
use crate::world::runner::Runner;

/// A field of a manager.
pub fn field<'w>(sight: &Sight<'w>, runner: &'w Runner, manager: &Manager, name: &str) -> Found<'w> {
    match name {
        "id" => leaf(format!("gid://gitlab/Ci::RunnerManager/{}", manager.id)),
        "systemId" => leaf(manager.system_id.as_str()),
        "version" => leaf(json!(manager.version)),
        "revision" => leaf(json!(manager.revision)),
        "platformName" => leaf(json!(manager.platform)),
        "architectureName" => leaf(json!(manager.architecture)),
        "executorName" => leaf(json!(manager.executor)),
        "ipAddress" => leaf(json!(manager.ip_address)),
        "status" => leaf(status::of_manager(manager, sight.ask.now).to_ascii_uppercase()),
        "contactedAt" => leaf(instant(manager.contacted_at)),
        "createdAt" => leaf(time::show(manager.created_at)),
        "jobExecutionStatus" => leaf(status::manager_job_execution(sight.world, runner, manager).to_ascii_uppercase()),
        "runner" => Found::One(Node::Runner(runner)),
        _ => leaf(()),
    }
}
