//! What can be done with a runner from its row, and why something cannot be done.

use leptos::prelude::*;

use crate::ui::MenuItem;

/// Why something cannot be done with a runner; `None` where it can be tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// Why it cannot be edited.
    pub edit: Option<String>,
    /// Why it cannot be paused or resumed.
    pub pause: Option<String>,
    /// Why it cannot be deleted.
    pub delete: Option<String>,
}

/// What happens when something of a row is used.
#[derive(Clone, Copy)]
pub struct RowActs {
    /// Called to select a runner or not.
    pub select: Callback<(u64, bool)>,
    /// Called to edit it.
    pub edit: Callback<u64>,
    /// Called to pause it (true) or to resume it.
    pub pause: Callback<(u64, bool)>,
    /// Called to delete it, which asks first.
    pub delete: Callback<u64>,
    /// Called when the focus comes into its row, with the row's place in the table.
    pub focus: Callback<(u64, usize)>,
    /// Called with the key of a group that is to be opened or closed.
    pub toggle: Callback<String>,
}

/// "Pause" or "Resume", and the icon that says so.
pub fn pause_words(paused: bool) -> (&'static str, &'static str) {
    if paused { ("Resume", "play") } else { ("Pause", "pause") }
}

/// The menu of a row where there is no room for buttons.
pub fn menu_items(id: u64, paused: bool, selected: bool, refusals: Refusals, acts: RowActs) -> Vec<MenuItem> {
    let (verb, icon) = pause_words(paused);
    let select = if selected { "Clear selection" } else { "Select" };
    vec![
        MenuItem::new(format!("Edit #{id}"), move || acts.edit.run(id)).icon("pencil").disabled(refusals.edit),
        MenuItem::new(format!("{verb} #{id}"), move || acts.pause.run((id, !paused)))
            .icon(icon)
            .disabled(refusals.pause),
        MenuItem::new(select, move || acts.select.run((id, !selected))).icon("check"),
        MenuItem::new(format!("Delete #{id}"), move || acts.delete.run(id)).icon("remove").disabled(refusals.delete),
    ]
}
