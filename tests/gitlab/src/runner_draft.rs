//! A runner that is about to be: what is told of it, the rules it must fulfil, and its first token.
//! It does not know who makes it, nor where it belongs.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::params::check::Check;
use crate::runner_rules;
use crate::runner_token::{self, Origin};
use crate::tags;
use crate::words::{AccessLevel, RunnerType};
use crate::world::World;
use crate::world::runner::Runner;

/// What a request tells of a new runner.
pub struct RunnerDraft {
    description: Option<String>,
    /// What its keepers note.
    pub maintenance_note: Option<String>,
    paused: bool,
    locked: bool,
    run_untagged: bool,
    tags: Vec<String>,
    access_level: AccessLevel,
    maximum_timeout: Option<i64>,
}

impl RunnerDraft {
    /// Reads a request; `paused` may have another name in it.
    pub fn read(check: &mut Check, paused: fn(&mut Check) -> Option<bool>) -> Self {
        let description = check.text("description");
        let maintenance_note = check.text("maintenance_note");
        Self {
            description,
            maintenance_note,
            paused: paused(check).unwrap_or(false),
            locked: check.boolean("locked").unwrap_or(false),
            run_untagged: check.boolean("run_untagged").unwrap_or(true),
            tags: check.tags("tag_list").map(tags::distinct).unwrap_or_default(),
            access_level: check
                .word("access_level", AccessLevel::WORDS)
                .and_then(|word| AccessLevel::from_word(&word))
                .unwrap_or(AccessLevel::NotProtected),
            maximum_timeout: check.integer("maximum_timeout"),
        }
    }

    /// The runner, without a place and a token.
    pub fn into_runner(self, world: &World, kind: RunnerType, now: i64) -> Runner {
        Runner {
            id: world.next_runner_id(),
            kind,
            description: self.description,
            token: String::new(),
            paused: self.paused,
            locked: self.locked,
            run_untagged: self.run_untagged,
            tags: self.tags,
            access_level: self.access_level,
            maximum_timeout: self.maximum_timeout,
            maintenance_note: self.maintenance_note,
            name: None,
            created_by: None,
            created_at: now,
            updated_at: now,
            contacted_at: None,
            token_expires_at: None,
            projects: Vec::new(),
            assigned_at: BTreeMap::new(),
            group: None,
            managers: Vec::new(),
        }
    }
}

/// Stores a new runner with its first token, or tells its problems by attribute.
pub fn save(world: &mut World, mut runner: Runner, origin: Origin) -> Result<&Runner, Map<String, Value>> {
    let problems = runner_rules::problems(&runner, true);
    if !problems.is_empty() {
        return Err(problems);
    }
    runner.token = runner_token::new(world, runner.kind, origin);
    runner.token_expires_at = runner_token::expiry(world, &runner, runner.created_at);
    Ok(world.runners.entry(runner.id).insert_entry(runner).into_mut())
}
