//! The order of the table.

use std::cmp::Ordering;
use std::fmt;

use super::natural::natural;
use super::{Column, Facts};

/// An order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub key: Column,
    /// Whether the last come first.
    pub descending: bool,
}

impl Sort {
    /// Reads the word of the address: a key, with `-` in front for descending.
    pub fn parse(word: &str) -> Option<Self> {
        let (key, descending) = word.strip_prefix('-').map_or((word, false), |key| (key, true));
        Column::known(key).map(|key| Self { key, descending })
    }

    /// What a click on the header of that key leads to: ascending first, then the other way round.
    #[must_use]
    pub fn toggled(current: Option<Self>, key: Column) -> Self {
        Self { key, descending: current == Some(Self { key, descending: false }) }
    }
}

impl fmt::Display for Sort {
    /// The word of the address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.descending { "-" } else { "" }, self.key.as_str())
    }
}

/// Which of two runners stands first. What is missing or not known stands last in both directions; equals go by id.
pub fn compare(sort: Sort, a: &Facts<'_>, b: &Facts<'_>) -> Ordering {
    let order = match sort.key {
        Column::Description => known_first(sort, text(a.description), text(b.description), natural),
        Column::Status => directed(sort, a.status.cmp(&b.status)),
        Column::Type => directed(sort, a.runner_type.cmp(&b.runner_type)),
        Column::Tags => known_first(sort, some(a.tags), some(b.tags), by_tags),
        Column::Version => known_first(sort, text(a.version), text(b.version), natural),
        Column::ContactedAt => known_first(sort, a.contacted_at, b.contacted_at, |a, b| a.cmp(&b)),
        Column::CreatedAt => known_first(sort, a.created_at, b.created_at, |a, b| a.cmp(&b)),
        _ => return directed(sort, a.id.cmp(&b.id)),
    };
    order.then(a.id.cmp(&b.id))
}

fn known_first<T>(sort: Sort, a: Option<T>, b: Option<T>, compare: impl Fn(T, T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => directed(sort, compare(a, b)),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn directed(sort: Sort, order: Ordering) -> Ordering {
    if sort.descending { order.reverse() } else { order }
}

fn text(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

fn some(tags: Option<&[String]>) -> Option<&[String]> {
    tags.filter(|tags| !tags.is_empty())
}

/// As by the joined text, without joining it.
fn by_tags(a: &[String], b: &[String]) -> Ordering {
    let differ = a.iter().zip(b).map(|(a, b)| natural(a, b)).find(|order| order.is_ne());
    differ.unwrap_or_else(|| a.len().cmp(&b.len()))
}

#[cfg(test)]
mod tests;
