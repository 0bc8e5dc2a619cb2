//! Coercion and validation of parameters as Grape does it: all problems are collected before any is told.

use serde_json::Value;

use super::Params;
use crate::refusal::Refusal;
use crate::tags;

const YES: [&str; 14] = ["1", "on", "On", "ON", "t", "true", "True", "TRUE", "T", "y", "yes", "Yes", "YES", "Y"];
const NO: [&str; 14] = ["0", "off", "Off", "OFF", "f", "false", "False", "FALSE", "F", "n", "no", "No", "NO", "N"];

/// A validation under way. Asked-for values are coerced in place, for they come back in `Link` headers.
pub struct Check {
    params: Params,
    problems: Vec<String>,
}

impl Check {
    /// Begins with what the request brought.
    pub fn new(params: &Params) -> Self {
        Self { params: params.clone(), problems: Vec::new() }
    }

    /// Whether the request names a parameter, null included.
    pub fn has(&self, key: &str) -> bool {
        self.params.get(key).is_some()
    }

    /// Notes a problem.
    pub fn problem(&mut self, problem: impl Into<String>) {
        self.problems.push(problem.into());
    }

    /// Fills in what the request did not name.
    pub fn default(&mut self, key: &str, value: impl Into<Value>) {
        if !self.has(key) {
            self.params.set(key, value);
        }
    }

    /// Notes a problem if the request does not name a parameter.
    pub fn required(&mut self, key: &str) {
        if !self.has(key) {
            self.problem(format!("{key} is missing"));
        }
    }

    /// Notes a problem if the request names both of two parameters.
    pub fn exclusive(&mut self, keys: [&str; 2]) {
        if keys.iter().all(|key| self.has(key)) {
            self.problem(format!("{} are mutually exclusive", keys.join(", ")));
        }
    }

    /// A whole number; blank and null are none.
    pub fn integer(&mut self, key: &str) -> Option<i64> {
        let number = match self.params.get(key)? {
            Value::Null => return None,
            Value::String(text) if text.trim().is_empty() => {
                self.params.set(key, Value::Null);
                return None;
            }
            // What exceeds 64 bits is still a number, only one beyond every row.
            Value::String(text) if is_integer(text) => Some(text.trim().parse().unwrap_or(i64::MAX)),
            Value::Number(number) => number.as_i64(),
            _ => None,
        };
        self.coerced(key, number)
    }

    /// Yes or no; blank and null are neither.
    pub fn boolean(&mut self, key: &str) -> Option<bool> {
        let flag = match self.params.get(key)? {
            Value::Null => return None,
            Value::String(text) if text.is_empty() => {
                self.params.set(key, Value::Null);
                return None;
            }
            Value::Bool(flag) => Some(*flag),
            Value::String(text) => read_flag(text),
            Value::Number(number) => read_flag(&number.to_string()),
            _ => None,
        };
        self.coerced(key, flag)
    }

    /// A text; null is none.
    pub fn text(&mut self, key: &str) -> Option<String> {
        let text = match self.params.get(key)? {
            Value::Null => return None,
            Value::String(text) => Some(text.clone()),
            Value::Bool(_) | Value::Number(_) => self.params.get(key).map(ToString::to_string),
            _ => None,
        };
        self.coerced(key, text)
    }

    /// One of a closed set of words; null is none.
    pub fn word(&mut self, key: &str, words: &[&str]) -> Option<String> {
        let problems = self.problems.len();
        let word = self.text(key);
        let known = word.as_deref().is_none_or(|word| words.contains(&word));
        if known && problems == self.problems.len() {
            return word;
        }
        self.problem(format!("{key} does not have a valid value"));
        None
    }

    /// One of a closed set of words, which must be there: what is missing is none of the words either.
    pub fn required_word(&mut self, key: &str, words: &[&str]) -> Option<String> {
        self.required(key);
        let problems = self.problems.len();
        let word = self.word(key, words);
        if word.is_none() && problems == self.problems.len() {
            self.problem(format!("{key} does not have a valid value"));
        }
        word
    }

    /// A list of tags: an array, or one text with commas. Whatever else is there is an empty list.
    pub fn tags(&mut self, key: &str) -> Option<Vec<String>> {
        let tags = match self.params.get(key)? {
            Value::String(text) => tags::split(text),
            Value::Array(list) => list.iter().flat_map(|item| tags::split(&plain(item))).collect(),
            _ => Vec::new(),
        };
        self.params.set(key, tags.clone());
        Some(tags)
    }

    /// Ends the validation: the coerced parameters, or every problem in one sentence.
    pub fn finish(self) -> Result<Params, Refusal> {
        if self.problems.is_empty() { Ok(self.params) } else { Err(Refusal::invalid_params(&self.problems.join(", "))) }
    }

    fn coerced<T: Clone + Into<Value>>(&mut self, key: &str, value: Option<T>) -> Option<T> {
        match &value {
            Some(value) => self.params.set(key, value.clone()),
            None => self.problem(format!("{key} is invalid")),
        }
        value
    }
}

fn is_integer(text: &str) -> bool {
    let text = text.trim();
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

fn read_flag(text: &str) -> Option<bool> {
    if YES.contains(&text) {
        return Some(true);
    }
    NO.contains(&text).then_some(false)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(params: &Value) -> Check {
        let mut map = Params::default();
        map.add_body(None, params.to_string().as_bytes()).unwrap();
        Check::new(&map)
    }

    fn problems(check: Check) -> String {
        check.finish().unwrap_err().body["error"].as_str().unwrap().to_owned()
    }

    #[test]
    fn booleans_come_in_many_spellings() {
        for (value, expected) in
            [(json!("1"), true), (json!("off"), false), (json!(0), false), (json!(true), true), (json!("yes"), true)]
        {
            assert_eq!(check(&json!({"paused": value})).boolean("paused"), Some(expected), "{value}");
        }
        for value in [json!(null), json!("")] {
            assert_eq!(check(&json!({"paused": value})).boolean("paused"), None);
        }
    }

    #[test]
    fn what_is_no_number_or_flag_is_invalid() {
        let mut check = check(&json!({"page": "x", "per_page": "1.5", "paused": "maybe", "id": "12", "text": {}}));
        assert_eq!((check.integer("page"), check.integer("per_page"), check.boolean("paused")), (None, None, None));
        assert_eq!(check.integer("id"), Some(12));
        assert_eq!(check.text("text"), None);
        assert_eq!(problems(check), "page is invalid, per_page is invalid, paused is invalid, text is invalid");
    }

    #[test]
    fn numbers_beyond_every_row_are_numbers() {
        assert_eq!(check(&json!({"id": "99999999999999999999"})).integer("id"), Some(i64::MAX));
    }

    #[test]
    fn words_outside_the_list_have_no_valid_value() {
        let mut bad = check(&json!({"status": "ready", "type": ""}));
        bad.word("status", &["online"]);
        bad.word("type", &["online"]);
        assert_eq!(problems(bad), "status does not have a valid value, type does not have a valid value");
        assert_eq!(check(&json!({"status": null})).word("status", &["online"]), None);
    }

    #[test]
    fn what_is_required_must_be_named() {
        let mut nothing = check(&json!({"group_id": null}));
        nothing.required("token");
        nothing.required("group_id");
        nothing.required_word("runner_type", &["group_type"]);
        assert_eq!(
            problems(nothing),
            "token is missing, runner_type is missing, runner_type does not have a valid value"
        );
        let mut null = check(&json!({"runner_type": null}));
        assert_eq!(null.required_word("runner_type", &["group_type"]), None);
        assert_eq!(problems(null), "runner_type does not have a valid value");
    }

    #[test]
    fn two_parameters_may_exclude_each_other() {
        let mut both = check(&json!({"active": null, "paused": true}));
        both.exclusive(["active", "paused"]);
        assert_eq!(problems(both), "active, paused are mutually exclusive");
    }

    #[test]
    fn tags_come_as_text_or_array_and_null_clears() {
        for (value, expected) in [
            (json!("a, b,,"), vec!["a", "b"]),
            (json!(["a,b", "c"]), vec!["a", "b", "c"]),
            (json!(null), vec![]),
            (json!(""), vec![]),
        ] {
            assert_eq!(
                check(&json!({"tag_list": value})).tags("tag_list"),
                Some(expected.into_iter().map(str::to_owned).collect())
            );
        }
        assert_eq!(check(&json!({})).tags("tag_list"), None);
    }
}
