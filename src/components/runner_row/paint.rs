//! The row of a runner in the page.

use super::cell::CellElement;
use super::{Look, RowView, row_index};
use crate::browser::place::Anchor;
use crate::browser::stamp::{Part, Stamp};
use crate::components::row_actions::pause_words;
use crate::search::Column;

/// The element of a runner's row.
pub struct RowElement {
    /// The row.
    pub root: Anchor,
    row: Part,
    select: Part,
    cells: Vec<CellElement>,
    edit: Part,
    pause: Part,
    pause_icon: Part,
    delete: Part,
    menu: Part,
}

impl RowElement {
    /// From what was stamped for these columns.
    pub fn new(mut stamp: Stamp, columns: &[Column]) -> Self {
        Self {
            root: stamp.root(),
            row: stamp.take("row"),
            select: stamp.take("select"),
            cells: columns.iter().map(|column| CellElement::new(*column, &mut stamp)).collect(),
            edit: stamp.take("edit"),
            pause: stamp.take("pause"),
            pause_icon: stamp.take("pause-icon"),
            delete: stamp.take("delete"),
            menu: stamp.take("menu"),
        }
    }

    /// Says at which place it is.
    pub fn place(&mut self, place: usize) {
        self.row.attribute("aria-rowindex", Some(&row_index(place)));
    }

    /// Shows a runner.
    pub fn paint(&mut self, view: &RowView, look: Look) {
        self.row.attribute("aria-busy", view.busy.then_some("true"));
        self.row.flag("data-selected", view.selected);
        self.row.flag("data-open", view.open);
        self.row.flag("data-changed", view.changed);
        self.select.checked(view.selected);
        for (cell, shown) in self.cells.iter_mut().zip(&view.cells) {
            cell.paint(view, shown, look);
        }
        let id = view.id;
        let (verb, icon) = pause_words(view.paused);
        self.select.attribute("aria-label", Some(&format!("Select #{id}")));
        self.menu.attribute("aria-label", Some(&format!("Actions for #{id}")));
        self.pause_icon.outline(icon);
        button(&mut self.edit, &format!("Edit #{id}"), view.refusals.edit.as_deref(), view.busy);
        button(&mut self.pause, &format!("{verb} #{id}"), view.refusals.pause.as_deref(), view.busy);
        button(&mut self.delete, &format!("Delete #{id}"), view.refusals.delete.as_deref(), view.busy);
    }
}

/// A button with its name, and why it cannot be pressed. An empty tip is the name.
fn button(part: &mut Part, name: &str, refusal: Option<&str>, busy: bool) {
    part.attribute("aria-label", Some(name));
    part.attribute("aria-disabled", (busy || refusal.is_some()).then_some("true"));
    part.attribute("aria-busy", busy.then_some("true"));
    part.attribute("aria-description", refusal);
    part.attribute("data-tip", Some(refusal.unwrap_or_default()));
}
