//! Reads one object of a world file key by key and refuses what is left. It does not know which keys there are.

use std::fmt;

use serde_json::{Map, Value};

use crate::time;

/// Why a world is no world: the path of the key at fault, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldError {
    /// Where, e.g. `runners[3].projects[0]`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub why: String,
}

impl WorldError {
    /// An error at a path.
    pub fn new(path: impl Into<String>, why: impl Into<String>) -> Self {
        Self { path: path.into(), why: why.into() }
    }
}

impl fmt::Display for WorldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.why) } else { write!(f, "{}: {}", self.path, self.why) }
    }
}

impl std::error::Error for WorldError {}

type Read<T> = Result<T, WorldError>;

/// An object under way: each key that is asked for is taken out.
pub struct Fields {
    path: String,
    start: i64,
    map: Map<String, Value>,
}

impl Fields {
    /// Opens the object at a path; relative times in it count from `start`.
    pub fn open(value: Value, path: impl Into<String>, start: i64) -> Read<Self> {
        let path = path.into();
        match value {
            Value::Object(map) => Ok(Self { path, start, map }),
            other => Err(WorldError::new(path, format!("expected an object, found {}", kind(&other)))),
        }
    }

    /// The path of a key of this object.
    pub fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// An error at a key of this object.
    pub fn bad<T>(&self, key: &str, why: impl Into<String>) -> Read<T> {
        Err(WorldError::new(self.at(key), why))
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// The key's raw value, if it is there.
    pub fn take(&mut self, key: &str) -> Option<Value> {
        self.map.remove(key)
    }

    /// A text that may be missing or null.
    pub fn text(&mut self, key: &str) -> Read<Option<String>> {
        match self.take(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => self.wrong(key, "a text", &other),
        }
    }

    /// A text that must be there.
    pub fn needed_text(&mut self, key: &str) -> Read<String> {
        match self.text(key)? {
            Some(text) => Ok(text),
            None => self.bad(key, "is missing"),
        }
    }

    /// A whole number that may be missing or null.
    pub fn number(&mut self, key: &str) -> Read<Option<u64>> {
        match self.take(key) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => match value.as_u64() {
                Some(number) => Ok(Some(number)),
                None => self.wrong(key, "a whole number", &value),
            },
        }
    }

    /// The id, which must be there.
    pub fn id(&mut self) -> Read<u64> {
        match self.number("id")? {
            Some(0) => self.bad("id", "must be at least 1"),
            Some(id) => Ok(id),
            None => self.bad("id", "is missing"),
        }
    }

    /// Yes or no, with what it is when left out.
    pub fn flag(&mut self, key: &str, default: bool) -> Read<bool> {
        match self.take(key) {
            None => Ok(default),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(other) => self.wrong(key, "true or false", &other),
        }
    }

    /// An instant that may be missing or null.
    pub fn time(&mut self, key: &str) -> Read<Option<i64>> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        match time::parse_from(&text, self.start) {
            Some(instant) => Ok(Some(instant)),
            None => self.bad(key, format!("{text:?} is no time (such as \"2026-11-01T09:30:00Z\" or \"-3h\")")),
        }
    }

    /// One of a closed set of words, with what it is when left out.
    pub fn word<T>(&mut self, key: &str, words: &[&str], read: fn(&str) -> Option<T>) -> Read<Option<T>> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        match read(&text) {
            Some(word) => Ok(Some(word)),
            None => self.bad(key, format!("{text:?} is none of {}", words.join(", "))),
        }
    }

    /// A list that may be missing, each member with its path.
    pub fn list(&mut self, key: &str) -> Read<Vec<(String, Value)>> {
        let at = self.at(key);
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => {
                Ok(items.into_iter().enumerate().map(|(i, item)| (format!("{at}[{i}]"), item)).collect())
            }
            Some(other) => self.wrong(key, "a list", &other),
        }
    }

    /// A list of texts, each with its path.
    pub fn texts(&mut self, key: &str) -> Read<Vec<(String, String)>> {
        let text = |(path, value)| match value {
            Value::String(text) => Ok((path, text)),
            other => Err(WorldError::new(path, format!("expected a text, found {}", kind(&other)))),
        };
        self.list(key)?.into_iter().map(text).collect()
    }

    /// The objects of a list.
    pub fn objects(&mut self, key: &str) -> Read<Vec<Fields>> {
        let start = self.start;
        self.list(key)?.into_iter().map(|(path, value)| Fields::open(value, path, start)).collect()
    }

    /// The object of a key, if it is there.
    pub fn object(&mut self, key: &str) -> Read<Option<Fields>> {
        match self.take(key) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => Fields::open(value, self.at(key), self.start).map(Some),
        }
    }

    /// The keys nobody asked for yet, in order.
    pub fn rest(&mut self) -> Map<String, Value> {
        std::mem::take(&mut self.map)
    }

    /// Ends the reading: a key that nobody asked for is an error.
    pub fn close(self) -> Read<()> {
        match self.map.keys().next() {
            None => Ok(()),
            Some(key) => self.bad(key, "no such key"),
        }
    }

    /// The instant that relative times count from.
    pub fn start(&self) -> i64 {
        self.start
    }

    fn wrong<T>(&self, key: &str, expected: &str, found: &Value) -> Read<T> {
        self.bad(key, format!("expected {expected}, found {}", kind(found)))
    }
}

fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(value: Value) -> Fields {
        Fields::open(value, "runners[3]", 0).unwrap()
    }

    #[test]
    fn a_bad_value_is_named_by_its_path() {
        let mut runner = fields(json!({"paused": "no", "id": -1, "tags": ["a", 7], "created_at": "soon"}));
        assert_eq!(
            runner.flag("paused", false).unwrap_err().to_string(),
            "runners[3].paused: expected true or false, found \"no\""
        );
        assert_eq!(runner.id().unwrap_err().to_string(), "runners[3].id: expected a whole number, found -1");
        assert_eq!(runner.texts("tags").unwrap_err().to_string(), "runners[3].tags[1]: expected a text, found 7");
        assert_eq!(runner.time("created_at").unwrap_err().path, "runners[3].created_at");
    }

    #[test]
    fn an_unknown_key_is_refused_when_the_object_is_closed() {
        assert_eq!(fields(json!({"pausd": true})).close().unwrap_err().to_string(), "runners[3].pausd: no such key");
    }

    #[test]
    fn what_is_left_out_takes_its_default() {
        let mut runner = fields(json!({"description": null}));
        assert_eq!(runner.text("description"), Ok(None));
        assert_eq!(runner.flag("locked", true), Ok(true));
        assert_eq!(runner.list("tags"), Ok(Vec::new()));
        assert_eq!(runner.close(), Ok(()));
    }
}
