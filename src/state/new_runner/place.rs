//! The group or project of a new runner: as typed or chosen, and its id, which GitLab wants.

use leptos::prelude::*;

use super::NewRunnerState;
use crate::gitlab::endpoint::{GetGroup, GetProject};
use crate::gitlab::error::Error;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::new_runner::RunnerOwner;
use crate::gitlab::term::RunnerType;

/// A group or project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its path, or what was typed.
    pub text: String,
    /// Its id, once it is known.
    pub id: Option<u64>,
    /// Somebody chose it here, rather than coming from it.
    chosen: bool,
}

impl Place {
    /// One that is known by its name only, from where somebody came.
    pub const fn named(text: String) -> Self {
        Self { text, id: None, chosen: false }
    }

    /// One that was typed, or chosen from those that were found.
    pub const fn chosen(text: String, id: Option<u64>) -> Self {
        Self { text, id, chosen: true }
    }

    pub(super) const fn is_chosen(&self) -> bool {
        self.chosen
    }
}

impl NewRunnerState {
    /// Whose the runner is to be. `None` while that cannot be said, for a reason that the field shows.
    pub(super) async fn owner(self) -> Option<RunnerOwner> {
        let kind = self.kind.get_untracked();
        let Some(signal) = self.place() else { return Some(RunnerOwner::Instance) };
        let place = signal.get_untracked();
        let id = match place.id {
            Some(id) => Ok(id),
            None => self.find(&kind, &place.text).await.map(|(id, path)| {
                // Unless another one was chosen meanwhile.
                if signal.try_get_untracked().is_some_and(|now| now.text == place.text) {
                    signal.set(Place { text: path, id: Some(id), ..place });
                }
                id
            }),
        };
        match id {
            Ok(id) if kind == RunnerType::Group => Some(RunnerOwner::Group(id)),
            Ok(id) => Some(RunnerOwner::Project(id)),
            Err(problem) => {
                self.place_problem.try_set(Some(problem));
                None
            }
        }
    }

    /// The id and path of what was typed.
    async fn find(self, kind: &RunnerType, text: &str) -> Result<(u64, String), String> {
        let word = if *kind == RunnerType::Group { "group" } else { "project" };
        let choose = || format!("Choose a {word}. Search by name, or enter its id or full path.");
        let named = IdOrPath::parse(text).filter(|_| !text.trim().is_empty()).ok_or_else(choose)?;
        let session = self.session.open_untracked().ok_or_else(choose)?;
        self.busy.set(Some("Checking…"));
        let found = if *kind == RunnerType::Group {
            session.client.send(&GetGroup { group: named }).await.map(|group| (group.id, group.path()))
        } else {
            session.client.send(&GetProject { project: named }).await.map(|project| (project.id, project.path()))
        };
        self.busy.try_set(None);
        found.map_err(|error| match error {
            Error::NotFound { .. } => {
                format!("There is no {word} of this name, or your user may not see it. Check the path.")
            }
            error => error.sentence(),
        })
    }
}
