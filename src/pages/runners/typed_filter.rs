//! A filter that is typed: the text becomes a filter once it is understood and the typing rests.

use leptos::prelude::*;

use crate::browser::timers::{self, Timer};
use crate::components::filter_offers::TypedField;
use crate::reactive::{callback, effect, memo};
use crate::search::RunnerSearch;
use crate::state::navigation::Navigation;

/// How long the typing rests before the list follows.
const RESTS_MS: u32 = 350;

/// Which filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The beginning of a version.
    Version,
    /// A version that all shown ones are below.
    OlderThan,
    /// Days since the last contact.
    UnseenDays,
    /// The day before which all shown ones were made.
    CreatedBefore,
}

impl Typed {
    fn read(self, search: &RunnerSearch) -> String {
        let value = match self {
            Self::Version => search.version.clone(),
            Self::OlderThan => search.older_than.clone(),
            Self::UnseenDays => search.unseen_days.map(|days| days.to_string()),
            Self::CreatedBefore => search.created_before.clone(),
        };
        value.unwrap_or_default()
    }

    /// `value` is as [`Self::understood`].
    fn write(self, search: &mut RunnerSearch, value: String) {
        let days = value.parse().ok();
        let value = Some(value).filter(|value| !value.is_empty());
        match self {
            Self::Version => search.version = value,
            Self::OlderThan => search.older_than = value,
            Self::UnseenDays => search.unseen_days = days,
            Self::CreatedBefore => search.created_before = value,
        }
    }

    /// What is typed as the address has it; empty for nothing, `None` for what is no such value.
    fn understood(self, text: &str) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            return Some(String::new());
        }
        match self {
            // GitLab takes digits and dots (`lib/api/ci/runners.rb`).
            Self::Version | Self::OlderThan => {
                let text = text.trim_start_matches(['v', 'V']);
                text.starts_with(|c: char| c.is_ascii_digit()).then(|| text.to_owned())
            }
            Self::UnseenDays => text.parse::<u32>().ok().map(|days| days.to_string()),
            // As the browser's field for days writes it; a year that is being typed is not four digits yet.
            Self::CreatedBefore => (text.len() == 10).then(|| text.to_owned()),
        }
    }

    fn complaint(self, text: &str) -> String {
        let text = text.trim();
        match self {
            Self::Version | Self::OlderThan => {
                format!("“{text}” is not the beginning of a version such as 17 or 17.5.")
            }
            Self::UnseenDays => format!("“{text}” is not a number of days such as 30."),
            Self::CreatedBefore => format!("“{text}” is not a day such as 2026-01-31."),
        }
    }
}

/// The field.
#[derive(Clone, Copy)]
pub struct TypedFilter {
    navigation: Navigation,
    which: Typed,
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl TypedFilter {
    /// Follows the address.
    pub fn new(which: Typed, search: Memo<RunnerSearch>) -> Self {
        let (text, error) = (RwSignal::new(String::new()), RwSignal::new(None));
        let timer = StoredValue::new_local(None);
        let value = memo(move || which.read(&search.read()));
        effect(move || {
            let value = value.get();
            if which.understood(&text.read_untracked()) != Some(value.clone()) {
                // It was chosen elsewhere; what was typed counts no more.
                timer.set_value(None);
                text.set(value);
                error.set(None);
            }
        });
        Self { navigation: expect_context(), which, text, error, timer }
    }

    /// What a component needs of it.
    pub fn field(self) -> TypedField {
        TypedField {
            value: self.text.into(),
            error: self.error.into(),
            on_input: callback(move |text| self.hear(text)),
        }
    }

    /// The filters are cleared.
    pub fn clear(self) {
        self.timer.set_value(None);
        self.text.set(String::new());
        self.error.set(None);
    }

    fn hear(self, text: String) {
        self.text.set(text.clone());
        self.error.set(None);
        self.timer.set_value(Some(timers::after(RESTS_MS, move || self.filter(&text))));
    }

    fn filter(self, text: &str) {
        let Some(value) = self.which.understood(text) else {
            self.error.set(Some(self.which.complaint(text)));
            return;
        };
        let mut route = self.navigation.route_untracked();
        self.which.write(&mut route.search, value);
        self.navigation.replace(route);
    }
}
