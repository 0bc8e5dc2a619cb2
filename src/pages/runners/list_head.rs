//! Everything above the table: sources, filters, and the line that says how far the list is.

use crate::reactive::{callback, derive};
use leptos::prelude::*;

use super::board::Board;
use super::sources::Sources;
use crate::components::filter_bar::FilterBar;
use crate::components::list_bar::ListBar;

/// The head of the list panel.
#[component]
pub fn ListHead(
    /// The screen's state.
    board: Board,
) -> impl IntoView {
    let list = board.list;
    let on_clear = callback(move |()| board.clear_filters());
    view! {
        <div class="list-head">
            <h1 class="list-title">"Runners"</h1>
            <Sources source=list.source />
        </div>
        <FilterBar
            search=list.search
            on_type=callback(move |search| board.navigation.replace(board.with_search(search)))
            on_choose=callback(move |search| board.navigation.go(board.with_search(search)))
            version=board.version.text
            on_version=callback(move |text| board.version.hear(text))
            on_clear
            narrow=board.narrow
            clear_elsewhere=derive(move || list.nothing.read().is_some())
            search_box=board.search_box
        />
        <ListBar
            sentence=list.sentence
            loading=derive(move || board.is_loading())
            on_clear_filters=derive(move || offers_clear(board).then_some(on_clear))
            warnings=derive(move || board.navigation.warnings())
            selected=derive(move || board.selection.count())
            refusal=derive(move || board.selection.refusal())
            bulk=derive(move || board.pausing.progress())
            on_stop=callback(move |()| board.fleet.stop())
            on_refresh=callback(move |()| board.fleet.refresh())
            on_pause=callback(move |paused| board.pausing.all(board.selection, paused))
            on_clear=callback(move |()| board.selection.clear())
            density=board.density
            on_density=callback(move |density| board.choose_density(density))
        />
    }
}

/// Whether the list bar offers to clear the filters: on a narrow page, unless an empty list offers it already.
fn offers_clear(board: Board) -> bool {
    board.narrow.get() && board.list.search.read().is_filtered() && board.list.nothing.read().is_none()
}
