//! The table of runners: its heads, its lines, and the room that its columns have.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};

mod acts;
mod columns;
mod head;
mod painter;

use super::row_actions::RowActs;
use super::runner_row::{LineView, Look};
use crate::browser::{focus, media};
use crate::reactive::{callback, derive, effect, memo};
use crate::search::{Column, Sort};
use crate::ui::field::Checkbox;
use crate::ui::time_ago::use_now;
use crate::ui::{Room, VirtualTable, Window};
use acts::{Layers, SharedLayers};
use head::{Head, Heads};
use painter::{Painter, Scene};

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

/// The table "Runners".
#[component]
pub fn RunnerTable(
    /// How many lines there are.
    #[prop(into)]
    count: Signal<usize>,
    /// The line at a place; tracked. It is asked for those in sight only.
    line: Callback<usize, Option<LineView>>,
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
    /// `comfortable` or `compact`.
    #[prop(into)]
    density: Signal<&'static str>,
    /// Whether runners are on their way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called with the runners in sight whenever they change.
    on_sight: Callback<Vec<u64>>,
    /// A place to bring into sight.
    reveal: RwSignal<Option<usize>>,
) -> impl IntoView {
    let (frame, body) = (NodeRef::<html::Div>::new(), NodeRef::<html::Tbody>::new());
    let room = RwSignal::new(Room::default());
    let layers = Layers::new();
    let painter = StoredValue::new_local(Painter::default());
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
    let paint = callback(move |Window { first, last }| {
        let (columns, look) = (names.get(), look.get());
        let waiting = if last == 0 && busy.get() { WAITING_ROWS } else { 0 };
        let lines: Vec<_> =
            (first..last.max(waiting)).map(|place| line.run(place).unwrap_or(LineView::Waiting)).collect();
        let (Some(body), Some(frame)) = (body.get(), frame.get()) else { return };
        let ids = sight(&lines);
        let scene = Scene { body: &body, frame: &frame, columns: &columns, first, lines, look };
        let regained = painter.try_update_value(|painter| painter.paint(scene)).flatten();
        if let Some(element) = regained {
            focus::quietly(&element);
        }
        painter.with_value(|painter| layers.follow(painter));
        if *seen.read_untracked() != ids {
            seen.set(ids);
        }
    });
    let on_event = callback(move |event: ev::Event| acts::hear(&event, painter, acts, layers));
    effect(move || {
        if let Some(frame) = frame.get() {
            let columns = sized.get();
            media::set(&frame, "--tracks", &columns::tracks(&columns));
            media::set(&frame, "--least", &columns::least(&columns));
            media::set(&frame, "--last", columns::actions(&columns));
            let _ = frame.toggle_attribute_with_force("data-wide", !columns::are_usual(&columns));
        }
    });
    let widths = derive(move || {
        room.track();
        sized.track();
        density.track();
    });
    let heads = Heads { sort, on_sort, on_width, sizing, widths };
    let all = derive(move || picked.get() == Picked::All);
    let some = derive(move || picked.get() == Picked::Some);
    let head = move || {
        let names = names.get();
        let last = names.len() + 2;
        view! {
            <th role="columnheader" scope="col" class="cell-select" aria-colindex="1">
                <span class="visually-hidden">"Select"</span>
                <Checkbox name="Select all" checked=all mixed=some on_change=on_select_all />
            </th>
            {names.into_iter().zip(2..).map(|(column, place)| view! { <Head column place heads /> }).collect_view()}
            <th role="columnheader" scope="col" class="cell-actions" aria-colindex=last>
                <span class="visually-hidden">"Actions"</span>
            </th>
        }
    };
    view! {
        <VirtualTable
            name="Runners"
            class="runner-table"
            density
            count
            columns=derive(move || names.read().len() + 2)
            head
            paint
            on_event
            busy
            on_room=callback(move |now| room.set(now))
            reveal
            frame
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
