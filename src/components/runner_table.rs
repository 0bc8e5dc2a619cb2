//! The table of runners: its head, its rows, and the room that its columns have.

use std::sync::Arc;

use leptos::prelude::*;

use super::runner_row::{RowContext, RunnerRow};
use crate::reactive::{callback, derive};
use crate::search::{Column, Sort};
use crate::ui::field::Checkbox;
use crate::ui::{Icon, Room, Skeleton, VirtualTable};

/// Widths of the list panel from which the columns grow; `style/components/runner_table.css` has the same.
const SNUG: usize = 900;
const ROOMY: usize = 1120;
const STACKED_BELOW: usize = 760;
/// Rows of bars that stand in for the first page.
const WAITING_ROWS: usize = 12;

/// The pixels there are for tags in a table so wide.
pub fn tags_width(room: Room, density: &str) -> usize {
    let column = match (room.width, density) {
        (width, _) if width < STACKED_BELOW => width.saturating_sub(76),
        (width, _) if width >= ROOMY => 308,
        (width, "comfortable") if width >= SNUG => 148,
        _ => 112,
    };
    column.saturating_sub(16)
}

/// Whether rows are stacked in a table so wide.
pub fn is_stacked(room: Room) -> bool {
    room.width > 0 && room.width < STACKED_BELOW
}

/// The table "Runners".
#[component]
pub fn RunnerTable(
    /// Every runner shown, in order.
    ids: Signal<Arc<Vec<u64>>>,
    /// What all rows share.
    context: RowContext,
    /// How the list is sorted; GitLab's order where it is not.
    #[prop(into)]
    sort: Signal<Option<Sort>>,
    /// Called with the column whose head was pressed.
    on_sort: Callback<Column>,
    /// How many of the rows shown are selected.
    #[prop(into)]
    selected_count: Signal<usize>,
    /// Called to select all rows shown, or none.
    on_select_all: Callback<bool>,
    /// `comfortable` or `compact`.
    #[prop(into)]
    density: Signal<&'static str>,
    /// Whether rows are on their way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called with the runners in sight.
    on_sight: Callback<Vec<u64>>,
    /// Called with the room there is.
    on_room: Callback<Room>,
    /// A place to bring into sight.
    reveal: RwSignal<Option<usize>>,
) -> impl IntoView {
    let all = move || !ids.read().is_empty() && selected_count.get() == ids.read().len();
    let some = move || selected_count.get() > 0 && !all();
    let head = move || {
        view! {
            <th role="columnheader" scope="col" class="cell-select">
                <span class="visually-hidden">"Select"</span>
                <Checkbox name="Select all" checked=derive(all) mixed=derive(some) on_change=on_select_all />
            </th>
            <SortHead label="Status" class="cell-status" key=Column::Status sort on_sort />
            <SortHead label="Runner" class="cell-runner" key=Column::Description sort on_sort />
            <SortHead label="Tags" class="cell-tags" key=Column::Tags sort on_sort />
            <SortHead label="Version" class="cell-version" key=Column::Version sort on_sort />
            <SortHead label="Last contact" class="cell-contact" key=Column::ContactedAt sort on_sort />
            <th role="columnheader" scope="col" class="cell-actions">
                <span class="visually-hidden">"Actions"</span>
            </th>
        }
    };
    let waiting = move || busy.get().then(|| (0..WAITING_ROWS).map(|_| view! { <WaitingRow /> }).collect_view());
    let row = callback(move |(id, place)| view! { <RunnerRow id place context /> }.into_any());
    view! {
        <VirtualTable name="Runners" class="runner-table" density ids head row waiting busy on_sight on_room reveal />
    }
}

/// A column head that sorts.
#[component]
fn SortHead(
    label: &'static str,
    class: &'static str,
    key: Column,
    sort: Signal<Option<Sort>>,
    on_sort: Callback<Column>,
) -> impl IntoView {
    let direction = move || sort.get().filter(|sort| sort.key == key).map(|sort| sort.descending);
    let aria = move || match direction() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let icon = derive(move || if direction() == Some(true) { "arrow-down" } else { "arrow-up" });
    view! {
        <th role="columnheader" scope="col" class=class aria-sort=aria>
            <button type="button" class="sort-button" on:click=move |_| on_sort.run(key)>
                {label}
                <Icon name=icon size=12 />
            </button>
        </th>
    }
}

/// Bars in the place of a row.
#[component]
fn WaitingRow() -> impl IntoView {
    view! {
        <tr class="runner-row" aria-hidden="true">
            <td class="cell-select"></td>
            <td class="cell-status"><Skeleton width=72 /></td>
            <td class="cell-runner"><Skeleton width=200 /></td>
            <td class="cell-tags"><Skeleton width=40 /><Skeleton width=48 /></td>
            <td class="cell-version"><Skeleton width=44 /></td>
            <td class="cell-contact"><Skeleton width=84 /></td>
            <td class="cell-actions"></td>
        </tr>
    }
}
