//! Keys of the list, for whoever does not want to leave the keyboard. None of them acts while a field has the focus.

use leptos::prelude::*;

use super::arrows;
use super::board::Board;
use crate::browser::{focus, keys, timers};
use crate::components::runner_row::focus_link;
use crate::route::Tab;
use crate::ui::DRAWER;

/// Hears the keys for as long as the page is there.
pub fn listen(board: Board) {
    StoredValue::new_local(keys::on_shortcut(move |key| press(board, key)));
}

fn press(board: Board, key: &str) -> bool {
    let navigation = board.navigation;
    match key {
        "/" => {
            if let Some(input) = board.search_box.get_untracked() {
                focus::on(&input);
            }
        }
        "j" => step(board, true),
        "k" => step(board, false),
        "r" => board.fleet.refresh(),
        "Enter" | "e" | "p" | "x" => {
            let Some(id) = meant(board) else { return false };
            match key {
                "Enter" => navigation.go(navigation.route_untracked().with_runner(id, Tab::Details)),
                "e" => navigation.go(navigation.route_untracked().with_runner(id, Tab::Edit)),
                "p" => board.pausing.toggle(id),
                _ if board.fleet.with_untracked(|fleet| fleet.place(id).is_none()) => return false,
                _ => board.selection.toggle(id),
            }
        }
        _ => return arrows::press(board, key),
    }
    true
}

/// The runner that a key is about: that of the drawer while the focus is in it, else that of the row which has or had it,
/// unless that is no longer shown.
fn meant(board: Board) -> Option<u64> {
    let open = board.open.get_untracked();
    let current = || board.current.id().filter(|_| board.current.place().is_some());
    open.filter(|_| focus::is_within(DRAWER)).or_else(current).or(open)
}

/// Moves the focus to another row's link, bringing the row into sight first.
fn step(board: Board, down: bool) {
    let list = board.list;
    let first = || if list.id_at(0).is_some() { Some(0) } else { list.step(0, true) };
    let next = match (board.current.place(), board.current.last_place()) {
        (Some(here), _) => list.step(here, down),
        // It has left the table, and the one after it stands at its place.
        (None, Some(there)) if down => {
            there.checked_sub(1).map_or_else(first, |above| list.step(above, true)).or_else(|| list.step(there, false))
        }
        (None, Some(there)) => list.step(there, false),
        (None, None) => first(),
    };
    let Some(place) = next else { return };
    let Some(id) = list.id_at(place) else { return };
    board.current.set(Some((id, place)));
    board.reveal.set(Some(place));
    timers::frame(move || {
        focus_link(place);
    });
}
