//! What is shown, to be taken elsewhere: as CSV, JSON or rows for a spreadsheet, and as `curl` commands that ask GitLab for
//! the same. Pure texts of what is loaded. There is no token in any of them.

use std::collections::HashSet;
use std::sync::Arc;

pub mod curl;
mod field;
mod json;
mod separated;

use crate::fleet::{Cell, Fleet, Line, lines};
use crate::gitlab::timestamp::Timestamp;
use crate::search::{Column, Layout};
use field::{Field, fields};

/// What somebody wants of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// A file with values between commas.
    Csv,
    /// A file with an array of objects.
    Json,
    /// Rows in the clipboard, to be pasted into a spreadsheet.
    Rows,
    /// The requests in the clipboard, as commands.
    Curl,
}

impl Export {
    /// Each, in the order in which they stand.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::Rows, Self::Curl];

    /// The words on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Rows => "Copy rows",
            Self::Curl => "Copy as curl",
        }
    }
}

/// Rows and columns that were chosen.
pub struct Sheet<'a> {
    fleet: &'a Fleet,
    places: &'a [u32],
    fields: Vec<Field>,
}

impl<'a> Sheet<'a> {
    /// Of the runners at these places, these columns. The id is always the first.
    pub fn new(fleet: &'a Fleet, places: &'a [u32], columns: impl IntoIterator<Item = Column>) -> Self {
        Self { fleet, places, fields: fields(columns) }
    }

    /// As RFC 4180 has it, with a head, and with the mark by which spreadsheets know UTF-8.
    pub fn csv(&self) -> String {
        separated::csv(self)
    }

    /// With tabs and without a head, to be pasted.
    pub fn rows(&self) -> String {
        separated::rows(self)
    }

    /// An array of objects.
    pub fn json(&self) -> String {
        json::json(self)
    }

    /// How many of the runners have a cell that is unknown because their details are not loaded.
    pub fn not_loaded(&self) -> usize {
        let lacks = |place: &&u32| {
            let look = self.fleet.at(**place);
            !look.is_known() && self.fields.iter().any(|field| field.cell(look) == Cell::Unknown)
        };
        self.places.iter().filter(lacks).count()
    }
}

/// The places of the runners of the table, each once: as they stand below the heads of groups, closed groups included.
pub fn places(fleet: &Fleet, order: Arc<Vec<u32>>, group_by: Option<Column>) -> Vec<u32> {
    let mut seen = HashSet::new();
    let place = |line| match line {
        Line::Runner(place) => Some(place),
        Line::Head(_) => None,
    };
    let all = lines(fleet, order, &Layout { group_by, ..Layout::default() });
    all.iter().filter_map(place).filter(|place| group_by.is_none() || seen.insert(*place)).collect()
}

/// The name of a file: `runners-gitlab.example.com-2026-03-01.csv`. `now` is in epoch milliseconds.
pub fn file_name(host: &str, now: i64, ending: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' };
    let host: String = host.chars().map(safe).collect();
    let now = Timestamp(now).to_iso();
    format!("runners-{host}-{}.{ending}", now.split('T').next().unwrap_or_default())
}

#[cfg(test)]
mod tests;
