//! The heads of the table's columns: each sorts, and each can be sized by its edge.

use leptos::{ev, html, prelude::*};

use crate::reactive::{derive, memo};
use crate::search::{Column, Sort, layout};
use crate::ui::Icon;

/// Pixels that an arrow key adds.
const STEP: i32 = 16;

/// What the heads share.
#[derive(Clone, Copy)]
pub struct Heads {
    /// The order, and the order among those that are equal in it.
    pub sort: Signal<(Option<Sort>, Option<Sort>)>,
    /// Called with the column whose head was pressed, and whether it is to order those that are equal in the first.
    pub on_sort: Callback<(Column, bool)>,
    /// Called with a column and its pixels; `None` for its usual width.
    pub on_width: Callback<(Column, Option<u16>)>,
    /// The column that is being sized now, and its pixels.
    pub sizing: RwSignal<Option<(Column, u16)>>,
    /// Changes whenever a column may be as wide as it was not before.
    pub widths: Signal<()>,
}

/// The head of a column.
#[component]
pub fn Head(
    /// The column.
    column: Column,
    /// Its place, counted from 1.
    place: usize,
    /// What the heads share.
    heads: Heads,
) -> impl IntoView {
    let cell = NodeRef::<html::Th>::new();
    // Whether it sorts descending, and whether it is the second order.
    let order = memo(move || {
        let (first, then) = heads.sort.get();
        let of = |sort: Option<Sort>| sort.filter(|sort| sort.key == column).map(|sort| sort.descending);
        of(first).map(|descending| (descending, false)).or(of(then).map(|descending| (descending, true)))
    });
    let aria = move || match order.get() {
        Some((false, false)) => "ascending",
        Some((true, false)) => "descending",
        _ => "none",
    };
    let icon =
        derive(move || if order.get().is_some_and(|(descending, _)| descending) { "arrow-down" } else { "arrow-up" });
    let rank = move || {
        let has_two = matches!(heads.sort.get(), (Some(_), Some(_)));
        order.get().filter(|_| has_two).map(|(descending, second)| {
            let words = match (second, descending) {
                (false, _) => ", first",
                (true, false) => ", then ascending",
                (true, true) => ", then descending",
            };
            view! {
                <span class="sort-rank" aria-hidden="true">
                    {if second { "2" } else { "1" }}
                </span>
                <span class="visually-hidden">{words}</span>
            }
        })
    };
    view! {
        <th
            role="columnheader"
            scope="col"
            class="head"
            aria-sort=aria
            aria-colindex=place
            data-column=column.as_str()
            data-second=move || order.get().is_some_and(|(_, second)| second).then_some("")
            node_ref=cell
        >
            <button
                type="button"
                class="sort-button"
                on:click=move |event| heads.on_sort.run((column, event.shift_key()))
            >
                {column.label()}
                <Icon name=icon size=12 />
                {rank}
            </button>
            <Edge column cell heads />
        </th>
    }
}

/// The edge of a head: dragged, or moved by arrow keys, it makes the column wider or narrower.
#[component]
fn Edge(column: Column, cell: NodeRef<html::Th>, heads: Heads) -> impl IntoView {
    let width = move || cell.get_untracked().map(|cell| cell.offset_width()).unwrap_or_default();
    // Where the pointer was taken down, and how wide the column was.
    let taken = StoredValue::new(None::<(i32, i32)>);
    let edge = NodeRef::<html::Div>::new();
    let now = RwSignal::new(0);
    crate::reactive::effect(move || {
        heads.widths.track();
        if cell.get().is_some() {
            now.set(width());
        }
    });
    let down = move |event: ev::PointerEvent| {
        if let Some(edge) = edge.get_untracked().filter(|_| event.button() == 0) {
            let _ = edge.set_pointer_capture(event.pointer_id());
            taken.set_value(Some((event.client_x(), width())));
        }
    };
    let moved = move |event: ev::PointerEvent| {
        if let Some((from, before)) = taken.get_value() {
            heads.sizing.set(Some((column, clamp(before + event.client_x() - from))));
        }
    };
    let done = move |_: ev::PointerEvent| {
        taken.set_value(None);
        if let Some((column, width)) = heads.sizing.get_untracked() {
            heads.sizing.set(None);
            heads.on_width.run((column, Some(width)));
        }
    };
    let press = move |event: ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => -STEP,
            "ArrowRight" => STEP,
            "Home" => {
                event.prevent_default();
                heads.on_width.run((column, None));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        heads.on_width.run((column, Some(clamp(width() + step))));
    };
    view! {
        <div
            class="head-edge"
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=format!("Width of {}", column.label())
            aria-valuenow=now
            aria-valuemin=*layout::WIDTHS.start()
            aria-valuemax=*layout::WIDTHS.end()
            node_ref=edge
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=done
            on:pointercancel=done
            on:dblclick=move |_| heads.on_width.run((column, None))
            on:keydown=press
        ></div>
    }
}

fn clamp(width: i32) -> u16 {
    u16::try_from(width.max(0)).unwrap_or(u16::MAX).clamp(*layout::WIDTHS.start(), *layout::WIDTHS.end())
}
