//! The order of the table.

use std::cmp::Ordering;
use std::fmt;

use super::Facts;
use super::natural::natural;

/// What the table is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// The name people gave it.
    Description,
    /// Online, offline, stale, never contacted.
    Status,
    /// Instance, group, project.
    Type,
    /// First tag, then the second, and so on.
    Tags,
    /// By its numbers.
    Version,
    /// Never counts as the longest ago.
    ContactedAt,
    /// When it was made.
    CreatedAt,
    /// GitLab's number.
    #[default]
    Id,
}

impl SortKey {
    /// Every key.
    pub const ALL: [Self; 8] = [
        Self::Description,
        Self::Status,
        Self::Type,
        Self::Tags,
        Self::Version,
        Self::ContactedAt,
        Self::CreatedAt,
        Self::Id,
    ];

    /// The word of the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Description => "description",
            Self::Status => "status",
            Self::Type => "type",
            Self::Tags => "tags",
            Self::Version => "version",
            Self::ContactedAt => "contacted_at",
            Self::CreatedAt => "created_at",
            Self::Id => "id",
        }
    }
}

/// An order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether the last come first.
    pub descending: bool,
}

impl Sort {
    /// Reads the word of the address: a key, with `-` in front for descending.
    pub fn parse(word: &str) -> Option<Self> {
        let (key, descending) = word.strip_prefix('-').map_or((word, false), |key| (key, true));
        SortKey::ALL.into_iter().find(|known| known.as_str() == key).map(|key| Self { key, descending })
    }

    /// What a click on the header of that key leads to: ascending first, then the other way round.
    #[must_use]
    pub fn toggled(current: Option<Self>, key: SortKey) -> Self {
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
        SortKey::Description => known_first(sort, text(a.description), text(b.description), natural),
        SortKey::Status => directed(sort, a.status.cmp(&b.status)),
        SortKey::Type => directed(sort, a.runner_type.cmp(&b.runner_type)),
        SortKey::Tags => known_first(sort, some(a.tags), some(b.tags), by_tags),
        SortKey::Version => known_first(sort, text(a.version), text(b.version), natural),
        SortKey::ContactedAt => known_first(sort, a.contacted_at, b.contacted_at, |a, b| a.cmp(&b)),
        SortKey::CreatedAt => known_first(sort, a.created_at, b.created_at, |a, b| a.cmp(&b)),
        SortKey::Id => return directed(sort, a.id.cmp(&b.id)),
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
