//! The table of runners: its heads, its lines, and the room that its columns have.

use std::sync::Arc;

use leptos::{html, prelude::*};

mod acts;
mod columns;
mod head;
mod heads;
mod painter;
mod sizing;

use super::row_actions::RowActs;
use super::runner_row::{LineView, Look};
use crate::browser::place::AnyEvent;
use crate::browser::{act, focus};
use crate::reactive::{callback, derive, effect, memo};
use crate::search::{Column, Density, Sort};
use crate::ui::time_ago::use_now;
use crate::ui::{Room, VirtualTable, Window};
use acts::{Layers, SharedLayers};
use heads::Heads;
pub use painter::RowElements;
use painter::{Painter, Scene};
use sizing::HeadActs;

/// Rows of bars that stand in for the first page.
const WAITING_ROWS: usize = 12;

/// The columns between Select and Actions, each with its pixels if somebody sized it.
pub type ShownColumns = Arc<Vec<(Column, Option<u16>)>>;

/// How many of the runners shown are selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Picked {
    /// None of them.
    #[default]
    None,
    /// Some of them.
    Some,
    /// All of them.
    All,
}

/// The table "Runners". Its [`RowElements`] are in the context.
#[component]
pub fn RunnerTable(
    /// How many lines there are.
    #[prop(into)]
    count: Signal<usize>,
    /// The lines of a window, which is read after what they are made of; tracked. It is asked for those in sight only.
    lines: Callback<Memo<Window>, Vec<LineView>>,
    /// The columns between Select and Actions, each with its pixels if somebody sized it.
    #[prop(into)]
    columns: Signal<ShownColumns>,
    /// What happens when something of a row is used.
    acts: RowActs,
    /// The order, and the order among those that are equal in it.
    #[prop(into)]
    sort: Signal<(Option<Sort>, Option<Sort>)>,
    /// Called with the column whose head was pressed, and whether it is to order those that are equal in the first.
    on_sort: Callback<(Column, bool)>,
    /// Called with a column and its pixels; `None` for its usual width.
    on_width: Callback<(Column, Option<u16>)>,
    /// How many of the runners shown are selected.
    #[prop(into)]
    picked: Signal<Picked>,
    /// Called to select all runners shown, or none.
    on_select_all: Callback<bool>,
    /// How much room a row takes.
    #[prop(into)]
    density: Signal<Density>,
    /// Whether runners are on their way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called with the runners in sight whenever they change.
    on_sight: Callback<Vec<u64>>,
    /// How far it is scrolled, in pixels; where it begins.
    scrolled: RwSignal<usize>,
    /// A place to bring into sight.
    reveal: RwSignal<Option<usize>>,
) -> impl IntoView {
    let (frame, head, body) =
        (NodeRef::<html::Div>::new(), NodeRef::<html::Thead>::new(), NodeRef::<html::Tbody>::new());
    let listeners = StoredValue::new_local(Vec::new());
    let room = RwSignal::new(Room::default());
    let layers = Layers::new();
    let RowElements(painter) = expect_context();
    on_cleanup(move || {
        painter.try_update_value(Painter::leave);
    });
    let sizing = RwSignal::new(None);
    let sized = memo(move || {
        let mut columns = columns.get().to_vec();
        if let Some((column, width)) = sizing.get()
            && let Some(found) = columns.iter_mut().find(|(other, _)| *other == column)
        {
            found.1 = Some(width);
        }
        columns
    });
    let names = memo(move || columns.read().iter().map(|(column, _)| *column).collect::<Vec<_>>());
    let now = use_now();
    let look = memo(move || Look {
        now: now.get(),
        tags_width: columns::tags_width(room.get(), density.get(), &columns.read()),
    });
    // Not part of what the painting reads: whoever is told of the runners in sight may read what it likes.
    let seen = RwSignal::new(Vec::new());
    effect(move || on_sight.run(seen.get()));
    let paint = callback(move |window: Memo<Window>| {
        let (columns, look) = (names.get(), look.get());
        let mut lines = lines.run(window);
        if lines.is_empty() && busy.get() {
            lines.resize(WAITING_ROWS, LineView::Waiting);
        }
        let (Some(body), Some(frame)) = (body.get(), frame.get()) else { return };
        let ids = sight(&lines);
        let scene =
            Scene { body: &body, frame: &frame, columns: &columns, first: window.read_untracked().first, lines, look };
        let regained = painter.try_update_value(|painter| painter.paint(scene)).flatten();
        if let Some(element) = regained {
            focus::quietly(&element);
        }
        painter.with_value(|painter| layers.follow(painter));
        if *seen.read_untracked() != ids {
            seen.set(ids);
        }
    });
    effect(move || {
        if let Some(body) = body.get() {
            let used = move |event: &AnyEvent| acts::hear(event, painter, acts, layers);
            listeners.set_value(act::hear(&body, &["click", "change", "focusin"], used));
        }
    });
    let head_acts =
        HeadActs { sort: on_sort, size: on_width, all: on_select_all, sizing, taken: StoredValue::new(None) };
    let heads = Heads::new(head, names, sort, picked, head_acts);
    effect(move || {
        if let Some(frame) = frame.get() {
            let columns = sized.get();
            room.track();
            density.track();
            columns::apply(&frame, &columns);
            heads.measure_soon();
        }
    });
    view! {
        <VirtualTable
            name="Runners"
            class="runner-table"
            density=derive(move || density.get().as_str())
            count
            columns=derive(move || names.read().len() + 2)
            paint
            busy
            on_room=callback(move |now| room.set(now))
            scrolled
            reveal
            frame
            head
            body
        />
        <SharedLayers layers acts />
    }
}

/// The runners among these lines.
fn sight(lines: &[LineView]) -> Vec<u64> {
    let id = |line: &LineView| match line {
        LineView::Runner(row) => Some(row.id),
        _ => None,
    };
    lines.iter().filter_map(id).collect()
}
