//! What happens when a head is used: its button sorts, its edge is dragged or moved by arrow keys.

use leptos::prelude::*;

use super::head::HeadElement;
use crate::browser::act;
use crate::browser::place::AnyEvent;
use crate::search::{Column, layout};

/// Pixels that an arrow key adds.
const STEP: i32 = 16;

/// What the heads do.
#[derive(Clone, Copy)]
pub struct HeadActs {
    /// Called with the column whose head was pressed, and whether it is to order those that are equal in the first.
    pub sort: Callback<(Column, bool)>,
    /// Called with a column and its pixels; `None` for its usual width.
    pub size: Callback<(Column, Option<u16>)>,
    /// Called to select all runners shown, or none.
    pub all: Callback<bool>,
    /// The column that is being sized now, and its pixels.
    pub sizing: RwSignal<Option<(Column, u16)>>,
    /// Where the pointer was taken down, and how wide the column was.
    pub taken: StoredValue<Option<(i32, i32)>>,
}

/// The events that heads go by.
pub const EVENTS: [&str; 8] =
    ["click", "change", "dblclick", "keydown", "pointerdown", "pointermove", "pointerup", "pointercancel"];

/// Does what was asked for in the heads.
pub fn hear(event: &AnyEvent, heads: StoredValue<Option<HeadElement>, LocalStorage>, acts: HeadActs) {
    let Some((part, word)) = act::target(event).and_then(|target| act::act(&target)) else { return };
    let kind = act::kind(event);
    if word == "all" {
        if kind == "change" {
            acts.all.run(act::is_checked(&part));
        }
        return;
    }
    let Some(column) = act::around(&part, "data-column").and_then(|word| Column::known(&word)) else { return };
    if word == "sort" {
        if kind == "click" {
            acts.sort.run((column, act::has_shift(event)));
        }
        return;
    }
    let width = heads.with_value(|heads| heads.as_ref().and_then(|heads| heads.width(column))).unwrap_or_default();
    match kind.as_str() {
        "dblclick" => acts.size.run((column, None)),
        "keydown" => {
            let size = match act::key(event).as_str() {
                "ArrowLeft" => Some(clamp(width - STEP)),
                "ArrowRight" => Some(clamp(width + STEP)),
                "Home" => None,
                _ => return,
            };
            act::prevent(event);
            acts.size.run((column, size));
        }
        "pointerdown" if act::take(event, &part) => acts.taken.set_value(Some((act::x(event), width))),
        "pointermove" => {
            if let Some((from, before)) = acts.taken.get_value() {
                acts.sizing.set(Some((column, clamp(before + act::x(event) - from))));
            }
        }
        "pointerup" | "pointercancel" => {
            acts.taken.set_value(None);
            if let Some((column, width)) = acts.sizing.get_untracked() {
                acts.sizing.set(None);
                acts.size.run((column, Some(width)));
            }
        }
        _ => {}
    }
}

fn clamp(width: i32) -> u16 {
    u16::try_from(width.max(0)).unwrap_or(u16::MAX).clamp(*layout::WIDTHS.start(), *layout::WIDTHS.end())
}
