//! The lines of the table, made of what is loaded.

use std::collections::HashSet;

use leptos::prelude::*;

use super::board::Board;
use crate::can::{self, Who};
use crate::components::row_actions::Refusals;
use crate::components::runner_row::{CellView, GroupView, LineView, RowView, Told};
use crate::fleet::{Cell, Group, Line, Look};
use crate::format::{count, duration};
use crate::gitlab::term::{JobExecutionStatus, RunnerType};
use crate::search::{Column, Source, Way, ways_in_words};
use crate::ui::Window;

/// Why something is unknown: details could not be had, or nobody tells it.
const FAILED: &str = "GitLab did not give this runner's details. Open it to see why.";
const NOT_LOADED: &str = "Its details are not loaded: they would give it another place. Load those of all above.";
const UNTOLD: &str = "This GitLab does not tell it, or not to you.";

/// The lines of a window; tracked. What they go by is read once for all of them: to be told of a change costs as much as
/// to make a row.
pub fn lines(board: Board, columns: &[(Column, Option<u16>)], window: Memo<Window>) -> Vec<LineView> {
    let shown = board.list.shown.read();
    // After what it follows from.
    let Window { first, last } = window.get();
    let (source, session) = (board.list.source.read(), board.session.open());
    let (around_id, open) = (board.around_id.read(), board.open.get());
    let held = board.list.doubts.get().unsorted > 0;
    board.fleet.with(|fleet| {
        board.fleet.with_busy(|busy| {
            board.selection.with(|selected| {
                let who = session.as_deref().map(|session| &session.who);
                let context =
                    RowContext { columns, source: &source, who, around_id: &around_id, open, held, busy, selected };
                let line = |line| match line {
                    Line::Runner(row) => Some(LineView::Runner(Box::new(context.row(fleet.at(row))))),
                    Line::Head(number) => shown.groups().get(number as usize).map(head),
                };
                (first..last).map_while(|place| shown.lines().get(place)).filter_map(line).collect()
            })
        })
    })
}

fn head(group: &Group) -> LineView {
    let (label, count, open) = (group.label.clone(), group.count, group.open);
    LineView::Group(GroupView { key: label.clone(), label, count, open })
}

/// What all rows go by.
struct RowContext<'a> {
    columns: &'a [(Column, Option<u16>)],
    source: &'a Source,
    who: Option<&'a Who>,
    around_id: &'a (String, String),
    open: Option<u64>,
    /// Whether details that are not loaded are left to be asked for all at once.
    held: bool,
    busy: &'a HashSet<u64>,
    selected: &'a HashSet<u64>,
}

impl RowContext<'_> {
    fn row(&self, look: Look<'_>) -> RowView {
        let id = look.id();
        let (owner, has_way) = owner(self.source, look);
        let (before, after) = self.around_id;
        RowView {
            id,
            href: format!("{before}{id}{after}"),
            description: look.description().unwrap_or_default().to_owned(),
            runner_type: look.kind(),
            status: look.status(),
            paused: look.is_paused(),
            busy: self.busy.contains(&id),
            selected: self.selected.contains(&id),
            open: self.open == Some(id),
            changed: look.is_changed(),
            locked: look.is_locked() && look.kind() == RunnerType::Project,
            protected: look.is_protected(),
            owner,
            has_way,
            refusals: self.who.map(|who| refusals(who, look)).unwrap_or_default(),
            cells: self.columns.iter().map(|(column, _)| cell(*column, look, self.held)).collect(),
        }
    }
}

/// Through what it is here; else the type, and whose it is as soon as that is known.
fn owner(source: &Source, look: Look<'_>) -> (String, bool) {
    let ways = if *source == Source::Everything { ways_in_words(look.ways()) } else { String::new() };
    if !ways.is_empty() {
        return (ways, true);
    }
    if let Some(way) = Way::of(source, &look.kind(), look.group()) {
        return (way.to_string(), true);
    }
    let label = look.kind().label().to_owned();
    let owner = look.owner().filter(|_| look.kind() != RunnerType::Instance);
    (owner.map_or_else(|| label.clone(), |owner| format!("{label} · {owner}")), false)
}

/// What stands in a column.
fn cell(column: Column, look: Look<'_>, held: bool) -> CellView {
    let cell = look.cell(column);
    if cell == Cell::Unknown {
        let may_come = look.may_come(column);
        let is_open = may_come && !look.is_failed();
        let waits = may_come && look.is_awaited() || is_open && !held;
        let why = match (look.is_failed(), is_open) {
            (true, _) => FAILED,
            (false, true) => NOT_LOADED,
            (false, false) => UNTOLD,
        };
        return match column {
            Column::Tags => CellView::Tags(unknown(waits, why)),
            Column::ContactedAt | Column::CreatedAt => CellView::Time(unknown(waits, why)),
            _ => CellView::Text(unknown(waits, why)),
        };
    }
    let told = |text: String| CellView::Text(Told::Known(Some(text)));
    match (column, cell) {
        (Column::Status | Column::Description, _) => CellView::Own,
        (Column::Tags, _) => CellView::Tags(Told::Known(look.tags().map(str::to_owned).collect())),
        (Column::ContactedAt | Column::CreatedAt, Cell::Time(at)) => CellView::Time(Told::Known(Some(at))),
        (Column::ContactedAt, _) => CellView::Time(Told::Known(None)),
        (Column::Type, _) => told(look.kind().label().to_owned()),
        (Column::Id, _) => told(format!("#{}", look.id())),
        (Column::Activity, Cell::Text(word)) => told(JobExecutionStatus::from(word).label().to_owned()),
        (Column::Through, Cell::List(_)) => told(ways_in_words(look.ways())),
        (_, Cell::Unknown | Cell::Empty | Cell::Never) => CellView::Text(Told::Known(None)),
        (_, Cell::Text(text)) => told(text.to_owned()),
        (_, Cell::List(words)) => told(words.join(", ")),
        (_, Cell::Number(number)) => told(count(usize::try_from(number).unwrap_or(usize::MAX))),
        (_, Cell::Seconds(seconds)) => told(duration::short(seconds.into())),
        (_, Cell::Flag(on)) => told(if on { "Yes" } else { "No" }.to_owned()),
        (_, Cell::Time(at)) => CellView::Time(Told::Known(Some(at))),
    }
}

/// Details of rows in sight are on their way, or are asked for at once.
fn unknown<T>(waits: bool, why: &'static str) -> Told<T> {
    if waits { Told::Waiting } else { Told::Unknown(why) }
}

/// What the connected user is sure not to be allowed with a runner.
fn refusals(who: &Who, look: Look<'_>) -> Refusals {
    let kind = look.kind();
    let seen = if look.is_refused() { Err(can::Reason::Unseen) } else { Ok(()) };
    let reason = |answer: Result<(), can::Reason>| answer.and(seen).err().map(|reason| reason.to_string());
    Refusals {
        edit: reason(can::edit(who, &kind)),
        pause: reason(can::pause(who, &kind)),
        // That it has several projects is no reason to refuse the question, which shows the way.
        delete: reason(can::delete(who, &kind, None)),
    }
}
