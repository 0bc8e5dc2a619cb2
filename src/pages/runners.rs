//! The runners of a source: tabs, filters, table, and beside it the drawer of the open one.

use leptos::prelude::*;

mod board;
mod list;
mod list_head;
pub(super) mod pausing;
mod selection;
mod shortcuts;
mod sources;
mod table;
mod version_filter;

use crate::browser::{focus, timers};
use crate::pages::runner::RunnerDrawer;
use crate::state::fleet::{FleetState, Phase};
use crate::ui::{Alert, ProgressLine};
use board::Board;
use list_head::ListHead;
use table::Table;

/// The runners screen.
#[component]
pub fn RunnersPage() -> impl IntoView {
    let board = Board::new();
    let list = board.list;
    shortcuts::listen(board);
    return_focus(board.open);
    let drawer = move || {
        let id = board.open.get()?;
        Some(view! { <RunnerDrawer id previous=list.previous(id) next=list.next(id) /> })
    };
    view! {
        <main class="panels" data-drawer=move || board.open.get().map(|_| "")>
            <section class="panel list-panel" aria-label="Runner list">
                <ListHead board />
                <Failure board />
                <div class="table-frame" data-density=board.density>
                    <Show when=move || board.is_loading()>
                        <ProgressLine name="Loading runners" done=list.done />
                    </Show>
                    <Table board />
                </div>
            </section>
            {drawer}
        </main>
    }
}

/// What went wrong, above the rows that came before it did.
#[component]
fn Failure(board: Board) -> impl IntoView {
    let fleet = expect_context::<FleetState>();
    let failure = move || match fleet.phase() {
        Phase::Failed(error) if board.list.nothing.read().is_none() => Some(list::failure_words(&error)),
        _ => None,
    };
    move || {
        failure().map(|(title, text)| {
            view! {
                <div class="list-failure">
                    <Alert title on_retry=Callback::new(move |()| fleet.refresh())>
                        {text}
                    </Alert>
                </div>
            }
        })
    }
}

/// The focus goes back to the row's link when its drawer closes.
fn return_focus(open: Memo<Option<u64>>) {
    Effect::new(move |before: Option<Option<u64>>| {
        let now = open.get();
        if let (Some(Some(id)), None) = (before, now) {
            timers::frame(move || {
                focus::id(&format!("runner-link-{id}"));
            });
        }
        now
    });
}
