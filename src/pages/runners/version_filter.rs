//! The version field: what is typed becomes a filter once it is the beginning of a version and the typing rests.

use leptos::prelude::*;

use crate::browser::timers::{self, Timer};
use crate::reactive::{effect, memo};
use crate::search::RunnerSearch;
use crate::state::navigation::Navigation;

/// How long the typing rests before GitLab is asked.
const RESTS_MS: u32 = 350;

/// The version field.
#[derive(Clone, Copy)]
pub struct VersionFilter {
    navigation: Navigation,
    /// What stands in the field.
    pub text: RwSignal<String>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl VersionFilter {
    /// Follows the address.
    pub fn new(search: Memo<RunnerSearch>) -> Self {
        let text = RwSignal::new(String::new());
        let version = memo(move || search.read().version.clone().unwrap_or_default());
        effect(move || {
            let version = version.get();
            if typed(&text.read_untracked()) != Some(version.clone()) {
                text.set(version);
            }
        });
        Self { navigation: expect_context(), text, timer: StoredValue::new_local(None) }
    }

    /// Somebody typed.
    pub fn hear(self, text: String) {
        self.text.set(text.clone());
        self.timer.set_value(Some(timers::after(RESTS_MS, move || self.filter(&text))));
    }

    /// The filters are cleared.
    pub fn clear(self) {
        self.timer.set_value(None);
        self.text.set(String::new());
    }

    fn filter(self, text: &str) {
        let Some(version) = typed(text) else {
            let sentence = format!("“{}” is not the beginning of a version such as 17 or 17.5.", text.trim());
            self.navigation.warn(sentence);
            return;
        };
        let mut route = self.navigation.route_untracked();
        route.search.version = Some(version).filter(|version| !version.is_empty());
        self.navigation.replace(route);
    }
}

/// What is typed as a version prefix; empty for none. GitLab takes digits and dots (`lib/api/ci/runners.rb`).
fn typed(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['v', 'V']);
    let is_prefix = text.is_empty() || text.starts_with(|c: char| c.is_ascii_digit());
    is_prefix.then(|| text.to_owned())
}
