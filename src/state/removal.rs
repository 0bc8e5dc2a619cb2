//! A runner that may be deleted: what is known of it now, and whether somebody changes it before it is.

use leptos::prelude::*;

use super::fleet::FleetState;
use super::session::SessionState;
use crate::browser::clock;
use crate::can::{self, Reason};
use crate::fleet::{Deletion, Look, Owner};
use crate::form::{Field, RunnerForm};
use crate::gitlab::endpoint::{ListJobs, ListManagers};
use crate::gitlab::error::Error;
use crate::gitlab::page::PageToken;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_manager::RunnerManager;
use crate::gitlab::term::JobExecutionStatus;
use crate::gitlab::timestamp::Timestamp;

/// What GitLab says of a runner that one may delete but for its projects, some of which may be out of sight.
const SEVERAL_PROJECTS: &str = "associated with more than one project";
/// GitLab's status for something that was changed since.
const CHANGED: u16 = 412;

/// How a runner came to be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// We deleted it.
    Deleted,
    /// Somebody else did.
    Already,
}

/// Why a runner is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It could not be read.
    Unread(Error),
    /// Somebody changed it since it was read; what is different, as far as it can be seen.
    Changed(Vec<&'static str>),
    /// GitLab did not delete it.
    Refused(Error),
}

/// A runner that may be deleted, for as long as that is asked.
#[derive(Clone, Copy)]
pub struct Removal {
    id: u64,
    session: SessionState,
    fleet: FleetState,
    deletion: RwSignal<Option<Deletion>>,
    trouble: RwSignal<Option<Trouble>>,
    /// GitLab said that it has several projects.
    has_several: RwSignal<bool>,
    deleting: RwSignal<bool>,
    /// Just before it was last read; a change after that is one nobody has seen.
    read_at: StoredValue<Option<Timestamp>>,
}

impl Removal {
    /// Nothing is read yet.
    pub fn new(id: u64, session: SessionState, fleet: FleetState) -> Self {
        Self {
            id,
            session,
            fleet,
            deletion: RwSignal::new(None),
            trouble: RwSignal::new(None),
            has_several: RwSignal::new(false),
            deleting: RwSignal::new(false),
            read_at: StoredValue::new(None),
        }
    }

    /// What goes with it, once that was read; tracked.
    pub fn deletion(self) -> Option<Deletion> {
        self.deletion.get()
    }

    /// Why it is still there; tracked.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Whether it is being deleted; tracked.
    pub fn is_deleting(self) -> bool {
        self.deleting.get()
    }

    /// Why GitLab is sure to refuse; tracked.
    pub fn refusal(self) -> Option<Reason> {
        let (session, deletion) = (self.session.open()?, self.deletion.get()?);
        let projects = deletion.details.projects.as_deref();
        let owner = self.fleet.with(|fleet| fleet.look(self.id).map(Look::told_owner));
        // One that owns it and is hidden, and one that is not.
        let hides_one = owner == Some(Owner::Hidden) && projects.is_some_and(|projects| !projects.is_empty());
        match can::delete(&session.who, &deletion.details.runner.kind(), projects) {
            Ok(()) if self.has_several.get() => Some(Reason::SeveralProjects),
            Ok(()) if hides_one && !session.who.admin => Some(Reason::SeveralProjects),
            outcome => outcome.err(),
        }
    }

    /// Reads it and what goes with it. Tells if it is not there any more.
    pub async fn read(self) -> Option<Gone> {
        self.trouble.set(None);
        let error = self.look().await.err()?;
        let outcome = self.settle(error);
        self.trouble.try_set(outcome.clone().err().map(Trouble::Unread));
        outcome.ok()
    }

    /// Deletes it, unless somebody changed it since it was read. `None` where nobody wanted that any more before it was
    /// sent.
    ///
    /// # Errors
    /// The [`Trouble`], which it also keeps.
    pub async fn delete(self) -> Result<Option<Gone>, Trouble> {
        self.trouble.set(None);
        self.deleting.set(true);
        let outcome = self.try_delete().await;
        self.deleting.try_set(false);
        if let Err(trouble) = &outcome {
            self.trouble.try_set(Some(trouble.clone()));
        }
        outcome
    }

    async fn try_delete(self) -> Result<Option<Gone>, Trouble> {
        let Some(Deletion { details: seen, .. }) = self.deletion.get_untracked() else {
            return Err(Trouble::Changed(vec![]));
        };
        let since = self.read_at.get_value();
        // HTTP's dates are whole seconds, and clocks differ: what can be seen is compared as well.
        match self.fleet.fetch_details(self.id).await {
            // The question was closed, or the session ended.
            _ if self.deletion.is_disposed() => return Ok(None),
            Ok(now) if differences(&seen, &now).is_empty() => {}
            Ok(_) => return self.look_again(&seen).await.map(Some),
            Err(error) => return self.settle(error).map(Some).map_err(Trouble::Refused),
        }
        match self.fleet.delete(self.id, since).await {
            Ok(()) => Ok(Some(Gone::Deleted)),
            Err(Error::Invalid { status: CHANGED, .. }) => self.look_again(&seen).await.map(Some),
            Err(error) => {
                let is_several =
                    matches!(&error, Error::Forbidden { message, .. } if message.contains(SEVERAL_PROJECTS));
                self.has_several.try_set(is_several);
                self.settle(error).map(Some).map_err(Trouble::Refused)
            }
        }
    }

    /// Somebody changed it: what is it now?
    async fn look_again(self, seen: &RunnerDetails) -> Result<Gone, Trouble> {
        let now = match self.look().await {
            Ok(now) => now,
            Err(error) => {
                self.deletion.try_set(None);
                return self.settle(error).map_err(Trouble::Unread);
            }
        };
        let different = differences(seen, &now);
        if different.is_empty() {
            // Our clocks may differ. That there is a change that cannot be seen is said; who goes on knows it.
            self.read_at.try_set_value(None);
        }
        Err(Trouble::Changed(different))
    }

    /// Reads it and what goes with it.
    async fn look(self) -> Result<RunnerDetails, Error> {
        let at = Timestamp(clock::now());
        let (details, managers) = futures::join!(self.fleet.fetch_details(self.id), self.read_managers());
        let details = details?;
        let running = match &details.runner.job_execution_status {
            Some(JobExecutionStatus::Idle) => Some(0),
            _ => self.count_running().await,
        };
        let sees_all = self.session.open_untracked().is_some_and(|session| session.who.admin);
        self.read_at.try_set_value(Some(at));
        self.deletion.try_set(Some(Deletion { details: details.clone(), managers, running, sees_all }));
        Ok(details)
    }

    /// GitLab 16 and older do not list them; whoever may not see them is not told.
    async fn read_managers(self) -> Option<Vec<RunnerManager>> {
        let session = self.session.open_untracked()?;
        session.client.send(&ListManagers { id: self.id }).await.ok()
    }

    async fn count_running(self) -> Option<usize> {
        let session = self.session.open_untracked()?;
        session.client.page(&ListJobs::running(self.id), &PageToken::First).await.ok()?.total
    }

    /// A runner that is not there any more is what was wanted; it leaves the list.
    fn settle(self, error: Error) -> Result<Gone, Error> {
        if !error.is_gone() {
            return Err(error);
        }
        self.fleet.remove(self.id);
        Ok(Gone::Already)
    }
}

/// What is different of what people decide; contact and jobs go on by themselves.
fn differences(before: &RunnerDetails, now: &RunnerDetails) -> Vec<&'static str> {
    let projects = |details: &RunnerDetails| {
        let mut ids: Vec<u64> = details.projects.iter().flatten().map(|project| project.id).collect();
        ids.sort_unstable();
        ids
    };
    let fields = RunnerForm::from(now).changed_fields(before).into_iter().map(Field::label);
    fields.chain((projects(before) != projects(now)).then_some("Projects")).collect()
}
