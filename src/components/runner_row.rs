//! A line of the runner table: what it shows, ready to be painted and cheap to compare.

use std::sync::Arc;

pub mod cell;
pub mod group;
pub mod html;
pub mod paint;

use super::row_actions::Refusals;
use crate::browser::focus;
use crate::gitlab::term::{RunnerStatus, RunnerType};

/// `aria-rowindex` of the line at a place: they count from 1, and the head is the first.
fn row_index(place: usize) -> String {
    (place + 2).to_string()
}

/// Puts the focus on the runner's link in the row at a place; false if that is not in the page.
pub fn focus_link(place: usize) -> bool {
    focus_act(place, ".cell-runner [data-act=open]")
}

/// Puts the focus on what is the same in the line at a place as what has it now in another one; else on what names it.
pub fn focus_line(place: usize, act: Option<&str>) -> bool {
    act.is_some_and(|act| focus_act(place, &format!("[data-act={act}]")))
        || focus_link(place)
        || focus_act(place, "[data-act=toggle]")
}

/// The place of the line that has the focus.
pub fn focused_place() -> Option<usize> {
    let (_, index) = focus::around("aria-rowindex")?;
    index.parse::<usize>().ok()?.checked_sub(2)
}

fn focus_act(place: usize, part: &str) -> bool {
    focus::on_page(&format!("[aria-rowindex='{}'] {part}", row_index(place)))
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum LineView {
    /// A runner.
    Runner(Box<RowView>),
    /// The head of runners that agree in something.
    Group(GroupView),
    /// A line that is on its way.
    Waiting,
}

/// What tells one line from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// A runner's id.
    Runner(u64),
    /// A group's key.
    Group(&'a str),
    /// Nothing.
    Waiting,
}

impl LineView {
    /// What tells it from other lines.
    pub fn key(&self) -> Key<'_> {
        match self {
            Self::Runner(row) => Key::Runner(row.id),
            Self::Group(group) => Key::Group(&group.key),
            Self::Waiting => Key::Waiting,
        }
    }
}

/// The head of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// What its parent knows it by.
    pub key: String,
    /// What its runners agree in.
    pub label: String,
    /// How many they are.
    pub count: usize,
    /// Whether they are shown below it.
    pub open: bool,
}

/// What the row of a runner shows.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "so much can be true of a runner")]
pub struct RowView {
    /// GitLab's number.
    pub id: u64,
    /// The address of its drawer.
    pub href: String,
    /// What people call it; may be empty.
    pub description: String,
    /// Who may use it.
    pub runner_type: RunnerType,
    /// When it last made contact, in the table's words.
    pub status: RunnerStatus,
    /// Whether it takes no new jobs.
    pub paused: bool,
    /// Whether it is being changed.
    pub busy: bool,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether its drawer is open.
    pub open: bool,
    /// Whether it was another before the list was last read; marked for a moment.
    pub changed: bool,
    /// Whether it stays with its projects.
    pub locked: bool,
    /// Whether it takes jobs of protected refs only.
    pub protected: bool,
    /// Whose it is, or through what it is here.
    pub owner: String,
    /// Whether `owner` says through what it is here, which is worth its room everywhere.
    pub has_way: bool,
    /// What cannot be done with it.
    pub refusals: Refusals,
    /// What stands in the columns, in their order.
    pub cells: Vec<CellView>,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum CellView {
    /// What the row itself knows: its status, its name.
    Own,
    /// Its tags.
    Tags(Told<Arc<[String]>>),
    /// Words; `None` where there are none.
    Text(Told<Option<String>>),
    /// A moment in milliseconds since 1970; `None` where it never was.
    Time(Told<Option<i64>>),
}

/// What details tell.
#[derive(Clone, Debug, PartialEq)]
pub enum Told<T> {
    /// They are on their way.
    Waiting,
    /// They are not here, nor on their way; why, for a tip.
    Unknown(&'static str),
    /// They are here.
    Known(T),
}

/// What all rows go by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Now, in milliseconds since 1970.
    pub now: i64,
    /// The pixels there are for tags.
    pub tags_width: usize,
}
