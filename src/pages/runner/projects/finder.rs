//! Finding the projects that a runner is to be assigned to, by name, by full path or by id.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::timers;
use crate::gitlab::endpoint::{GetProject, SearchProjects};
use crate::gitlab::error::Error;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::page::PageToken;
use crate::gitlab::project::Project;
use crate::state::place_search::RESTS_MS;
use crate::state::runner::AssignmentState;
use crate::state::session::SessionState;

/// What is being looked for.
#[derive(Clone, Copy)]
pub struct Finder {
    session: SessionState,
    state: AssignmentState,
    /// Typed and taken, until it is known which project that is.
    pub typed: RwSignal<String>,
    /// What was found.
    pub found: RwSignal<Vec<Project>>,
    /// That it searches, that nothing was found.
    pub message: RwSignal<Option<String>>,
    /// Why what was typed cannot be chosen.
    pub error: RwSignal<Option<String>>,
    /// What was asked for last: later answers to earlier questions are no answers.
    asked: StoredValue<String>,
    timer: StoredValue<Option<timers::Timer>, LocalStorage>,
}

impl Finder {
    /// Nothing is typed yet.
    pub fn new(session: SessionState, state: AssignmentState) -> Self {
        Self {
            session,
            state,
            typed: RwSignal::new(String::new()),
            found: RwSignal::new(Vec::new()),
            message: RwSignal::new(None),
            error: RwSignal::new(None),
            asked: StoredValue::new(String::new()),
            timer: StoredValue::new_local(None),
        }
    }

    /// Looks for projects once the typing rests.
    pub fn look_for(self, text: String) {
        self.error.set(None);
        self.message.set(Some("Searching…".to_owned()));
        self.asked.set_value(text.clone());
        self.timer.set_value(Some(timers::after(RESTS_MS, move || {
            spawn_local(async move {
                let found = self.find(&text).await;
                if self.asked.try_get_value() != Some(text) {
                    return;
                }
                self.message.set(match &found {
                    Ok(found) if found.is_empty() => {
                        Some("No project found. An id or a full path works too.".to_owned())
                    }
                    Ok(_) => None,
                    Err(error) => Some(error.sentence()),
                });
                self.found.set(found.unwrap_or_default());
            });
        })));
    }

    /// Takes what was chosen from the list, or else what was typed.
    pub fn choose(self, text: String) {
        let listed = self.found.read_untracked().iter().find(|project| project.path() == text).cloned();
        self.typed.set(text);
        match listed {
            Some(project) => self.take(project),
            None => spawn_local(async move {
                self.take_typed().await;
            }),
        }
    }

    /// Finds out which project was typed; false where that is none or could be several. Then it stays in the field.
    pub async fn take_typed(self) -> bool {
        let Some(text) = self.typed.try_get_untracked() else { return false };
        if text.is_empty() {
            return true;
        }
        let outcome = self.resolve(&text).await;
        // Meanwhile it may have been taken, or changed.
        if self.typed.try_get_untracked().as_ref() != Some(&text) {
            return self.typed.try_get_untracked().is_some_and(|now| now.is_empty());
        }
        match outcome {
            Ok(project) => {
                self.take(project);
                true
            }
            Err(why) => {
                self.error.set(Some(why));
                false
            }
        }
    }

    fn take(self, project: Project) {
        self.state.choose(project);
        self.error.set(None);
        self.typed.set(String::new());
    }

    /// The project with this path, name or id, or the only one that is found by it.
    async fn resolve(self, text: &str) -> Result<Project, String> {
        let found = self.find(text).await.map_err(|error| error.sentence())?;
        let is_named = |project: &&Project| {
            let names = [Some(project.path()), project.name.clone(), Some(project.id.to_string())];
            names.into_iter().flatten().any(|name| name.eq_ignore_ascii_case(text))
        };
        let mut named = found.iter().filter(is_named);
        match (named.next(), named.next(), found.as_slice()) {
            (Some(project), None, _) | (None, _, [project]) => Ok(project.clone()),
            (None, _, []) => self.read(text).await,
            _ => Err("Several projects are found by this. Choose one from the list.".to_owned()),
        }
    }

    /// The project with this id or full path, which the search may not find.
    async fn read(self, text: &str) -> Result<Project, String> {
        let none = || format!("No project is found by “{text}”.");
        let session = self.session.open_untracked().ok_or_else(none)?;
        let project = IdOrPath::parse(text).ok_or_else(none)?;
        session.client.send(&GetProject { project }).await.map_err(|error| match error {
            Error::NotFound { .. } => none(),
            other => other.sentence(),
        })
    }

    /// Projects by name; administrators find those they are no member of, too.
    async fn find(self, text: &str) -> Result<Vec<Project>, Error> {
        let session = self.session.open_untracked().ok_or(Error::Unreachable)?;
        let call = SearchProjects { text: text.trim().to_owned(), all: session.who.admin };
        Ok(session.client.page(&call, &PageToken::First).await?.items)
    }
}
