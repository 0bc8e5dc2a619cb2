//! How wide the columns are: by `style/components/runner_table/columns.css`, which names each `--w-…`, or as somebody sized them.

use crate::browser::media;
use crate::browser::place::Anchor;
use crate::search::{Column, Density};
use crate::ui::Room;

/// Widths of the list panel from which the columns grow; `style/components/runner_table/columns.css` has the same.
const SNUG: usize = 900;
const ROOMY: usize = 1120;
const STACKED_BELOW: usize = 760;
/// The least the runner's column gets where columns may be more than fit.
const LEAST: &str = "200px";

/// Columns in their order, each with its pixels if somebody sized it.
pub type Columns = [(Column, Option<u16>)];

/// The pixels there are for tags in a table so wide.
pub fn tags_width(room: Room, density: Density, columns: &Columns) -> usize {
    let chosen = columns.iter().find(|(column, _)| *column == Column::Tags).and_then(|(_, width)| *width);
    let column = match (room.width, density, chosen) {
        (width, ..) if width < STACKED_BELOW => width.saturating_sub(76),
        (_, _, Some(chosen)) => usize::from(chosen),
        (width, ..) if width >= ROOMY => 308,
        (width, Density::Comfortable, _) if width >= SNUG => 148,
        _ => 112,
    };
    column.saturating_sub(16)
}

/// Gives the columns their widths in what scrolls.
pub fn apply(frame: &Anchor, columns: &Columns) {
    media::set(frame, "--tracks", &tracks(columns));
    media::set(frame, "--least", &least(columns));
    media::set(frame, "--last", actions(columns));
    let _ = frame.toggle_attribute_with_force("data-wide", !are_usual(columns));
}

/// Whether they are those of `look.md`, which always fit.
fn are_usual(columns: &Columns) -> bool {
    columns.iter().copied().eq(Column::USUAL.into_iter().map(|column| (column, None)))
}

/// The columns between Select and Actions as tracks of a grid.
fn tracks(columns: &Columns) -> String {
    let usual = are_usual(columns);
    let track = |(column, width): &(Column, Option<u16>)| match (column, width) {
        (_, Some(width)) => format!("{width}px"),
        (Column::Description, None) if usual => "minmax(0, 1fr)".to_owned(),
        (Column::Description, None) => format!("minmax({LEAST}, 1fr)"),
        (column, None) => usual_width(*column),
    };
    columns.iter().map(track).collect::<Vec<_>>().join(" ")
}

/// The pixels they need at least, as a sum of CSS.
fn least(columns: &Columns) -> String {
    if are_usual(columns) {
        return "0px".to_owned();
    }
    let part = |(column, width): &(Column, Option<u16>)| match (column, width) {
        (_, Some(width)) => format!("{width}px"),
        (Column::Description, None) => LEAST.to_owned(),
        (column, None) => usual_width(*column),
    };
    columns.iter().map(part).fold("var(--w-select) + var(--w-actions)".to_owned(), |sum, part| sum + " + " + &part)
}

/// The last track takes what is left where the runner's column does not.
fn actions(columns: &Columns) -> &'static str {
    let is_fixed = |(column, width): &(Column, Option<u16>)| *column == Column::Description && width.is_some();
    if columns.iter().any(is_fixed) { "minmax(var(--w-actions), 1fr)" } else { "var(--w-actions)" }
}

fn usual_width(column: Column) -> String {
    format!("var(--w-{})", column.as_str())
}
