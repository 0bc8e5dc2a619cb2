//! How far the list is scrolled: kept while another screen is shown, for whoever comes back to the same list. Another list
//! is shown from its beginning.

use leptos::prelude::*;

use super::board::Board;
use crate::reactive::effect;
use crate::route::{Route, View};
use crate::search::{Column, RunnerSearch};

/// For as long as somebody is connected.
#[derive(Clone, Copy)]
pub struct KeptScroll {
    /// In pixels.
    scrolled: RwSignal<usize>,
    list: StoredValue<Option<List>>,
}

/// What decides over the lines of the table, from the first.
type List = (RunnerSearch, Option<Column>);

impl KeptScroll {
    /// At the beginning of no list.
    pub fn new() -> Self {
        Self { scrolled: RwSignal::new(0), list: StoredValue::new(None) }
    }

    /// How far the list of the address is scrolled: as before if that is the last one that was shown.
    pub fn follow(self, board: Board) -> RwSignal<usize> {
        let Self { scrolled, list } = self;
        if list_of(&board.navigation.route_untracked()) != list.get_value() {
            scrolled.set(0);
        }
        let shown = board.navigation.part(list_of);
        effect(move || {
            let Some(now) = shown.get() else { return };
            let is_another = list.with_value(|before| before.as_ref() != Some(&now));
            list.set_value(Some(now));
            if is_another && scrolled.get_untracked() > 0 {
                board.reveal.set(Some(0));
            }
        });
        scrolled
    }
}

/// `None` on another screen.
fn list_of(route: &Route) -> Option<List> {
    (route.view == View::Runners).then(|| (route.search.clone(), route.layout.group_by))
}
