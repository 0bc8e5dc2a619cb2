//! The order of the table.

use std::fmt;

use super::Column;

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

/// The order of the table, and the one among those that are equal in it.
pub type Order = (Option<Sort>, Option<Sort>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_read_and_write() {
        for key in Column::ALL.iter().copied() {
            for descending in [false, true] {
                let sort = Sort { key, descending };
                assert_eq!(Sort::parse(&sort.to_string()), Some(sort));
            }
        }
        for word in ["", "-", "--id", "name", "ID"] {
            assert_eq!(Sort::parse(word), None, "{word}");
        }
    }

    #[test]
    fn a_header_turns_its_own_order_round() {
        let up = Sort { key: Column::Status, descending: false };
        let down = Sort { descending: true, ..up };
        assert_eq!(Sort::toggled(None, Column::Status), up);
        assert_eq!(Sort::toggled(Some(up), Column::Status), down);
        assert_eq!(Sort::toggled(Some(down), Column::Status), up);
        assert_eq!(Sort::toggled(Some(down), Column::Id), Sort { key: Column::Id, descending: false });
    }
}
