//! Runner managers as they are shown.

use serde::Serialize;

use crate::ask::Ask;
use crate::status;
use crate::time;
use crate::words::Profile;
use crate::world::World;
use crate::world::manager::Manager;
use crate::world::runner::Runner;

/// One machine behind a runner, with its real address.
#[derive(Serialize)]
pub struct RunnerManager<'w> {
    id: u64,
    system_id: &'w str,
    version: Option<&'w str>,
    revision: Option<&'w str>,
    platform: Option<&'w str>,
    architecture: Option<&'w str>,
    created_at: String,
    contacted_at: Option<String>,
    ip_address: Option<&'w str>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_execution_status: Option<&'static str>,
}

impl<'w> RunnerManager<'w> {
    /// A manager of a runner.
    pub fn of(world: &World, ask: &Ask, runner: &Runner, manager: &'w Manager) -> Self {
        let newest = world.settings.profile == Profile::V19;
        Self {
            id: manager.id,
            system_id: &manager.system_id,
            version: manager.version.as_deref(),
            revision: manager.revision.as_deref(),
            platform: manager.platform.as_deref(),
            architecture: manager.architecture.as_deref(),
            created_at: time::show(manager.created_at),
            contacted_at: manager.contacted_at.map(time::show),
            ip_address: manager.ip_address.as_deref(),
            status: status::of_manager(manager, ask.now),
            job_execution_status: newest.then(|| status::manager_job_execution(world, runner, manager)),
        }
    }
}
