//! The values that a filter can have among some runners, each with how many have it.

use super::{Cell, Fleet};
use crate::search::{Column, by_name};

/// The values of a column among some runners.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facet {
    /// Each value as GitLab writes it, and how many have it; in the order people expect.
    pub values: Vec<(String, usize)>,
    /// How many have none.
    pub empty: usize,
    /// Of how many it is not known.
    pub unknown: usize,
}

/// Counts the values of a column.
pub fn facet(fleet: &Fleet, places: &[u32], column: Column) -> Facet {
    let mut counts = std::collections::HashMap::<String, usize>::new();
    let mut facet = Facet::default();
    let mut count = |word: &str| match counts.get_mut(word) {
        Some(count) => *count += 1,
        None => drop(counts.insert(word.to_owned(), 1)),
    };
    for place in places {
        match fleet.at(*place).cell(column) {
            Cell::Unknown => facet.unknown += 1,
            Cell::Empty | Cell::Never => facet.empty += 1,
            Cell::Text(word) => count(word),
            Cell::List(words) => words.into_iter().for_each(&mut count),
            Cell::Flag(on) => count(if on { "true" } else { "false" }),
            Cell::Number(number) => count(&number.to_string()),
            Cell::Seconds(seconds) => count(&seconds.to_string()),
            Cell::Time(_) => {}
        }
    }
    facet.values = counts.into_iter().collect();
    facet.values.sort_unstable_by(|(a, _), (b, _)| by_name(a, b).then_with(|| a.cmp(b)));
    facet
}
