//! The projects of one runner, from their own list where GitLab has one and else from its details.

use leptos::prelude::*;

use super::RunnerState;
use crate::gitlab::client::Client;
use crate::gitlab::endpoint::ListRunnerProjects;
use crate::gitlab::error::Error;
use crate::gitlab::page::PageToken;
use crate::gitlab::project::Project;
use crate::state::fleet::spawn;

/// `GET /runners/:id/projects` came with GitLab 19.
const LISTED_SINCE: (u32, u32) = (19, 0);

impl RunnerState {
    /// Its projects as far as one may see them, tracked: those of the list, or of the details until it is here.
    pub fn projects(&self) -> Option<Vec<Project>> {
        let details = self.details().and_then(|details| details.projects);
        match self.projects.get() {
            Some(Ok(listed)) => Some(listed),
            _ => details,
        }
    }

    /// Why the list of its projects could not be read, tracked.
    pub fn projects_failure(&self) -> Option<Error> {
        self.projects.get().and_then(Result::err)
    }

    /// Wants the list of its projects, from now on with everything else that is read about it.
    pub fn want_projects(self) {
        if self.projects.with_untracked(Option::is_none) {
            spawn(self.read_projects());
        }
    }

    /// Reads what a change of its projects changes.
    pub async fn read_assignment(self) {
        // Whoever changed them may have closed the drawer since; its row has to know all the same.
        let read = self.fleet.fetch_details(self.id);
        if self.projects.try_get_untracked().is_some() {
            let (_, ()) = futures::join!(read, self.read_projects());
        } else {
            let _ = read.await;
        }
    }

    /// Reads the list again if it was wanted before.
    pub(super) async fn read_known_projects(self) {
        if self.projects.with_untracked(Option::is_some) {
            self.read_projects().await;
        }
    }

    /// Reads the list. An older GitLab, which has none, is not asked.
    async fn read_projects(self) {
        let Some(session) = self.session.open_untracked() else { return };
        if session.version.numbers() < LISTED_SINCE {
            return;
        }
        match all(&session.client, self.id).await {
            // It told its version wrongly, or there is something between that keeps the call from it.
            Err(Error::NotFound { .. }) => {}
            answer => {
                self.projects.try_set(Some(answer));
            }
        }
    }
}

async fn all(client: &Client, id: u64) -> Result<Vec<Project>, Error> {
    let (mut projects, mut next) = (Vec::new(), Some(PageToken::First));
    while let Some(token) = next {
        let page = client.page(&ListRunnerProjects { id }, &token).await?;
        projects.extend(page.items);
        next = page.next;
    }
    Ok(projects)
}
