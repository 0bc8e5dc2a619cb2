//! Reading the list again by itself, as often as somebody chose for this tab, while the page is seen.

use leptos::prelude::*;

use crate::browser::storage::{self, Keep};
use crate::browser::{clock, sight};
use crate::pages::runners::board::Board;
use crate::reactive::effect;
use crate::state::fleet::Phase;
use crate::ui::field::SelectOption;

/// Where it is kept, for this tab.
const KEY: &str = "runnerboard.auto_refresh";
/// How often it is looked whether it is time.
const LOOK_MS: u32 = 1000;
/// How often the list may be read, in words and seconds.
const EVERY: [(&str, i64); 3] = [("30 s", 30), ("1 min", 60), ("5 min", 300)];

/// How often the list is read by itself.
#[derive(Clone, Copy)]
pub struct AutoRefresh {
    board: Board,
    /// How often, in the words of the select; empty for never.
    pub every: RwSignal<String>,
    /// When the list was last read.
    read_at: Signal<Option<i64>>,
    /// When it was last tried by itself.
    tried_at: StoredValue<i64>,
}

impl AutoRefresh {
    /// Does so from now on, for as long as the page is there.
    pub fn follow(board: Board, read_at: Signal<Option<i64>>) -> Self {
        let kept = storage::get(Keep::Tab, KEY).filter(|word| seconds(word).is_some());
        let every = RwSignal::new(kept.unwrap_or_default());
        let auto = Self { board, every, read_at, tried_at: StoredValue::new(0) };
        let watch = StoredValue::new_local(None);
        effect(move || {
            let is_on = !every.read().is_empty();
            // Seen again after a long time, it is read at once.
            let look = move || auto.look();
            watch.set_value(is_on.then(|| (clock::every(LOOK_MS, look), sight::on_change(look))));
        });
        auto
    }

    /// What there is to choose from.
    pub fn options() -> Vec<SelectOption> {
        let option = |(label, _): (&'static str, i64)| SelectOption { value: label, label };
        std::iter::once(SelectOption { value: "", label: "Off" }).chain(EVERY.map(option)).collect()
    }

    /// Reads it so often, until this tab is closed.
    pub fn choose(self, word: String) {
        storage::set(Keep::Tab, KEY, &word);
        self.every.set(word);
    }

    /// Reads the list if it is time and nothing speaks against it.
    fn look(self) {
        let every = self.every.try_with_untracked(|word| seconds(word)).flatten();
        let Some(every) = every.filter(|_| sight::is_visible()) else { return };
        let (fleet, session) = (self.board.fleet, self.board.session);
        // What somebody stopped is not started behind their back; where GitLab asks us to slow down, it can wait.
        let may = untrack(|| matches!(fleet.phase(), Phase::Done | Phase::Failed(_)) && session.slow_down().is_none());
        let now = clock::now();
        let last = self.read_at.get_untracked().unwrap_or(0).max(self.tried_at.get_value());
        if may && now - last >= every * 1000 {
            self.tried_at.set_value(now);
            fleet.refresh();
        }
    }
}

fn seconds(word: &str) -> Option<i64> {
    EVERY.iter().find(|(known, _)| *known == word).map(|(_, seconds)| *seconds)
}
