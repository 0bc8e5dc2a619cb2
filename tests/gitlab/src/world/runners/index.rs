//! What lists select runners by, side by side in memory: a list of a hundred thousand is gone through in no time.

use std::collections::HashMap;
use std::hash::Hash;

use crate::words::RunnerType;
use crate::world::runner::Runner;

/// The runners in the order of their ids.
#[derive(Debug)]
pub struct Index {
    /// What each is.
    pub rows: Vec<Row>,
    /// The group of each.
    pub groups: Column<u64>,
    /// The projects of each.
    pub projects: Column<u64>,
}

/// What a runner is.
#[derive(Debug)]
pub struct Row {
    /// Its number.
    pub id: u64,
    /// What it serves.
    pub kind: RunnerType,
    /// Whether it takes no new jobs.
    pub paused: bool,
    /// When it was made.
    pub created_at: i64,
    /// When it last called.
    pub contacted_at: Option<i64>,
}

/// The values that each row has, of few different ones.
#[derive(Debug)]
pub struct Column<T> {
    /// The different values.
    values: Vec<T>,
    /// Which of them all rows have, one row's after the other's.
    places: Vec<u32>,
    /// Where each row's end.
    ends: Vec<usize>,
}

/// The different values of a column by whether they are wanted.
pub struct Mask(Vec<bool>);

impl Index {
    /// The index of runners.
    pub fn of<'w>(runners: impl Iterator<Item = &'w Runner>) -> Self {
        let (mut rows, mut groups, mut projects) = (Vec::new(), Writer::new(), Writer::new());
        for runner in runners {
            rows.push(Row::of(runner));
            groups.push(runner.group.iter());
            projects.push(runner.projects.iter());
        }
        Self { rows, groups: groups.column, projects: projects.column }
    }

    /// Writes again what a runner is; its places must be the same.
    pub fn renew(&mut self, runner: &Runner) {
        if let Ok(at) = self.rows.binary_search_by_key(&runner.id, |row| row.id) {
            self.rows[at] = Row::of(runner);
        }
    }
}

impl Row {
    fn of(runner: &Runner) -> Self {
        Self {
            id: runner.id,
            kind: runner.kind,
            paused: runner.paused,
            created_at: runner.created_at,
            contacted_at: runner.contacted_at,
        }
    }
}

/// A column on which more is written.
struct Writer<'w, T> {
    column: Column<T>,
    known: HashMap<&'w T, u32>,
}

impl<'w, T: Clone + Eq + Hash> Writer<'w, T> {
    fn new() -> Self {
        let column = Column { values: Vec::new(), places: Vec::new(), ends: Vec::new() };
        Self { column, known: HashMap::new() }
    }

    fn push(&mut self, row: impl Iterator<Item = &'w T>) {
        let column = &mut self.column;
        for value in row {
            let place = *self.known.entry(value).or_insert_with(|| {
                column.values.push(value.clone());
                u32::try_from(column.values.len() - 1).unwrap_or(u32::MAX)
            });
            column.places.push(place);
        }
        column.ends.push(column.places.len());
    }
}

impl<T: Clone + Eq + Hash> Column<T> {
    /// The column of values row by row.
    pub fn of<'w>(rows: impl Iterator<Item = impl Iterator<Item = &'w T>>) -> Self
    where
        T: 'w,
    {
        let mut writer = Writer::new();
        rows.for_each(|row| writer.push(row));
        writer.column
    }

    /// Which of the values are wanted.
    pub fn mask(&self, wanted: impl Fn(&T) -> bool) -> Mask {
        Mask(self.values.iter().map(wanted).collect())
    }

    /// How many of a row's values are wanted.
    pub fn count(&self, row: usize, mask: &Mask) -> usize {
        let begin = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        let places = &self.places[begin..self.ends[row]];
        places.iter().filter(|place| mask.0.get(**place as usize).is_some_and(|wanted| *wanted)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_its_own_values() {
        let rows = [vec!["a", "b"], vec![], vec!["b", "b"], vec!["c"]];
        let column = Column::of(rows.iter().map(|row| row.iter()));
        let count = |wanted: &str| {
            let mask = column.mask(|value| *value == wanted);
            (0..rows.len()).map(|row| column.count(row, &mask)).collect::<Vec<_>>()
        };
        assert_eq!(column.values, ["a", "b", "c"]);
        assert_eq!(
            [count("a"), count("b"), count("c"), count("d")],
            [vec![1, 0, 0, 0], vec![1, 0, 2, 0], vec![0, 0, 0, 1], vec![0, 0, 0, 0]]
        );
    }
}
