//! The row that has or had the focus: the one that the keys of the list act on.

use leptos::prelude::*;

use super::list::List;

/// A runner, and at which of its places: grouped by tag it stands under each of its tags.
#[derive(Clone, Copy)]
pub struct CurrentRow {
    row: StoredValue<Option<(u64, usize)>>,
    heading: StoredValue<Option<usize>>,
    list: List,
}

impl CurrentRow {
    /// None.
    pub fn new(list: List) -> Self {
        Self { row: StoredValue::new(None), heading: StoredValue::new(None), list }
    }

    /// The focus came into a runner's row at a place of the table, or no row is left.
    pub fn set(self, row: Option<(u64, usize)>) {
        self.row.set_value(row);
    }

    /// The drawer of a runner opened, by whatever way: keys mean its row from now on, if it has one.
    pub fn turn_to(self, id: u64) {
        if let Some(place) = self.place_of(id) {
            self.set(Some((id, place)));
        }
    }

    /// The focus is on its way to the line at this place, or has arrived.
    pub fn head_for(self, place: Option<usize>) {
        self.heading.try_set_value(place);
    }

    /// Where the focus is on its way to.
    pub fn heading(self) -> Option<usize> {
        self.heading.try_get_value().flatten()
    }

    /// Its runner.
    pub fn id(self) -> Option<u64> {
        self.row.get_value().map(|(id, _)| id)
    }

    /// Where it is now, if its runner is still in the table.
    pub fn place(self) -> Option<usize> {
        let (id, place) = self.row.get_value()?;
        if self.list.id_at(place) == Some(id) { Some(place) } else { self.list.place(id) }
    }

    /// Where it was when it had the focus.
    pub fn last_place(self) -> Option<usize> {
        self.row.get_value().map(|(_, place)| place)
    }

    /// Where a runner is: its row if it is this one, else the first of its places.
    pub fn place_of(self, id: u64) -> Option<usize> {
        if self.id() == Some(id) { self.place() } else { self.list.place(id) }
    }
}
