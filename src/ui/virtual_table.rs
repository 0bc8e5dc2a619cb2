//! A table of any length: only the rows in sight are in the page, at a fixed height each.
//!
//! It knows rows by number and place; what stands in them is its parent's.

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::browser::media;
use crate::reactive::{effect, memo};
use crate::ui::Show;

/// Rows kept ready above and below those in sight.
const SPARE: usize = 6;
/// Until the style has said it.
const ROW_HEIGHT: usize = 48;

/// Height of the head in pixels.
const HEAD_HEIGHT: usize = 36;

/// What the table tells its parent about the room it has.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Room {
    /// Inner width in pixels.
    pub width: usize,
    /// Inner height in pixels.
    pub height: usize,
    /// Height of a row in pixels.
    pub row: usize,
}

/// A table of rows that are known by number.
#[component]
pub fn VirtualTable(
    /// What is listed.
    #[prop(into)]
    name: String,
    /// The class of the table, for its style.
    class: &'static str,
    /// How the rows are spaced; a change makes the table measure anew.
    #[prop(into)]
    density: Signal<&'static str>,
    /// Every row's number, in the order shown.
    ids: Signal<Arc<Vec<u64>>>,
    /// The cells of the head, each a `th`.
    #[prop(into)]
    head: ViewFn,
    /// The row with that number; its place in the table counts from 0.
    row: Callback<(u64, Memo<usize>), AnyView>,
    /// Rows to show below the head while there are none.
    #[prop(into)]
    waiting: ViewFn,
    /// Whether more rows are on their way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called with the numbers of the rows in sight whenever they change.
    on_sight: Callback<Vec<u64>>,
    /// Called with the room there is whenever it changes.
    on_room: Callback<Room>,
    /// A place to bring into sight.
    reveal: RwSignal<Option<usize>>,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new(0_usize);
    let space = RwSignal::new(Room { row: ROW_HEIGHT, ..Room::default() });
    let observer = StoredValue::new_local(None);
    let measure = move |width: i32, height: i32| {
        let row = frame.get_untracked().and_then(|element| media::length(&element, "--row-height"));
        let measured = Room { width: whole(width), height: whole(height), row: row.map_or(ROW_HEIGHT, whole) };
        if space.get_untracked() != measured {
            space.set(measured);
            on_room.run(measured);
        }
    };
    effect(move || {
        density.track();
        if let Some(element) = frame.get() {
            observer.set_value(media::on_size(&element, measure));
        }
    });
    let span = memo(move || in_sight(scrolled.get(), space.get(), ids.read().len()));
    let window = memo(move || {
        let (first, last) = span.get();
        ids.read().get(first..last).unwrap_or_default().iter().copied().zip(first..).collect::<Vec<(u64, usize)>>()
    });
    effect(move || on_sight.run(window.read().iter().map(|(id, _)| *id).collect()));
    effect(move || {
        if let (Some(place), Some(element)) = (reveal.get(), frame.get_untracked()) {
            element.set_scroll_top(top_that_shows(place, whole(element.scroll_top()), space.get_untracked()));
            scrolled.set(whole(element.scroll_top()));
            reveal.set(None);
        }
    });
    // What is above and below the rows in the page is empty space of the same height.
    let above = move || format!("{}px", span.get().0 * space.get().row);
    let below = move || format!("{}px", ids.read().len().saturating_sub(span.get().1) * space.get().row);
    let one = move |(id, _): (u64, usize)| {
        #[expect(clippy::disallowed_methods, reason = "it needs what it was before")]
        let place = Memo::new(move |before: Option<&usize>| {
            let window = window.read();
            let found = window.iter().find(|(other, _)| *other == id);
            found.map(|(_, place)| *place).or(before.copied()).unwrap_or_default()
        });
        row.run((id, place))
    };
    view! {
        <div
            class="table-scroll"
            data-density=density
            node_ref=frame
            on:scroll=move |_| {
                if let Some(element) = frame.get_untracked() {
                    scrolled.set(whole(element.scroll_top()));
                }
            }
        >
            <table
                class=class
                role="table"
                aria-label=name
                aria-rowcount=move || ids.read().len() + 1
                aria-busy=move || busy.get().then_some("true")
            >
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        {move || head.run()}
                    </tr>
                </thead>
                <tbody role="rowgroup" style:padding-block-start=above style:padding-block-end=below>
                    <For each=move || window.get() key=|(id, _)| *id children=one />
                    <Show when=move || ids.read().is_empty()>{waiting.run()}</Show>
                </tbody>
            </table>
        </div>
    }
}

/// The first place in sight and the one after the last, with some to spare.
fn in_sight(scrolled: usize, room: Room, count: usize) -> (usize, usize) {
    let row = room.row.max(1);
    let first = (scrolled / row).saturating_sub(SPARE);
    let rows = room.height.div_ceil(row) + 1 + 2 * SPARE;
    (first.min(count), (first + rows).min(count))
}

/// How far to scroll so that a place is in sight: not at all if it is.
fn top_that_shows(place: usize, scrolled: usize, room: Room) -> i32 {
    let top = place * room.row;
    // The head stands over the first pixels of the rows and is as high as a compact row.
    let bottom = top + room.row + HEAD_HEIGHT;
    let wanted = if top < scrolled {
        top
    } else if bottom > scrolled + room.height {
        bottom - room.height
    } else {
        scrolled
    };
    i32::try_from(wanted).unwrap_or(i32::MAX)
}

/// Pixels are never negative here.
fn whole(pixels: i32) -> usize {
    usize::try_from(pixels).unwrap_or(0)
}
