//! What GraphQL says when a query cannot be answered as asked: a sentence, where, and a code for machines.

use serde::Serialize;
use serde_json::Value;

/// A place in the text of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// One member of `errors`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GraphqlError {
    /// The sentence.
    pub message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Position>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    path: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extensions: Option<Value>,
}

impl GraphqlError {
    /// An error of the query as a whole.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), locations: Vec::new(), path: Vec::new(), extensions: None }
    }

    /// The same at a place of the text.
    pub fn at(mut self, position: Position) -> Self {
        self.locations.push(position);
        self
    }

    /// The same of a field, named by the keys that lead to it.
    pub fn of<'k>(mut self, path: impl IntoIterator<Item = &'k str>) -> Self {
        self.path = path.into_iter().map(str::to_owned).collect();
        self
    }

    /// The same with what machines read: the code and the names of what it is about.
    pub fn coded(mut self, code: &str, names: &[(&str, &str)]) -> Self {
        let names = names.iter().map(|(key, name)| ((*key).to_owned(), Value::from(*name)));
        self.extensions = Some(std::iter::once(("code".to_owned(), Value::from(code))).chain(names).collect());
        self
    }

    /// Whether it says the same as another one at the same place.
    pub fn says(&self, other: &Self) -> bool {
        self.message == other.message && self.locations == other.locations
    }
}
