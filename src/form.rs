//! The edit form of a runner: what is typed, apart from what GitLab knows, with a pure way there and back.
//!
//! Trimming happens when the form is sent, not while somebody types. Knows nothing of requests and of markup.

mod check;
pub mod conflict;
mod field;
pub mod new_runner;
mod registration;
pub mod typed_token;

pub use field::{Field, Problem};

use crate::format::{duration, split_tags};
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_changes::RunnerChanges;

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four checkboxes that have nothing to do with each other")]
pub struct RunnerForm {
    /// As typed.
    pub description: String,
    /// One each, in the order they were added.
    pub tags: Vec<String>,
    /// As typed, such as `1h 30m`; empty for none.
    pub maximum_timeout: String,
    /// As typed.
    pub maintenance_note: String,
    /// Takes no new jobs.
    pub paused: bool,
    /// Also takes jobs that name no tags.
    pub run_untagged: bool,
    /// Only takes jobs of protected branches and tags.
    pub protected: bool,
    /// Cannot be assigned to other projects; offered for project runners only.
    pub locked: bool,
}

impl From<&RunnerDetails> for RunnerForm {
    fn from(details: &RunnerDetails) -> Self {
        // Text boxes have no carriage returns; with them an untouched one would look changed.
        let text = |text: Option<&str>| text.unwrap_or_default().replace("\r\n", "\n");
        Self {
            description: text(details.runner.description.as_deref()),
            tags: details.tag_list.clone(),
            maximum_timeout: details.maximum_timeout.map(|seconds| duration::short(seconds.into())).unwrap_or_default(),
            maintenance_note: text(details.maintenance_note.text()),
            paused: details.runner.is_paused(),
            run_untagged: details.run_untagged,
            protected: details.is_protected(),
            locked: details.locked,
        }
    }
}

impl RunnerForm {
    /// What to send so that the runner becomes what the form says; empty when it is that already.
    ///
    /// # Errors
    /// What GitLab is sure to refuse, for the fields at which to say it.
    pub fn changes(&self, original: &RunnerDetails) -> Result<RunnerChanges, Vec<Problem>> {
        let changed = self.changed_fields(original);
        if changed.is_empty() {
            return Ok(RunnerChanges::default());
        }
        let has = |field| changed.contains(&field);
        let problems = check::problems(self, has(Field::Tags));
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(self.only(has))
    }

    /// What it says in some of its fields.
    fn only(&self, has: impl Fn(Field) -> bool) -> RunnerChanges {
        let level = if self.protected { "ref_protected" } else { "not_protected" };
        RunnerChanges {
            description: has(Field::Description).then(|| self.description.trim().to_owned()),
            paused: has(Field::Paused).then_some(self.paused),
            tag_list: has(Field::Tags).then(|| self.clean_tags()),
            run_untagged: has(Field::RunUntagged).then_some(self.run_untagged),
            locked: has(Field::Locked).then_some(self.locked),
            access_level: has(Field::Protected).then_some(level),
            maximum_timeout: has(Field::MaximumTimeout).then(|| check::timeout(&self.maximum_timeout).ok().flatten()),
            maintenance_note: has(Field::MaintenanceNote).then(|| self.maintenance_note.trim().to_owned()),
            ..RunnerChanges::default()
        }
    }

    /// The fields that say something else than the runner as it was, in the order of the form.
    pub fn changed_fields(&self, original: &RunnerDetails) -> Vec<Field> {
        let (before, kind) = (Self::from(original), original.runner.kind());
        Field::ALL.into_iter().filter(|field| field.is_offered(&kind) && !self.agrees(&before, *field)).collect()
    }

    /// The tags as GitLab will keep them.
    pub fn clean_tags(&self) -> Vec<String> {
        split_tags(&self.tags.join(","))
    }

    /// What a field says, in words.
    pub fn shown(&self, field: Field) -> String {
        let text = match field {
            Field::Description => self.description.trim().to_owned(),
            Field::Tags => self.clean_tags().join(", "),
            Field::MaximumTimeout => match check::timeout(&self.maximum_timeout) {
                Ok(seconds) => seconds.map(|seconds| duration::words(seconds.into())).unwrap_or_default(),
                Err(_) => self.maximum_timeout.clone(),
            },
            Field::MaintenanceNote => self.maintenance_note.trim().to_owned(),
            Field::Paused => yes_or_no(self.paused),
            Field::RunUntagged => yes_or_no(self.run_untagged),
            Field::Protected => yes_or_no(self.protected),
            Field::Locked => yes_or_no(self.locked),
        };
        if text.is_empty() { "None".to_owned() } else { text }
    }

    /// Whether a field means the same in both.
    fn agrees(&self, other: &Self, field: Field) -> bool {
        match field {
            Field::Description => self.description.trim() == other.description.trim(),
            Field::Tags => self.sorted_tags() == other.sorted_tags(),
            Field::MaximumTimeout => {
                let (mine, theirs) = (self.maximum_timeout.trim(), other.maximum_timeout.trim());
                mine == theirs
                    || duration::parse_seconds(mine)
                        .is_some_and(|seconds| Some(seconds) == duration::parse_seconds(theirs))
            }
            Field::MaintenanceNote => self.maintenance_note.trim() == other.maintenance_note.trim(),
            Field::Paused => self.paused == other.paused,
            Field::RunUntagged => self.run_untagged == other.run_untagged,
            Field::Protected => self.protected == other.protected,
            Field::Locked => self.locked == other.locked,
        }
    }

    /// Takes over what another form says in a field.
    fn take(&mut self, field: Field, from: &Self) {
        match field {
            Field::Description => self.description.clone_from(&from.description),
            Field::Tags => self.tags.clone_from(&from.tags),
            Field::MaximumTimeout => self.maximum_timeout.clone_from(&from.maximum_timeout),
            Field::MaintenanceNote => self.maintenance_note.clone_from(&from.maintenance_note),
            Field::Paused => self.paused = from.paused,
            Field::RunUntagged => self.run_untagged = from.run_untagged,
            Field::Protected => self.protected = from.protected,
            Field::Locked => self.locked = from.locked,
        }
    }

    /// Their order means nothing to GitLab.
    fn sorted_tags(&self) -> Vec<String> {
        let mut tags = self.clean_tags();
        tags.sort_unstable();
        tags
    }
}

fn yes_or_no(answer: bool) -> String {
    if answer { "Yes" } else { "No" }.to_owned()
}

#[cfg(test)]
mod tests;
