//! The head of a group in the page.

use super::{GroupView, row_index};
use crate::browser::place::Anchor;
use crate::browser::stamp::{Part, Stamp};
use crate::format::count::counted;

/// The element of a group's head.
pub struct GroupElement {
    /// The row.
    pub root: Anchor,
    row: Part,
    cell: Part,
    toggle: Part,
    label: Part,
    count: Part,
}

impl GroupElement {
    /// From what was stamped.
    pub fn new(mut stamp: Stamp) -> Self {
        Self {
            root: stamp.root(),
            row: stamp.take("row"),
            cell: stamp.take("cell"),
            toggle: stamp.take("toggle"),
            label: stamp.take("label"),
            count: stamp.take("count"),
        }
    }

    /// Shows a group at a place.
    pub fn paint(&mut self, view: &GroupView, place: usize, columns: usize) {
        self.row.attribute("aria-rowindex", Some(&row_index(place)));
        self.cell.attribute("aria-colspan", Some(&(columns + 2).to_string()));
        self.toggle.attribute("aria-expanded", Some(if view.open { "true" } else { "false" }));
        self.label.text(&view.label);
        self.count.text(&format!("· {}", counted(view.count, "runner")));
    }
}
