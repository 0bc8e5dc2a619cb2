//! The table of the screen, or what stands in its place.

use std::sync::Arc;

use leptos::prelude::*;

use super::board::Board;
use super::kept_scroll::KeptScroll;
use super::line;
use super::new_runner_link::new_href;
use super::question::Question;
use crate::components::filter_bar::SEARCH;
use crate::components::no_runners::NoRunners;
use crate::components::row_actions::RowActs;
use crate::components::runner_table::{Picked, RunnerTable};
use crate::reactive::{callback, derive, memo};
use crate::route::Tab;
use crate::search::Sort;
use crate::ui::Handover;

/// The table, or why there is none.
#[component]
pub fn Table(
    /// The screen's state.
    board: Board,
) -> impl IntoView {
    let list = board.list;
    let on_clear = callback(move |()| board.clear_filters());
    let is_all = memo(move || list.unasked() == 0);
    let empty = move || {
        list.nothing.get().map(|reason| {
            let (search, source) = (list.search.get_untracked(), list.source.get_untracked());
            let new_href = new_href(board, &source);
            let sees_all = board.session.open_untracked().is_some_and(|open| open.who.lists_instance);
            view! { <NoRunners reason search source sees_all is_all=is_all.get() owned_href=list.owned_href() new_href on_clear /> }
        })
    };
    let on_sort = callback(move |(key, second)| {
        let (sort, then) = untrack(|| board.order());
        board.sort(match sort {
            Some(first) if second && first.key != key => (sort, Some(Sort::toggled(then, key))),
            first => (Some(Sort::toggled(first, key)), then.filter(|then| second && then.key != key)),
        });
    });
    let columns = memo(move || Arc::new(list.layout.read().shown()));
    let on_width = callback(move |(column, width)| {
        let mut route = board.navigation.route_untracked();
        let mut shown = route.layout.shown();
        for one in shown.iter_mut().filter(|(other, _)| *other == column) {
            one.1 = width;
        }
        route.layout.columns = shown;
        board.navigation.replace(route);
    });
    let picked = derive(move || match (board.selection.count_shown(), list.shown.read().runners()) {
        (0, _) => Picked::None,
        (some, all) if some == all => Picked::All,
        _ => Picked::Some,
    });
    let scrolled = expect_context::<KeptScroll>().follow(board);
    // It stays in the page while something stands in its place: typing on brings its rows back, and putting them together
    // anew would cost more than the search.
    let table = view! {
            <RunnerTable
                count=derive(move || list.shown.read().lines().len())
                lines=callback(move |window| line::lines(board, &columns.read(), window))
                columns
                acts=acts(board)
                sort=derive(move || board.order())
                on_sort
                on_width
                picked
                on_select_all=callback(move |on| board.selection.set_all(on))
                density=board.density
                busy=derive(move || board.is_loading())
                on_sight=callback(move |ids| list.in_sight(ids))
                scrolled
                reveal=board.reveal
            />
    };
    let has_rows = derive(move || list.nothing.read().is_none());
    let handover = Handover::new(has_rows, &[SEARCH]);
    view! {
        <div
            class="table-place"
            hidden=move || !has_rows.get()
            on:focusin=move |_| handover.came()
            on:focusout=move |_| handover.went()
        >
            {table}
        </div>
        {empty}
    }
}

fn acts(board: Board) -> RowActs {
    let navigation = board.navigation;
    RowActs {
        select: callback(move |(id, on)| board.selection.set(id, on)),
        edit: callback(move |id| navigation.go(navigation.route_untracked().with_runner(id, Tab::Edit))),
        pause: callback(move |(id, paused)| board.pausing.want(id, paused)),
        delete: callback(move |id| board.asking.ask(Question::Delete(id))),
        focus: callback(move |row| board.current.set(Some(row))),
        toggle: callback(move |key: String| board.list.toggle(&key)),
    }
}
