//! Everything above the table: sources, filters, and the line that says how far the list is.

use leptos::prelude::*;

use super::board::Board;
use super::filters;
use super::list_notes::ListNotes;
use super::new_runner_link::NewRunnerLink;
use super::sources::Sources;
use super::tools::{self, About};
use crate::browser::{focus, media};
use crate::components::filter_bar::FilterBar;
use crate::components::list_bar::ListBar;
use crate::components::load_details::AllDetails;
use crate::format;
use crate::reactive::{callback, derive, memo};
use crate::search::{RunnerSearch, Source};
use crate::state::fleet::Phase;
use crate::ui::time_ago::use_now;
use crate::ui::{ROWS, lazy_view};

/// The head of the list panel.
#[component]
pub fn ListHead(
    /// The screen's state.
    board: Board,
) -> impl IntoView {
    let list = board.list;
    let on_clear = callback(move |()| board.clear_filters());
    let read_at = derive(move || board.fleet.read_at());
    let now = use_now();
    let updated = derive(move || {
        let now = now.get();
        read_at.get().map(|at| format!("updated {}", format::ago(now.max(at), at)))
    });
    let wide = RwSignal::new(media::matches(ROOM_FOR_TOOLS));
    let details = all_details(board);
    let about = About { board, wide: wide.into(), read_at, details };
    // What was typed last may not stand in the search that was changed.
    let on_choose = callback(move |search| {
        let text = list.search.read_untracked().text.clone();
        board.navigation.go(board.with_search(RunnerSearch { text, ..search }));
    });
    let is_filtered = memo(move || list.search.read().is_filtered());
    let panel = board.filters.panel(on_choose);
    let more = move || lazy_view(filters::load_more_filters, panel, filters::frame);
    view! {
        <div class="list-head">
            <h1 class="list-title">"Runners"</h1>
            <Sources source=list.source />
            <div class="list-head-actions">
                <NewRunnerLink board />
            </div>
        </div>
        <FilterBar
            text=derive(move || list.search.read().text.clone())
            search=list.written_search
            is_filtered
            on_type=callback(move |text| {
                let search = RunnerSearch { text, ..list.search.get_untracked() };
                board.navigation.replace_typing(board.with_search(search));
            })
            on_choose
            offers=board.filters.offers()
            version=board.filters.version()
            has_through=board.filters.has_through()
            more=more
            on_clear
            narrow=board.narrow
            clear_elsewhere=derive(move || list.nothing.read().is_some())
            search_box=board.search_box
        />
        <ListBar
            sentence=list.sentence
            notes=move || view! { <ListNotes board details /> }
            loading=derive(move || board.is_loading())
            on_clear_filters=derive(move || offers_clear(board, is_filtered).then_some(on_clear))
            warnings=derive(move || board.navigation.warnings())
            selected=derive(move || board.selection.count())
            refusal=derive(move || board.selection.refusal())
            bulk=derive(move || board.pausing.progress().or_else(|| partly_hidden(board)))
            on_stop=callback(move |()| board.fleet.stop())
            on_refresh=callback(move |()| board.fleet.refresh())
            on_pause=callback(move |paused| board.pausing.all(board.selection, paused))
            on_clear=callback(move |()| {
                board.selection.clear();
                focus::if_lost(vec![ROWS.to_owned()]);
            })
            on_resume=derive(move || can_resume(board).then(|| callback(move |()| board.fleet.resume())))
            updated
            wide
            tools=Box::new(move || lazy_view(tools::load, about, tools::frame).into_any())
        />
    }
}

/// How many are selected, where some of them are not shown.
fn partly_hidden(board: Board) -> Option<String> {
    let (all, shown) = (board.selection.count(), board.selection.count_shown());
    (shown < all).then(|| format!("{} selected, {} not shown", format::count(all), format::count(all - shown)))
}

/// Whether everything was stopped before it was all read.
fn can_resume(board: Board) -> bool {
    board.fleet.phase() == Phase::Stopped && *board.list.source.read() == Source::Everything
}

/// In a window of this width the list bar has room for all tools, until it is measured.
const ROOM_FOR_TOOLS: &str = "(min-width: 1136px)";

/// The details of all runners, and what loads them.
fn all_details(board: Board) -> AllDetails {
    let fleet = board.fleet;
    let counts = memo(move || fleet.with(|fleet| (fleet.unknown(), fleet.len())));
    let left = memo(move || {
        let (unknown, all) = counts.get();
        let is_offered = unknown > 0 && (board.list.is_in_doubt() || fleet.phase() != Phase::Loading);
        is_offered.then(|| (all, fleet.details_requests(unknown)))
    });
    AllDetails {
        left: left.into(),
        progress: derive(move || fleet.details_progress()),
        held: derive(move || board.session.held()),
        on_load: callback(move |()| fleet.load_all_details()),
        on_stop: callback(move |()| fleet.stop_all_details()),
    }
}

/// Whether the list bar offers to clear the filters: on a narrow page, unless an empty list offers it already.
fn offers_clear(board: Board, is_filtered: Memo<bool>) -> bool {
    board.narrow.get() && is_filtered.get() && board.list.nothing.read().is_none()
}
