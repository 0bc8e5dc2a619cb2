//! What every stored runner must fulfil (`app/models/ci/runner.rb`). It does not know who asks.

use serde_json::{Map, Value, json};

use crate::world::runner::Runner;

const MAX_TAGS: usize = 50;
const MAX_TEXT: usize = 1_024;
const MIN_TIMEOUT: i64 = 600;

/// The problems of a runner by attribute; the number of tags counts only when they changed.
pub fn problems(runner: &Runner, tags_changed: bool) -> Map<String, Value> {
    let mut tags = Vec::new();
    if runner.tags.is_empty() && !runner.run_untagged {
        tags.push("can not be empty when runner is not allowed to pick untagged jobs".to_owned());
    }
    if tags_changed && runner.tags.len() > MAX_TAGS {
        tags.push(format!("Too many tags specified. Please limit the number of tags to {MAX_TAGS}"));
    }
    let timeout = runner.maximum_timeout.filter(|timeout| *timeout < MIN_TIMEOUT);
    let timeout = timeout.map(|_| "needs to be at least 10 minutes".to_owned());
    let all = [
        ("tags_list", tags),
        ("description", too_long(runner.description.as_deref())),
        ("maintenance_note", too_long(runner.maintenance_note.as_deref())),
        ("maximum_timeout", timeout.into_iter().collect()),
    ];
    let told = all.into_iter().filter(|(_, texts)| !texts.is_empty());
    told.map(|(attribute, texts)| (attribute.to_owned(), json!(texts))).collect()
}

/// The problems in one sentence, each after its attribute.
pub fn sentence(problems: &Map<String, Value>) -> String {
    let of_one = |(attribute, texts): (&String, &Value)| {
        let texts = texts.as_array().into_iter().flatten().filter_map(Value::as_str);
        texts.map(|text| format!("{} {text}", humanize(attribute))).collect::<Vec<_>>()
    };
    let mut all: Vec<String> = problems.iter().flat_map(of_one).collect();
    let Some(last) = all.pop() else { return String::new() };
    match all.as_slice() {
        [] => last,
        [first] => format!("{first} and {last}"),
        several => format!("{}, and {last}", several.join(", ")),
    }
}

/// An attribute as Rails names it to people: `tags_list` is "Tags list".
fn humanize(attribute: &str) -> String {
    let mut letters = attribute.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).map(|letter| if letter == '_' { ' ' } else { letter }).collect()
}

fn too_long(text: Option<&str>) -> Vec<String> {
    let long = text.is_some_and(|text| text.chars().count() > MAX_TEXT);
    long.then(|| format!("is too long (maximum is {MAX_TEXT} characters)")).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_make_one_sentence() {
        for (problems, expected) in [
            (json!({}), ""),
            (json!({"tags_list": ["is bad"]}), "Tags list is bad"),
            (json!({"a": ["is bad", "is worse"]}), "A is bad and A is worse"),
            (json!({"a": ["x"], "b": ["y"], "maximum_timeout": ["z"]}), "A x, B y, and Maximum timeout z"),
        ] {
            assert_eq!(sentence(problems.as_object().unwrap()), expected);
        }
    }
}
