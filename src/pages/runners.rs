//! The runners of a source: tabs, filters, table, and beside it the drawer of the open one.

use leptos::prelude::*;

mod arrows;
mod board;
mod current_row;
mod deleting;
mod exporting;
mod failures;
mod filters;
mod kept_scroll;
mod line;
mod list;
mod list_head;
mod list_notes;
mod new_runner_link;
pub(super) mod pausing;
pub(super) mod question;
mod resetting;
mod selection;
mod shortcuts;
pub(super) mod sources;
mod table;
mod tools;
mod typed_filter;
mod wanted_details;

use crate::browser::{focus, timers};
use crate::components::filter_bar::SEARCH;
use crate::components::runner_row::focus_link;
use crate::components::unasked_note::UnaskedNote;
use crate::pages::runner;
use crate::reactive::{callback, effect, memo};
use crate::state::toasts::Toasts;
use crate::ui::lazy::prefetch;
use crate::ui::{ProgressLine, ROWS, Show, lazy_view};
use board::Board;
use failures::Failures;
pub(super) use kept_scroll::KeptScroll;
use list_head::ListHead;
use table::Table;

/// The runners screen.
#[component]
pub fn RunnersPage() -> impl IntoView {
    let board = Board::new();
    let list = board.list;
    shortcuts::listen(board);
    return_focus(board);
    say_gone(board);
    provide_context(board.asking);
    // Once the list is there, the drawer is what will be wanted next.
    effect(move || {
        if !board.is_loading() {
            prefetch(runner::load);
            prefetch(question::load_question);
            prefetch(exporting::load_exporting);
            prefetch(filters::load_more_filters);
        }
    });
    let unasked = memo(move || list.unasked());
    let drawer = move || {
        let id = board.open.get()?;
        let about = (id, list.previous(id), list.next(id));
        Some(lazy_view(runner::load, about, runner::frame))
    };
    let question = move || {
        let question = board.asking.question()?;
        Some(lazy_view(question::load_question, (board, question), question::frame))
    };
    view! {
        <main class="panels" data-drawer=move || board.open.get().map(|_| "")>
            <section class="panel list-panel" aria-label="Runner list">
                <ListHead board />
                <Failures board />
                <div class="table-frame" data-density=move || board.density.get().as_str()>
                    <Show when=move || board.is_loading()>
                        <ProgressLine name="Loading runners" done=list.done />
                    </Show>
                    <Table board />
                </div>
                <UnaskedNote lists=unasked on_ask=callback(move |()| board.fleet.ask_unasked()) />
            </section>
            {drawer}
        </main>
        {question}
    }
}

/// A row that leaves because its runner is gone leaves with a word.
fn say_gone(board: Board) {
    let toasts = expect_context::<Toasts>();
    Effect::new(move |before: Option<Option<u64>>| {
        let now = board.fleet.gone();
        if let (Some(id), true) = (now, before.is_some_and(|before| before != now)) {
            toasts.say(format!("Runner #{id} is gone. Somebody may have deleted it."));
        }
        now
    });
}

/// The focus goes back to the row's link when its drawer closes.
fn return_focus(board: Board) {
    Effect::new(move |before: Option<Option<u64>>| {
        let now = board.open.get();
        if let Some(id) = now {
            board.current.turn_to(id);
        }
        if let (Some(Some(id)), None) = (before, now) {
            // The page may be left before the next frame.
            let place = board.current.place_of(id);
            timers::frame(move || {
                // A row that no longer matches has no link.
                if !place.is_some_and(focus_link) {
                    focus::if_lost(vec![ROWS.to_owned(), SEARCH.to_owned()]);
                }
            });
        }
        now
    });
}
