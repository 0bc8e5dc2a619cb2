//! Generated jobs.

use std::collections::BTreeMap;

use super::names::{FAILURES, JOBS};
use super::next_id;
use crate::time::{DAY, HOUR, MINUTE, SECOND};
use crate::words::{JobStatus, RunnerType};
use crate::world::World;
use crate::world::job::Job;
use crate::world::project::Namespace;
use crate::world::random::Random;
use crate::world::runner::Runner;

const BRANCHES: [&str; 5] = ["main", "main", "develop", "release-4", "feature/login"];

/// Adds jobs of those runners in projects that they serve, until there are as many or nothing serves anything.
pub fn add(world: &mut World, count: u64, runners: &[u64], random: &mut Random) {
    let below = projects_below_groups(world);
    let all: Vec<u64> = world.projects.keys().copied().collect();
    let runners: Vec<u64> = if runners.is_empty() { world.runners.keys().copied().collect() } else { runners.to_vec() };
    let users: Vec<u64> = world.users.keys().copied().collect();
    let first = next_id(&world.jobs);
    let mut made = 0;
    // A runner may turn out to serve nothing; that many tries are enough for every world that has work at all.
    for _ in 0..count.saturating_mul(20) {
        if made == count {
            return;
        }
        let Some(runner) = random.pick(&runners).and_then(|id| world.runners.get(&id)) else { return };
        let projects = match runner.kind {
            RunnerType::Instance => &all,
            RunnerType::Project => &runner.projects,
            RunnerType::Group => runner.group.and_then(|group| below.get(&group)).unwrap_or(&runner.projects),
        };
        if let Some(job) =
            random.pick(projects).and_then(|project| job(first + made, runner, project, world.start, random))
        {
            let user = random.pick(&users);
            world.put_job(Job { user, ..job });
            made += 1;
        }
    }
}

/// A job that a runner took; none if it never called.
fn job(id: u64, runner: &Runner, project: u64, now: i64, random: &mut Random) -> Option<Job> {
    let contact = runner.contacted_at?;
    let online = contact > now - 2 * HOUR;
    let status = match random.below(100) {
        0..78 => JobStatus::Success,
        78..92 => JobStatus::Failed,
        92..96 => JobStatus::Canceled,
        _ if online => JobStatus::Running,
        _ => JobStatus::Success,
    };
    let running = status == JobStatus::Running;
    let started = if running { random.ago(now, SECOND, 50 * MINUTE) } else { random.ago(contact, HOUR, 30 * DAY) };
    let finished = started + i64::try_from(random.below(55)).unwrap_or(0) * MINUTE + 17 * SECOND;
    let (stage, name) = random.pick(&JOBS).unwrap_or(("test", "unit"));
    let machine = random.below(u64::try_from(runner.managers.len()).unwrap_or(0));
    let machine = usize::try_from(machine).ok().and_then(|machine| runner.managers.get(machine));
    Some(Job {
        id,
        project,
        runner: Some(runner.id),
        system_id: machine.map(|machine| machine.system_id.clone()),
        status,
        name: name.to_owned(),
        stage: stage.to_owned(),
        git_ref: random.pick(&BRANCHES).unwrap_or("main").to_owned(),
        user: None,
        tags: runner.tags.iter().take(1).cloned().collect(),
        created_at: random.ago(started, SECOND, 20 * MINUTE),
        started_at: Some(started),
        finished_at: (!running).then_some(finished),
        failure_reason: random.pick(&FAILURES).filter(|_| status == JobStatus::Failed).map(str::to_owned),
    })
}

fn projects_below_groups(world: &World) -> BTreeMap<u64, Vec<u64>> {
    let mut below: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    for project in world.projects.values().filter(|project| project.group_runners) {
        if let Namespace::Group(group) = project.namespace {
            for above in world.lineage(group) {
                below.entry(above.id).or_default().push(project.id);
            }
        }
    }
    below
}
