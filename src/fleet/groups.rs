//! Rows that agree in a column, put together under heads.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Cell, Fleet};
use crate::search::{Column, Layout, by_name};

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The runner at a place.
    Runner(u32),
    /// The head of a group, by its number.
    Head(u32),
}

/// The head of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What its runners agree in, as words on the page.
    pub label: String,
    /// How many they are.
    pub count: usize,
    /// Whether its rows are shown.
    pub open: bool,
}

/// The lines of the table, and its groups if it has any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// From top to bottom, if it has groups.
    grouped: Vec<Line>,
    /// The runners that are shown or in closed groups, each once; the lines, if there are no groups.
    order: Arc<Vec<u32>>,
    /// The groups, by number.
    pub groups: Vec<Group>,
}

impl Lines {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        if self.groups.is_empty() { self.order.len() } else { self.grouped.len() }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The line at a place, from the top.
    pub fn get(&self, place: usize) -> Option<Line> {
        if self.groups.is_empty() {
            self.order.get(place).copied().map(Line::Runner)
        } else {
            self.grouped.get(place).copied()
        }
    }

    /// From top to bottom.
    pub fn iter(&self) -> impl Iterator<Item = Line> + '_ {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// The places of the runners that are shown or in closed groups, each once.
    pub fn runners(&self) -> &[u32] {
        &self.order
    }
}

/// Puts runners under heads, if the layout says so. Under each of its tags stands a runner again.
pub fn lines(fleet: &Fleet, order: Arc<Vec<u32>>, layout: &Layout) -> Lines {
    let Some(column) = layout.group_by else { return Lines { order, ..Lines::default() } };
    let mut members: HashMap<Option<&str>, Vec<u32>> = HashMap::new();
    for place in order.iter() {
        match fleet.at(*place).cell(column) {
            Cell::List(words) => words.into_iter().for_each(|word| members.entry(Some(word)).or_default().push(*place)),
            Cell::Text(word) => members.entry(Some(word)).or_default().push(*place),
            Cell::Unknown => members.entry(None).or_default().push(*place),
            _ => members.entry(Some("")).or_default().push(*place),
        }
    }
    let mut sorted: Vec<(Option<&str>, Vec<u32>)> = members.into_iter().collect();
    // What has no value stands last, what is not known after it.
    sorted.sort_by(|(a, _), (b, _)| {
        let missing = |word: Option<&str>| word.map_or(2, |word| u8::from(word.is_empty()));
        let names = (a.unwrap_or_default(), b.unwrap_or_default());
        missing(*a).cmp(&missing(*b)).then_with(|| by_name(names.0, names.1)).then_with(|| a.cmp(b))
    });
    let mut lines = Lines { order, ..Lines::default() };
    for (word, places) in sorted {
        let label = label(column, word);
        let open = !layout.is_closed(&label);
        lines.grouped.push(Line::Head(u32::try_from(lines.groups.len()).unwrap_or(u32::MAX)));
        lines.groups.push(Group { count: places.len(), open, label });
        if open {
            lines.grouped.extend(places.into_iter().map(Line::Runner));
        }
    }
    lines
}

/// The words of a group's head.
fn label(column: Column, word: Option<&str>) -> String {
    use crate::gitlab::term::{RunnerStatus, RunnerType};
    match (column, word) {
        (_, None) => "Not loaded".to_owned(),
        (Column::Tags, Some("")) => "No tags".to_owned(),
        (_, Some("")) => format!("No {}", column.label().to_lowercase()),
        (Column::Status, Some(word)) => RunnerStatus::from(word).label().to_owned(),
        (Column::Type, Some(word)) => RunnerType::from(word).label().to_owned(),
        (_, Some(word)) => word.to_owned(),
    }
}
