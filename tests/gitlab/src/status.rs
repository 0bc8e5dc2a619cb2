//! Which state a runner is in: as shown, and as the filters mean it, which is not the same
//! (`app/models/concerns/ci/has_runner_status.rb`).

use crate::time::{DAY, HOUR};
use crate::words::Profile;
use crate::world::World;
use crate::world::job::Job;
use crate::world::manager::Manager;
use crate::world::runner::Runner;
use crate::world::settings::Settings;

/// How long after a contact a runner counts as online.
pub const ONLINE_WINDOW: i64 = 2 * HOUR;
/// How long after its last sign a runner counts as stale.
pub const STALE_AFTER: i64 = 7 * DAY;

/// The `status` of a runner.
pub fn shown(runner: &Runner, now: i64) -> &'static str {
    match contact(runner.created_at, runner.contacted_at, now) {
        "online" | "offline" if runner.paused => "paused",
        status => status,
    }
}

/// The `status` of a runner as GraphQL tells it: whether it is paused does not count.
pub fn without_pause(runner: &Runner, now: i64) -> &'static str {
    contact(runner.created_at, runner.contacted_at, now)
}

/// A status in the words of the instance's version: up to 14 "never contacted" was another word.
pub fn worded(settings: &Settings, status: &'static str) -> &'static str {
    let old = settings.profile == Profile::V15 && settings.version.starts_with("14.");
    if old && status == "never_contacted" { "not_connected" } else { status }
}

/// The `status` of a manager, which is never `paused`.
pub fn of_manager(manager: &Manager, now: i64) -> &'static str {
    contact(manager.created_at, manager.contacted_at, now)
}

/// The `online` of a runner: unknown before its first contact.
pub fn online(runner: &Runner, now: i64) -> Option<bool> {
    runner.contacted_at.map(|at| at > now - ONLINE_WINDOW)
}

/// The `job_execution_status` of a runner.
pub fn job_execution(world: &World, runner: &Runner) -> &'static str {
    activity(world.jobs_of(runner.id).any(Job::is_running))
}

/// The `job_execution_status` of one of a runner's managers.
pub fn manager_job_execution(world: &World, runner: &Runner, manager: &Manager) -> &'static str {
    let own = Some(manager.system_id.as_str());
    activity(world.jobs_of(runner.id).any(|job| job.is_running() && job.system_id.as_deref() == own))
}

/// Whether a `status` filter selects a runner.
pub fn selects(status: &str, runner: &Runner, now: i64) -> bool {
    selects_by(status, (runner.created_at, runner.contacted_at), runner.paused, now)
}

/// The same by a runner's columns: when it was made and last called, and whether it is paused.
pub fn selects_by(status: &str, (created_at, contacted_at): (i64, Option<i64>), paused: bool, now: i64) -> bool {
    let contacted_by = |limit: i64| contacted_at.is_some_and(|at| at <= limit);
    match status {
        "online" => contacted_at.is_some_and(|at| at > now - ONLINE_WINDOW),
        "offline" => contacted_by(now - ONLINE_WINDOW),
        "never_contacted" | "not_connected" => contacted_at.is_none(),
        "stale" => {
            let limit = now - STALE_AFTER;
            created_at <= limit && (contacted_at.is_none() || contacted_by(limit))
        }
        "paused" => paused,
        "active" => !paused,
        _ => false,
    }
}

fn contact(created_at: i64, contacted_at: Option<i64>, now: i64) -> &'static str {
    if contacted_at.map_or(created_at, |at| at.max(created_at)) <= now - STALE_AFTER {
        return "stale";
    }
    match contacted_at {
        None => "never_contacted",
        Some(at) if at > now - ONLINE_WINDOW => "online",
        Some(_) => "offline",
    }
}

fn activity(runs: bool) -> &'static str {
    if runs { "active" } else { "idle" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runner(created: &str, contacted: Option<&str>, paused: bool) -> Runner {
        let world = serde_json::json!({"runners": [
            {"id": 1, "type": "instance_type", "created_at": created, "contacted_at": contacted, "paused": paused}
        ]});
        World::from_json(&world.to_string(), 0).unwrap().runners[&1].clone()
    }

    #[test]
    fn shown_status_takes_the_first_rule_that_fits() {
        for (created, contacted, paused, expected) in [
            ("-30d", Some("-1m"), false, "online"),
            ("-30d", Some("-119m"), false, "online"),
            ("-30d", Some("-2h"), false, "offline"),
            ("-30d", Some("-1m"), true, "paused"),
            ("-30d", Some("-3h"), true, "paused"),
            ("-30d", Some("-7d"), false, "stale"),
            ("-30d", Some("-7d"), true, "stale"),
            ("-1d", None, false, "never_contacted"),
            ("-1d", None, true, "never_contacted"),
            ("-8d", None, false, "stale"),
        ] {
            assert_eq!(shown(&runner(created, contacted, paused), 0), expected, "{created} {contacted:?} {paused}");
        }
    }

    #[test]
    fn online_is_unknown_before_the_first_contact() {
        assert_eq!(online(&runner("-1d", None, false), 0), None);
        assert_eq!(online(&runner("-1d", Some("-1m"), true), 0), Some(true));
        assert_eq!(online(&runner("-1d", Some("-2h"), false), 0), Some(false));
    }

    #[test]
    fn filters_select_by_the_columns() {
        let everything = ["online", "offline", "never_contacted", "stale", "paused", "active"];
        for (created, contacted, paused, expected) in [
            ("-30d", Some("-1m"), true, vec!["online", "paused"]),
            ("-30d", Some("-3h"), true, vec!["offline", "paused"]),
            ("-30d", Some("-8d"), false, vec!["offline", "stale", "active"]),
            ("-30d", None, false, vec!["never_contacted", "stale", "active"]),
            ("-1d", None, false, vec!["never_contacted", "active"]),
            ("-1d", Some("-8d"), false, vec!["offline", "active"]),
        ] {
            let runner = runner(created, contacted, paused);
            let selected: Vec<_> = everything.into_iter().filter(|status| selects(status, &runner, 0)).collect();
            assert_eq!(selected, expected, "{created} {contacted:?} {paused}");
        }
    }
}
