//! What happens when something in the table's body is used: one listener hears it for all rows.

use std::sync::Arc;

use leptos::prelude::*;

use super::painter::Painter;
use crate::browser::act;
use crate::browser::place::{Align, Anchor, AnyEvent};
use crate::components::row_actions::{RowActs, menu_items};
use crate::components::runner_row::{CellView, LineView, RowView, Told, html};
use crate::reactive::derive;
use crate::ui::{Layer, LayerState, MenuList, Tag};

/// The layers that all rows share, and whose row they belong to.
#[derive(Clone, Copy)]
pub struct Layers {
    row: RwSignal<Option<Box<RowView>>>,
    menu: LayerState,
    tags: LayerState,
}

impl Layers {
    /// Closed ones.
    pub fn new() -> Self {
        let closed = || LayerState::new(RwSignal::new(false));
        Self { row: RwSignal::new(None), menu: closed(), tags: closed() }
    }

    /// Closes what belongs to a row that now shows another runner, or none.
    pub fn follow(&self, painter: &Painter) {
        let id = self.row.with_untracked(|row| row.as_ref().map(|row| row.id));
        let is_gone = |button: &Anchor| match painter.line(button) {
            Some((LineView::Runner(row), _)) => Some(row.id) != id,
            _ => true,
        };
        self.menu.leave(is_gone);
        self.tags.leave(is_gone);
    }
}

/// Does what was asked for in the body.
pub fn hear(event: &AnyEvent, painter: StoredValue<Painter, LocalStorage>, acts: RowActs, layers: Layers) {
    let Some(target) = act::target(event) else { return };
    let found = painter.with_value(|painter| painter.line(&target).map(|(line, place)| (line.clone(), place)));
    let Some((line, place)) = found else { return };
    let pressed = act::act(&target).filter(|(part, _)| !act::is_off(part));
    match (act::kind(event).as_str(), line) {
        ("focusin", LineView::Runner(row)) => acts.focus.run((row.id, place)),
        ("change", LineView::Runner(row)) => acts.select.run((row.id, act::is_checked(&target))),
        ("click", LineView::Group(group)) if pressed.is_some() => acts.toggle.run(group.key),
        ("click", LineView::Runner(row)) => {
            let Some((part, word)) = pressed else { return };
            match word.as_str() {
                "edit" => acts.edit.run(row.id),
                "pause" => acts.pause.run((row.id, !row.paused)),
                "delete" => acts.delete.run(row.id),
                "menu" | "tags" => {
                    layers.row.set(Some(row));
                    let layer = if word == "menu" { layers.menu } else { layers.tags };
                    layer.press(event, part);
                }
                _ => {}
            }
        }
        _ => {}
    }
}

/// The layers in the page.
#[component]
pub fn SharedLayers(
    /// The layers.
    layers: Layers,
    /// What happens when something is chosen.
    acts: RowActs,
) -> impl IntoView {
    let name = move |before: &'static str| {
        derive(move || layers.row.read().as_ref().map(|row| format!("{before} #{}", row.id)).unwrap_or_default())
    };
    let items = derive(move || {
        let row = layers.row.get();
        row.map(|row| menu_items(row.id, row.paused, row.selected, row.refusals, acts)).unwrap_or_default()
    });
    let open = layers.menu.open;
    let tags = move || {
        let tags = layers.row.with(|row| row.as_ref().and_then(|row| tags_of(row)));
        tags.map(|tags| tags.iter().map(|text| view! { <Tag text=text.clone() /> }).collect_view())
    };
    view! {
        <Layer id=html::MENU name=name("Actions for") role="menu" start="[role^=menuitem]" align=Align::End state=layers.menu>
            <MenuList items open />
        </Layer>
        <Layer id=html::TAGS name=name("Tags of") state=layers.tags>
            <div class="tag-all">{tags}</div>
        </Layer>
    }
}

fn tags_of(row: &RowView) -> Option<Arc<[String]>> {
    row.cells.iter().find_map(|cell| match cell {
        CellView::Tags(Told::Known(tags)) => Some(tags.clone()),
        _ => None,
    })
}
