//! One field of a row: a column of the table, or what the table says beside another.

use std::borrow::Cow;

use crate::fleet::{Cell, Look};
use crate::gitlab::term::{JobExecutionStatus, RunnerStatus, RunnerType};
use crate::gitlab::timestamp::Timestamp;
use crate::search::Column;

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// As the table has it.
    Column(Column),
    /// The table says it in the cell of the status.
    Paused,
}

/// The fields of some columns: the id first, none twice, and beside the status whether it is paused.
pub fn fields(columns: impl IntoIterator<Item = Column>) -> Vec<Field> {
    let mut fields = vec![Field::Column(Column::Id)];
    for column in columns {
        if !fields.contains(&Field::Column(column)) {
            fields.push(Field::Column(column));
            if column == Column::Status {
                fields.push(Field::Paused);
            }
        }
    }
    fields
}

impl Field {
    /// What stands above it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Column(column) => column.label(),
            Self::Paused => "Paused",
        }
    }

    /// Its word for machines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Column(column) => column.as_str(),
            Self::Paused => "paused",
        }
    }

    /// Whether several words can stand in it.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Column(column) if column.is_list())
    }

    /// What stands in it.
    pub fn cell(self, look: Look<'_>) -> Cell<'_> {
        match self {
            Self::Column(column) => look.cell(column),
            Self::Paused => Cell::Flag(look.is_paused()),
        }
    }

    /// What stands in it, as a person reads it.
    pub fn text(self, look: Look<'_>) -> Cow<'_, str> {
        Cow::Borrowed(match self.cell(look) {
            Cell::Unknown => "unknown",
            Cell::Empty => "",
            Cell::Never => "never",
            Cell::Flag(true) => "yes",
            Cell::Flag(false) => "no",
            Cell::Text(word) => return self.labelled(word),
            Cell::List(words) => return words.join(", ").into(),
            Cell::Number(number) => return number.to_string().into(),
            Cell::Seconds(seconds) => return seconds.to_string().into(),
            Cell::Time(ms) => return Timestamp(ms).to_iso().into(),
        })
    }

    /// GitLab's words in the words of the table.
    fn labelled(self, word: &str) -> Cow<'_, str> {
        match self {
            Self::Column(Column::Status) => RunnerStatus::from(word).label().to_owned().into(),
            Self::Column(Column::Type) => RunnerType::from(word).label().to_owned().into(),
            Self::Column(Column::Activity) => JobExecutionStatus::from(word).label().to_owned().into(),
            _ => word.into(),
        }
    }
}
