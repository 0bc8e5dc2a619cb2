//! A cell of a runner's row in the page.

use super::{CellView, Look, RowView, Told};
use crate::browser::clock;
use crate::browser::stamp::{Part, Stamp};
use crate::components::status_badge::status_icon;
use crate::components::type_icon::type_icon;
use crate::format;
use crate::gitlab::term::RunnerStatus;
use crate::search::Column;
use crate::ui::tag_list::fitting;

const UNKNOWN: &str = "Unknown";
const MISSING: &str = "–";
/// What an icon of 16 pixels shows of a shape as large.
const WHOLE: &str = "0 0 16 16";
/// The same of the dot of what is online, which is 12 wide and shown 10 pixels wide in the middle.
const DOT: &str = "-3.6 -3.6 19.2 19.2";

/// The parts of a cell, by what stands in it.
pub enum CellElement {
    /// Contact state, and whether it is paused.
    Status { status: Part, icon: Part, outline: Part, word: Part, paused: Part },
    /// The link that opens the drawer, the locks, and whose it is.
    Runner { link: Part, id: Part, name: Part, lock: Part, shield: Part, meta: Part, kind: Part, owner: Part },
    /// As many tags as fit, and a button for the rest.
    Tags { cell: Part, list: Part, more: Part, word: Part },
    /// How long ago something was; the words stand there if it never was.
    Time { cell: Part, time: Part, word: Part, never: &'static str },
    /// Words.
    Text(Part),
}

impl CellElement {
    /// The cell of a column, from what is left of the stamp.
    pub fn new(column: Column, stamp: &mut Stamp) -> Self {
        let mut part = |name| stamp.take(name);
        match column {
            Column::Status => Self::Status {
                status: part("status"),
                icon: part("icon"),
                outline: part("outline"),
                word: part("word"),
                paused: part("paused"),
            },
            Column::Description => Self::Runner {
                link: part("link"),
                id: part("id"),
                name: part("name"),
                lock: part("lock"),
                shield: part("shield"),
                meta: part("meta"),
                kind: part("type"),
                owner: part("owner"),
            },
            Column::Tags => {
                Self::Tags { cell: part("cell"), list: part("list"), more: part("more"), word: part("word") }
            }
            Column::ContactedAt | Column::CreatedAt => {
                let never = if column == Column::ContactedAt { "Never" } else { MISSING };
                Self::Time { cell: part("cell"), time: part("time"), word: part("word"), never }
            }
            _ => Self::Text(part("cell")),
        }
    }

    /// Shows what stands in it. What the row itself does not know is in `view`.
    pub fn paint(&mut self, row: &RowView, view: &CellView, look: Look) {
        match (self, view) {
            (Self::Status { status, icon, outline, word, paused }, _) => {
                status.attribute("data-status", Some(row.status.as_str()));
                icon.attribute("viewBox", Some(if row.status == RunnerStatus::Online { DOT } else { WHOLE }));
                outline.outline(status_icon(&row.status));
                word.text(row.status.label());
                paused.shown(row.paused);
            }
            (Self::Runner { link, id, name, lock, shield, meta, kind, owner }, _) => {
                let number = row.id.to_string();
                link.attribute("href", Some(&row.href));
                id.text(&format!("#{number}"));
                name.text(&row.description);
                lock.shown(row.locked);
                shield.shown(row.protected);
                meta.flag("data-way", row.has_way);
                kind.outline(type_icon(&row.runner_type));
                owner.text(&row.owner);
            }
            (Self::Tags { cell, list, more, word }, CellView::Tags(known)) => {
                let tags = state(cell, known);
                let shown = tags.map_or(0, |tags| fitting(tags, look.tags_width));
                list.list(tags.into_iter().flat_map(|tags| tags.iter()).take(shown).map(String::as_str));
                let left = tags.map_or(0, |tags| tags.len() - shown);
                more.shown(left > 0);
                if left > 0 {
                    more.text(&format!("+{left}"));
                    more.attribute("aria-label", Some(&format!("{left} more: Tags of #{}", row.id)));
                }
                word.text(if matches!(known, Told::Unknown(_)) { UNKNOWN } else { "" });
            }
            (Self::Time { cell, time, word, never }, CellView::Time(known)) => {
                let at = state(cell, known).copied();
                time.shown(matches!(at, Some(Some(_))));
                if let Some(Some(at)) = at {
                    time.text(&format::ago(look.now, at));
                    if time.is_another(at) {
                        time.attribute("datetime", Some(&clock::iso(at)));
                    }
                }
                word.text(match (known, at) {
                    (Told::Unknown(_), _) => UNKNOWN,
                    (_, Some(None)) => never,
                    _ => "",
                });
            }
            (Self::Text(cell), CellView::Text(known)) => {
                let text = state(cell, known).map(|text| text.as_deref().filter(|text| !text.is_empty()));
                cell.text(match (known, text) {
                    (Told::Unknown(_), _) => UNKNOWN,
                    (_, Some(text)) => text.unwrap_or(MISSING),
                    _ => "",
                });
            }
            _ => {}
        }
    }
}

/// Says whether it waits, or is not known; gives what is known.
fn state<'a, T>(cell: &mut Part, known: &'a Told<T>) -> Option<&'a T> {
    cell.flag("data-waiting", matches!(known, Told::Waiting));
    let why = if let Told::Unknown(why) = known { Some(*why) } else { None };
    cell.flag("data-unknown", why.is_some());
    cell.attribute("data-tip", why);
    match known {
        Told::Known(value) => Some(value),
        _ => None,
    }
}
