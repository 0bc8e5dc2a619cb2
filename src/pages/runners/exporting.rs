//! Takes what is shown elsewhere: makes the files and the texts for the clipboard from what is loaded. Asks GitLab nothing.

use futures::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::Board;
use crate::browser::{clipboard, clock, download};
use crate::components::export_menu::ExportMenu;
use crate::export::{self, Export, Sheet, curl};
use crate::format::counted;
use crate::reactive::{callback, derive};
use crate::search::Reading;
use crate::state::toasts::Toasts;
use crate::ui::lazy::lazy;

/// What is wanted, of what, and where it is said what came of it.
pub type Wanted = (Board, Toasts, Export);

/// The button and its menu.
#[component]
pub fn Exporting(board: Board) -> impl IntoView {
    let toasts = expect_context::<Toasts>();
    let shown = derive(move || board.list.shown.read().runners());
    let selected = derive(move || (board.selection.count(), board.selection.count_shown()));
    let on_export = callback(move |what| start((board, toasts, what)));
    view! { <ExportMenu shown selected on_export /> }
}

lazy!(tools, load_exporting, export, Wanted);

/// Exports at once if the code is here: a browser lets a page write to the clipboard for a moment after a click only.
fn start(wanted: Wanted) {
    let mut loading = load_exporting();
    if let Some(Ok(export)) = (&mut loading).now_or_never() {
        drop(export(wanted));
        return;
    }
    spawn_local(async move {
        match load_exporting().await {
            Ok(export) => drop(export(wanted)),
            Err(_) => wanted.1.fail("Nothing was exported: a part of this page did not come. Check the connection."),
        }
    });
}

/// Parts begin with a view; this one shows nothing.
fn export((board, toasts, what): Wanted) -> AnyView {
    untrack(|| match what {
        Export::Csv | Export::Json => save(board, toasts, what),
        Export::Rows => {
            let (text, rows) = with_sheet(board, |sheet, rows| (sheet.rows(), rows));
            copy(toasts, text, format!("{} copied", counted(rows, "row")), "rows");
        }
        Export::Curl => {
            let (commands, brings_more) = commands(board);
            let more =
                if brings_more { " GitLab's answer may hold more than is shown: it knows fewer filters." } else { "" };
            match commands {
                commands if commands.is_empty() => toasts.fail("There is no list to ask for yet. Choose one first."),
                commands => {
                    copy(toasts, commands, format!("Copied as curl. It takes the token from $TOKEN.{more}"), "command");
                }
            }
        }
    });
    ().into_any()
}

fn save(board: Board, toasts: Toasts, what: Export) {
    let Some(session) = board.session.open() else { return };
    let (ending, kind) = if what == Export::Csv { ("csv", "text/csv") } else { ("json", "application/json") };
    let name = export::file_name(session.client.instance().host(), clock::now(), ending);
    let (text, runners, not_loaded) = with_sheet(board, |sheet, places| {
        let text = if what == Export::Csv { sheet.csv() } else { sheet.json() };
        (text, places, sheet.not_loaded())
    });
    if !download::save(&name, kind, &text) {
        toasts.fail("The browser did not take the file.");
        return;
    }
    let done = format!("{} exported as {}", counted(runners, "runner"), what.label());
    toasts.say(match not_loaded {
        0 => done,
        _ => format!("{done}. It has unknown cells: the details of {} are not loaded.", counted(not_loaded, "runner")),
    });
}

/// The rows shown, or those of them that are selected, with the columns shown.
fn with_sheet<T>(board: Board, make: impl FnOnce(&Sheet<'_>, usize) -> T) -> T {
    let layout = board.list.layout.get();
    let (order, _) = board.fleet.order(&board.list.search.read(), clock::now());
    board.fleet.with(|fleet| {
        let mut places = export::places(fleet, order, layout.group_by);
        if board.selection.count() > 0 {
            places.retain(|place| board.selection.has(fleet.id(*place)));
        }
        let columns = layout.shown().into_iter().map(|(column, _)| column);
        make(&Sheet::new(fleet, &places, columns), places.len())
    })
}

/// The selected runners' requests, or those of the list, and whether these may bring more than is shown.
fn commands(board: Board) -> (String, bool) {
    let Some(session) = board.session.open() else { return Default::default() };
    let instance = session.client.instance();
    if board.selection.count() > 0 {
        let ids = board.list.ids().into_iter().filter(|id| board.selection.has(*id));
        return (ids.map(|id| curl::runner(instance, id)).collect::<Vec<_>>().join("\n"), false);
    }
    let search = board.list.search.read();
    let Some(reading) = Reading::of(&search) else { return Default::default() };
    let heeds_version = session.version.knows_version_prefix();
    let reading = if heeds_version { reading } else { reading.without_version() };
    let commands = match &reading {
        Reading::List(list) => {
            let known = board.fleet.with(|fleet| curl::at_most(fleet, list));
            // What is not loaded yet is told at least.
            let told = board.fleet.total().unwrap_or_default();
            curl::list(instance, list, known.max(told))
        }
        Reading::Everything(filters) => curl::lists(instance, &board.fleet.lists_read(), filters),
    };
    (commands, reading.may_bring_more(&search))
}

fn copy(toasts: Toasts, text: String, done: String, what: &'static str) {
    spawn_local(async move {
        match clipboard::write(&text).await {
            Ok(()) => toasts.say(done),
            Err(clipboard::Blocked) => {
                toasts.fail(format!("The {what} could not be copied: this browser does not let the page do it."));
            }
        }
    });
}
