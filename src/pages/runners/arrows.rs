//! The arrow keys and their kin while a row has the focus: from line to line, and from one thing of a line to the next.

use leptos::prelude::*;

use super::board::Board;
use crate::browser::focus::{self, Step};
use crate::browser::timers;
use crate::components::runner_row::{focus_line, focused_place};

/// How far Page Up and Page Down go.
const PAGE: usize = 10;

/// What of a line can have the focus.
const ITEMS: &str = "a[href],button,input,[tabindex='0']";

/// Goes where a key leads; false where it leads nowhere.
pub fn press(board: Board, key: &str) -> bool {
    // Of several presses within a frame each goes on from where the one before it leads.
    let Some(place) = board.current.heading().or_else(focused_place) else { return false };
    let last = board.list.shown.read_untracked().lines().len().saturating_sub(1);
    match key {
        "ArrowUp" => go(board, place.saturating_sub(1)),
        "ArrowDown" => go(board, last.min(place + 1)),
        "PageUp" => go(board, place.saturating_sub(PAGE)),
        "PageDown" => go(board, last.min(place + PAGE)),
        "Home" => go(board, 0),
        "End" => go(board, last),
        "ArrowLeft" => beside(Step::Previous),
        "ArrowRight" => beside(Step::Next),
        _ => return false,
    }
    true
}

/// To the same thing of another line, which comes into sight first.
fn go(board: Board, place: usize) {
    let act = focus::attribute("data-act");
    board.current.head_for(Some(place));
    board.reveal.set(Some(place));
    timers::frame(move || {
        if let Some(place) = board.current.heading() {
            board.current.head_for(None);
            focus_line(place, act.as_deref());
        }
    });
}

fn beside(step: Step) {
    if let Some((line, _)) = focus::around("aria-rowindex") {
        focus::step(&line, ITEMS, step);
    }
}
