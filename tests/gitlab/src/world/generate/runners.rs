//! Generated runners and their machines.

use std::collections::BTreeMap;

use super::names::{EXTRA_TAGS, MACHINES, Machine, NOTES, PLACES, VERSIONS};
use super::next_id;
use super::places::letters;
use crate::time::{DAY, HOUR, MINUTE, SECOND};
use crate::words::{AccessLevel, RunnerType};
use crate::world::World;
use crate::world::manager::Manager;
use crate::world::random::Random;
use crate::world::runner::Runner;

const TIMEOUTS: [i64; 5] = [600, 1_800, 3_600, 5_400, 86_400];

/// Adds runners of those places, or of whatever there is, and gives their ids.
pub fn add(world: &mut World, count: u64, groups: &[u64], projects: &[u64], random: &mut Random) -> Vec<u64> {
    let groups: Vec<u64> = if groups.is_empty() { world.groups.keys().copied().collect() } else { groups.to_vec() };
    let projects: Vec<u64> =
        if projects.is_empty() { world.projects.keys().copied().collect() } else { projects.to_vec() };
    let users: Vec<u64> = world.users.keys().copied().collect();
    let first = next_id(&world.runners);
    let mut manager_id =
        1 + world.runners.values().flat_map(|runner| &runner.managers).map(|own| own.id).max().unwrap_or(0);
    for id in first..first + count {
        let kind = match random.below(100) {
            0..70 if !projects.is_empty() => RunnerType::Project,
            70..95 if !groups.is_empty() => RunnerType::Group,
            _ => RunnerType::Instance,
        };
        let mut runner = machine(id, kind, world.start, &mut manager_id, random);
        runner.created_by = random.pick(&users).filter(|_| random.percent(70));
        match kind {
            RunnerType::Instance => {}
            RunnerType::Group => runner.group = random.pick(&groups),
            RunnerType::Project => {
                let created_at = runner.created_at;
                for project in some(&projects, random) {
                    runner.assign(project, created_at);
                }
            }
        }
        world.runners.insert(id, runner);
    }
    (first..first + count).collect()
}

/// One project mostly, sometimes a few.
fn some(projects: &[u64], random: &mut Random) -> Vec<u64> {
    let count = if random.percent(80) { 1 } else { 2 + random.below(4) };
    let mut some: Vec<u64> = Vec::new();
    for project in (0..count).filter_map(|_| random.pick(projects)) {
        if !some.contains(&project) {
            some.push(project);
        }
    }
    some
}

fn machine(id: u64, kind: RunnerType, now: i64, manager_id: &mut u64, random: &mut Random) -> Runner {
    let machine = &MACHINES[usize::try_from(random.below(7)).unwrap_or(0)];
    let contact = match random.below(100) {
        0..62 => Some(random.ago(now, SECOND, HOUR)),
        62..78 => Some(random.ago(now, 3 * HOUR, 6 * DAY)),
        78..90 => Some(random.ago(now, 8 * DAY, 200 * DAY)),
        _ => None,
    };
    let created = match contact {
        Some(contact) => random.ago(contact, HOUR, 300 * DAY),
        None => random.ago(now, HOUR, 14 * DAY),
    };
    let tags = tags(machine, random);
    let place = random.pick(&PLACES).unwrap_or("lab");
    Runner {
        id,
        kind,
        description: (!random.percent(2)).then(|| format!("{}-{place}-{id:03}", machine.name)),
        token: format!("glrt-t{}_{}", kind as u8 + 1, letters(random)),
        paused: random.percent(8),
        locked: kind == RunnerType::Project && random.percent(30),
        run_untagged: tags.is_empty() || random.percent(45),
        tags,
        access_level: if random.percent(15) { AccessLevel::RefProtected } else { AccessLevel::NotProtected },
        maximum_timeout: random.pick(&TIMEOUTS).filter(|_| random.percent(20)),
        maintenance_note: random.pick(&NOTES).filter(|_| random.percent(12)).map(str::to_owned),
        name: None,
        created_by: None,
        created_at: created,
        updated_at: created,
        contacted_at: contact,
        token_expires_at: None,
        projects: Vec::new(),
        assigned_at: BTreeMap::new(),
        group: None,
        managers: contact.map(|contact| managers(machine, created, contact, manager_id, random)).unwrap_or_default(),
    }
}

fn tags(machine: &Machine, random: &mut Random) -> Vec<String> {
    if random.percent(10) {
        return Vec::new();
    }
    let extra = random.pick(&EXTRA_TAGS).filter(|_| random.percent(50));
    machine.tags.iter().copied().chain(extra).map(str::to_owned).collect()
}

/// The runner's machines; the first has the runner's own last contact.
fn managers(machine: &Machine, created: i64, contact: i64, next: &mut u64, random: &mut Random) -> Vec<Manager> {
    let count = if random.percent(85) { 1 } else { 2 + random.below(4) };
    let version = random.below(6).min(random.below(6));
    let (version, revision) = VERSIONS[usize::try_from(version).unwrap_or(0)];
    let mut managers = Vec::new();
    for number in 0..count {
        let id = *next;
        *next += 1;
        let word = random.next();
        managers.push(Manager {
            id,
            system_id: format!(
                "{}_{:012x}",
                if machine.executor == "kubernetes" { "r" } else { "s" },
                word & 0xFFFF_FFFF_FFFF
            ),
            version: Some(version.to_owned()),
            revision: Some(revision.to_owned()),
            platform: Some(machine.platform.to_owned()),
            architecture: Some(machine.architecture.to_owned()),
            executor: Some(machine.executor.to_owned()),
            ip_address: Some(format!("10.{}.{}.{}", word >> 48 & 0xFF, word >> 56, 1 + random.below(250))),
            created_at: created,
            contacted_at: Some(if number == 0 { contact } else { random.ago(contact, MINUTE, 2 * DAY).max(created) }),
        });
    }
    managers
}
