//! What GitLab is sure to refuse, said before it is sent (`app/models/ci/runner.rb`, validations).
//!
//! GitLab validates the whole runner whenever it is saved, so a value that was bad before counts as well; only the
//! number of tags is looked at when they change.

use super::{Field, Problem, RunnerForm};
use crate::format::{count, duration};

/// Of description and maintenance note, in characters.
const LONGEST_TEXT: usize = 1024;

/// Tags of one runner (`Ci::Runner::TAG_LIST_MAX_LENGTH`).
const MOST_TAGS: usize = 50;

/// Of the maximum job timeout, in seconds (`maximum_timeout`).
const SHORTEST_TIMEOUT: u64 = 600;

/// What GitLab's column holds, in seconds.
const LONGEST_TIMEOUT: u64 = 2_147_483_647;

/// Everything wrong with a form of which something is to be saved, in the order of its fields.
pub(super) fn problems(form: &RunnerForm, tags_changed: bool) -> Vec<Problem> {
    let found = [
        (Field::Description, too_long(&form.description)),
        (Field::Tags, tags(form, tags_changed)),
        (Field::MaximumTimeout, timeout(&form.maximum_timeout).err().map(str::to_owned)),
        (Field::MaintenanceNote, too_long(&form.maintenance_note)),
    ];
    found.into_iter().filter_map(|(field, text)| Some(Problem { field, text: text? })).collect()
}

/// Reads the maximum job timeout in seconds; nothing typed is none.
pub(super) fn timeout(text: &str) -> Result<Option<u32>, &'static str> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match duration::parse_seconds(text) {
        None => Err("This is not a time. Enter one like 1h 30m."),
        Some(..SHORTEST_TIMEOUT) => Err("Enter at least 10 minutes, for example 1h 30m."),
        Some(seconds) if seconds <= LONGEST_TIMEOUT => Ok(u32::try_from(seconds).ok()),
        Some(_) => Err("This is longer than GitLab can keep. Enter a shorter time, for example 1h 30m."),
    }
}

fn too_long(text: &str) -> Option<String> {
    let length = text.trim().chars().count();
    (length > LONGEST_TEXT)
        .then(|| format!("Shorten this to {} characters. It has {}.", count(LONGEST_TEXT), count(length)))
}

fn tags(form: &RunnerForm, changed: bool) -> Option<String> {
    match form.clean_tags().len() {
        0 if !form.run_untagged => Some("Add a tag or turn on Run untagged jobs.".to_owned()),
        number if changed && number > MOST_TAGS => {
            Some(format!("GitLab takes {MOST_TAGS} tags at most. There are {}.", count(number)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timeouts_are_read_or_explained() {
        for (text, outcome) in [
            ("", Ok(None)),
            ("  ", Ok(None)),
            ("600", Ok(Some(600))),
            ("10m", Ok(Some(600))),
            ("1h 30m", Ok(Some(5400))),
            ("2147483647", Ok(Some(2_147_483_647))),
            ("0", Err("Enter at least 10 minutes, for example 1h 30m.")),
            ("599", Err("Enter at least 10 minutes, for example 1h 30m.")),
            ("9m 59s", Err("Enter at least 10 minutes, for example 1h 30m.")),
            ("soon", Err("This is not a time. Enter one like 1h 30m.")),
            ("-1", Err("This is not a time. Enter one like 1h 30m.")),
            ("2147483648", Err("This is longer than GitLab can keep. Enter a shorter time, for example 1h 30m.")),
            ("30000d", Err("This is longer than GitLab can keep. Enter a shorter time, for example 1h 30m.")),
        ] {
            assert_eq!(timeout(text), outcome, "{text}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_without_space_around() {
        assert_eq!(too_long(&format!(" {} ", "\u{1f680}".repeat(1024))), None);
        assert_eq!(too_long(&"x".repeat(1025)).as_deref(), Some("Shorten this to 1,024 characters. It has 1,025."));
    }
}
