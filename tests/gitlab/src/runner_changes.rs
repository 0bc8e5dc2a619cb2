//! What a PUT wants changed in a runner. It does not know who may.

use crate::params::check::Check;
use crate::tags;
use crate::words::{AccessLevel, Profile};
use crate::world::runner::Runner;

const KEYS: [&str; 9] = [
    "description",
    "active",
    "paused",
    "tag_list",
    "run_untagged",
    "locked",
    "access_level",
    "maximum_timeout",
    "maintenance_note",
];

/// What a request says of a field that may be emptied.
enum Change<T> {
    /// Nothing.
    Unnamed,
    /// It is to be this, or empty.
    To(Option<T>),
}

/// The changes; `None` for what the request does not name.
pub struct RunnerChanges {
    description: Change<String>,
    paused: Option<bool>,
    tags: Option<Vec<String>>,
    run_untagged: Option<bool>,
    locked: Option<bool>,
    access_level: Option<AccessLevel>,
    maximum_timeout: Change<i64>,
    maintenance_note: Change<String>,
}

impl<T> Change<T> {
    fn read(check: &mut Check, key: &str, read: fn(&mut Check, &str) -> Option<T>) -> Self {
        let value = read(check, key);
        if check.has(key) { Self::To(value) } else { Self::Unnamed }
    }

    fn or(self, old: Option<T>) -> Option<T> {
        match self {
            Self::Unnamed => old,
            Self::To(new) => new,
        }
    }
}

impl RunnerChanges {
    /// Reads what a request names; the notes of a runner came after 15.
    pub fn read(check: &mut Check, profile: Profile) -> Self {
        let notes = profile >= Profile::V16;
        let keys: Vec<&str> = KEYS.into_iter().filter(|key| notes || *key != "maintenance_note").collect();
        let named = keys.iter().any(|key| check.has(key));
        // In the order of declaration, for that is the order in which problems are told.
        let changes = Self {
            description: Change::read(check, "description", Check::text),
            paused: read_paused(check),
            tags: check.tags("tag_list").map(tags::distinct),
            run_untagged: check.boolean("run_untagged"),
            locked: check.boolean("locked"),
            access_level: check.word("access_level", AccessLevel::WORDS).and_then(|word| AccessLevel::from_word(&word)),
            maximum_timeout: Change::read(check, "maximum_timeout", Check::integer),
            maintenance_note: if notes {
                Change::read(check, "maintenance_note", Check::text)
            } else {
                Change::Unnamed
            },
        };
        if !named {
            check.problem(format!("{} are missing, at least one parameter must be provided", keys.join(", ")));
        }
        check.exclusive(["active", "paused"]);
        changes
    }

    /// Changes a runner, and tells whether its tags are others now.
    pub fn apply(self, runner: &mut Runner) -> bool {
        let tags = self.tags.unwrap_or_else(|| runner.tags.clone());
        let tags_changed = sorted(&tags) != sorted(&runner.tags);
        runner.description = self.description.or(runner.description.take());
        runner.paused = self.paused.unwrap_or(runner.paused);
        runner.tags = tags;
        runner.run_untagged = self.run_untagged.unwrap_or(runner.run_untagged);
        runner.locked = self.locked.unwrap_or(runner.locked);
        runner.access_level = self.access_level.unwrap_or(runner.access_level);
        runner.maximum_timeout = self.maximum_timeout.or(runner.maximum_timeout);
        runner.maintenance_note = self.maintenance_note.or(runner.maintenance_note.take());
        tags_changed
    }
}

/// GitLab stores the opposite of `paused`, and the opposite of null is true.
pub fn read_paused(check: &mut Check) -> Option<bool> {
    let active = check.boolean("active");
    let paused = check.boolean("paused");
    if check.has("paused") { Some(paused.unwrap_or(false)) } else { active.map(|active| !active) }
}

fn sorted(tags: &[String]) -> Vec<&String> {
    let mut tags: Vec<_> = tags.iter().collect();
    tags.sort();
    tags
}
