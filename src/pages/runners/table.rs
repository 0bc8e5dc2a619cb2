//! The table of the screen, or what stands in its place.

use leptos::prelude::*;

use super::asking::Question;
use super::board::Board;
use super::list_head::new_runner_href;
use crate::browser::history;
use crate::can;
use crate::components::no_runners::NoRunners;
use crate::components::row_actions::Refusals;
use crate::components::runner_row::{KnownRow, RowContext, RowData};
use crate::components::runner_table::{RunnerTable, is_stacked, tags_width};
use crate::fleet::Cell;
use crate::gitlab::runner::Runner;
use crate::gitlab::term::RunnerType;
use crate::reactive::{callback, derive};
use crate::route::Tab;
use crate::search::{Column, RunnerSearch, Sort, Source, Way};
use crate::ui::Show;

/// The table, or why there is none.
#[component]
pub fn Table(
    /// The screen's state.
    board: Board,
) -> impl IntoView {
    let list = board.list;
    let on_clear = callback(move |()| board.clear_filters());
    let empty = move || {
        list.nothing.get().map(|reason| {
            let (search, source) = (list.search.get_untracked(), list.source.get_untracked());
            let new_href = new_href(board, &source);
            view! { <NoRunners reason search source owned_href=list.owned_href() new_href on_clear /> }
        })
    };
    let on_sort = callback(move |key| {
        let search = list.search.get_untracked();
        let sort = Some(Sort::toggled(search.sort, key));
        board.navigation.go(board.with_search(RunnerSearch { sort, ..search }));
    });
    let table = move || {
        view! {
            <RunnerTable
                ids=crate::reactive::memo(move || std::sync::Arc::new(list.ids())).into()
                context=row_context(board)
                sort=derive(move || list.search.read().sort)
                on_sort
                selected_count=derive(move || board.selection.count_shown())
                on_select_all=callback(move |on| board.selection.set_all(on))
                density=board.density
                busy=derive(move || board.is_loading())
                on_sight=callback(move |ids| list.in_sight(ids))
                on_room=callback(move |room| board.room.set(room))
                reveal=board.reveal
            />
        }
    };
    view! {
        <Show when=move || list.nothing.read().is_none() fallback=empty>
            {table()}
        </Show>
    }
}

/// Where a runner of the source's own type is created, for who may do so.
fn new_href(board: Board, source: &Source) -> Option<String> {
    let kind = match source {
        Source::Group(Some(_)) => RunnerType::Group,
        Source::Project(Some(_)) => RunnerType::Project,
        Source::Instance => RunnerType::Instance,
        _ => return None,
    };
    can::create(&board.session.open_untracked()?.who, &kind).ok()?;
    Some(new_runner_href(&board.navigation.route_untracked()))
}

fn row_context(board: Board) -> RowContext {
    let navigation = board.navigation;
    RowContext {
        data: callback(move |id| row_data(board, id)),
        href: callback(move |id| history::href(&navigation.route().with_runner(id, Tab::Details).to_query())),
        open: board.open.into(),
        is_selected: callback(move |id| board.selection.has(id)),
        on_select: callback(move |(id, on)| board.selection.set(id, on)),
        on_edit: callback(move |id| navigation.go(navigation.route_untracked().with_runner(id, Tab::Edit))),
        on_pause: callback(move |id| board.pausing.toggle(id)),
        on_delete: callback(move |id| board.asking.ask(Question::Delete(id))),
        on_focus: callback(move |id| board.current.set(Some(id))),
        tags_width: derive(move || tags_width(board.room.get(), board.density.get())),
        stacked: derive(move || is_stacked(board.room.get())),
    }
}

/// What is known of a runner, for its row; tracked.
fn row_data(board: Board, id: u64) -> Option<RowData> {
    let source = board.list.source.get();
    let (runner, details, waiting, way, owner) = board.fleet.with(|fleet| {
        let look = fleet.look(id)?;
        let details = look.is_known().then(|| KnownRow {
            tag_list: look.tags().map(str::to_owned).collect(),
            version: match look.cell(Column::Version) {
                Cell::Text(text) => Some(text.to_owned()),
                _ => None,
            },
            contacted_at: match look.cell(Column::ContactedAt) {
                Cell::Time(at) => Some(at),
                _ => None,
            },
            locked: look.is_locked(),
            protected: look.is_protected(),
        });
        let way = Way::of(&source, &look.kind(), look.group());
        let owner = way.as_ref().map_or_else(|| look.kind().label().to_owned(), ToString::to_string);
        Some((look.runner(), details, !look.is_known(), way.is_some(), owner))
    })?;
    let refusals = refusals(board, &runner);
    Some(RowData { runner, details, waiting, way, owner, busy: board.fleet.is_busy(id), refusals })
}

/// What the connected user is sure not to be allowed with a runner.
fn refusals(board: Board, runner: &Runner) -> Refusals {
    let Some(session) = board.session.open() else { return Refusals::default() };
    let reason = |answer: Result<(), can::Reason>| answer.err().map(|reason| reason.to_string());
    Refusals {
        edit: reason(can::edit(&session.who, runner)),
        pause: reason(can::pause(&session.who, runner)),
        // That it has several projects is no reason to refuse the question, which shows the way.
        delete: reason(can::delete(&session.who, runner, None)),
    }
}
