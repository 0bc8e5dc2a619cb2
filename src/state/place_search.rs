//! Finding groups or projects by name, while somebody types.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::session::SessionState;
use crate::browser::timers;
use crate::gitlab::endpoint::{SearchGroups, SearchProjects};
use crate::gitlab::error::Error;
use crate::gitlab::page::PageToken;

/// How long the typing rests before GitLab is asked.
pub const RESTS_MS: u32 = 250;

/// A group or project that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPlace {
    /// Its id.
    pub id: u64,
    /// Its full path.
    pub path: String,
    /// Its name.
    pub name: Option<String>,
}

/// What is looked for, in which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Groups in which one has at least this access level.
    Groups(u8),
    /// Projects in which one is Maintainer.
    Projects,
}

/// A search, for as long as its field is there.
#[derive(Clone, Copy)]
pub struct PlaceSearch {
    session: SessionState,
    places: Places,
    /// What is said when nothing was found.
    none: &'static str,
    /// What was found.
    pub found: RwSignal<Vec<FoundPlace>>,
    /// That it searches, that nothing was found, why it failed.
    pub message: RwSignal<Option<String>>,
    /// What was asked for last: later answers to earlier questions are no answers.
    asked: StoredValue<String>,
    timer: StoredValue<Option<timers::Timer>, LocalStorage>,
}

impl PlaceSearch {
    /// Nothing is asked yet.
    pub fn new(session: SessionState, places: Places, none: &'static str) -> Self {
        Self {
            session,
            places,
            none,
            found: RwSignal::new(Vec::new()),
            message: RwSignal::new(None),
            asked: StoredValue::new(String::new()),
            timer: StoredValue::new_local(None),
        }
    }

    /// Looks once the typing rests.
    pub fn look_for(self, text: String) {
        self.message.set(Some("Searching…".to_owned()));
        self.asked.set_value(text.clone());
        self.timer.set_value(Some(timers::after(RESTS_MS, move || {
            spawn_local(async move {
                let found = self.find(text.trim().to_owned()).await;
                if self.asked.try_get_value() != Some(text) {
                    return;
                }
                self.message.set(match &found {
                    Ok(found) if found.is_empty() => Some(self.none.to_owned()),
                    Ok(_) => None,
                    Err(error) => Some(error.sentence()),
                });
                self.found.set(found.unwrap_or_default());
            });
        })));
    }

    /// By name; administrators find those they are no member of, too.
    async fn find(self, text: String) -> Result<Vec<FoundPlace>, Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        let (all, first) = (session.who.admin, PageToken::First);
        match self.places {
            Places::Groups(min_access_level) => {
                let page = session.client.page(&SearchGroups { text, all, min_access_level }, &first).await?;
                let found = page.items.into_iter();
                Ok(found.map(|one| FoundPlace { id: one.id, path: one.path(), name: one.name }).collect())
            }
            Places::Projects => {
                let page = session.client.page(&SearchProjects { text, all }, &first).await?;
                let found = page.items.into_iter();
                Ok(found.map(|one| FoundPlace { id: one.id, path: one.path(), name: one.name }).collect())
            }
        }
    }
}
