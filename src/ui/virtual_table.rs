//! A table of any length: only the rows in sight are in the page, at a fixed height each.
//!
//! It knows lines by their place; what stands in them is its parent's, who paints them into the body by hand: a row that is
//! made by signals and closures costs more than a frame has time for.

use leptos::{html, prelude::*};

use crate::browser::media;
use crate::reactive::{effect, memo};

/// Rows kept ready above and below those in sight, once the table is scrolled.
const SPARE: usize = 2;
/// Below a table at its beginning: that is where typing and sorting change every row, and each costs a part of the frame.
const SPARE_AT_BEGINNING: usize = 1;
/// Selects what scrolls: where the focus goes when what had it has left the page.
pub const ROWS: &str = ".table-scroll";

/// Height of a row in pixels until the style has said it.
pub const ROW_HEIGHT: usize = 48;

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

/// The lines that are in the page: those in sight, with some to spare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first place.
    pub first: usize,
    /// The place after the last.
    pub last: usize,
}

/// A table of lines that are known by their place, counted from 0.
#[component]
pub fn VirtualTable(
    /// What is listed.
    name: &'static str,
    /// The class of the table, for its style.
    class: &'static str,
    /// How the rows are spaced; a change makes the table measure anew.
    #[prop(into)]
    density: Signal<&'static str>,
    /// How many lines there are.
    #[prop(into)]
    count: Signal<usize>,
    /// How many columns there are.
    #[prop(into)]
    columns: Signal<usize>,
    /// Puts the lines of the window into the body, and again whenever something that it reads changes. It runs before
    /// the frame in which the table was scrolled is painted. It reads its lines before the window, which follows from
    /// their number: else changes that leave the window as it was would be missed.
    paint: Callback<Memo<Window>>,
    /// Whether more rows are on their way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called with the room there is whenever it changes.
    on_room: Callback<Room>,
    /// How far it is scrolled, in pixels; where it begins.
    scrolled: RwSignal<usize>,
    /// A place to bring into sight.
    reveal: RwSignal<Option<usize>>,
    /// What scrolls.
    frame: NodeRef<html::Div>,
    /// Where the row of heads belongs, which its parent puts there.
    head: NodeRef<html::Thead>,
    /// Where the rows are.
    body: NodeRef<html::Tbody>,
) -> impl IntoView {
    let space = RwSignal::new(Room { row: ROW_HEIGHT, ..Room::default() });
    let observer = StoredValue::new_local(None);
    let measure = move |width: i32, height: i32| {
        // What is hidden has no room, and keeps what it had.
        if width == 0 {
            return;
        }
        let Some(element) = frame.get_untracked() else { return };
        let row = media::length(&element, "--row-height");
        if space.get_untracked().height == 0 {
            element.set_scroll_top(i32::try_from(scrolled.get_untracked()).unwrap_or(i32::MAX));
        }
        // What was hidden may come back scrolled elsewhere, and nobody says so.
        let now = whole(element.scroll_top());
        if scrolled.get_untracked() != now {
            scrolled.set(now);
        }
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
    let window = memo(move || in_sight(scrolled.get(), space.get(), count.get()));
    effect(move || {
        paint.run(window);
        if let Some(element) = frame.get_untracked() {
            media::lay_out_soon(&element);
        }
    });
    effect(move || {
        if let (Some(place), Some(element)) = (reveal.get(), frame.get_untracked()) {
            element.set_scroll_top(top_that_shows(place, whole(element.scroll_top()), space.get_untracked()));
            scrolled.set(whole(element.scroll_top()));
            reveal.set(None);
        }
    });
    // What is above and below the rows in the page is empty space of the same height.
    let above = move || format!("{}px", window.get().first * space.get().row);
    let below = move || format!("{}px", count.get().saturating_sub(window.get().last) * space.get().row);
    view! {
        <div
            class="table-scroll"
            data-density=density
            tabindex="-1"
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
                aria-rowcount=move || count.get() + 1
                aria-colcount=columns
                aria-busy=move || busy.get().then_some("true")
            >
                <thead role="rowgroup" node_ref=head></thead>
                <tbody
                    role="rowgroup"
                    style:padding-block-start=above
                    style:padding-block-end=below
                    node_ref=body
                ></tbody>
            </table>
        </div>
    }
}

/// The first place in sight and the one after the last, with some to spare.
fn in_sight(scrolled: usize, room: Room, count: usize) -> Window {
    let row = room.row.max(1);
    // The head takes its room.
    let height = room.height.saturating_sub(HEAD_HEIGHT);
    // A list that became shorter is scrolled less in the next frame; until then its end is shown.
    let top = (scrolled / row).min(count.saturating_sub(height.div_ceil(row) + 1));
    let bottom = (scrolled + height).div_ceil(row);
    let below = if scrolled == 0 { SPARE_AT_BEGINNING } else { SPARE };
    Window { first: top.saturating_sub(SPARE), last: (bottom + below).min(count) }
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
