//! The runner whose drawer is open: what its parts share.

use leptos::prelude::*;

use crate::browser::{history, media};
use crate::can;
use crate::fleet::{Look, Owner};
use crate::format::safe_link;
use crate::gitlab::runner::{Runner, RunnerDetails};
use crate::gitlab::term::RunnerType;
use crate::reactive::memo;
use crate::route::Tab;
use crate::state::fleet::FleetState;
use crate::state::navigation::Navigation;
use crate::state::runner::RunnerState;
use crate::state::session::SessionState;

/// Where the drawer fills the screen, as in `style/layout/drawer.css`.
const NARROW: &str = "(max-width: 639px)";

/// Why something cannot be done with the open runner; `None` where it can be tried.
#[derive(Clone, Debug, Default)]
pub struct Refusals {
    /// Why it cannot be deleted.
    pub delete: Option<String>,
    /// Why its token cannot be reset.
    pub reset_token: Option<String>,
}

/// The open runner.
#[derive(Clone, Copy)]
pub struct OpenRunner {
    /// Its id.
    pub id: u64,
    /// Where one is.
    pub navigation: Navigation,
    /// Who is connected.
    pub session: SessionState,
    /// The loaded runners.
    pub fleet: FleetState,
    /// What is read about it.
    pub state: RunnerState,
    /// What its row in the list tells, or its details if they are here.
    pub runner: Memo<Option<Runner>>,
    /// Its details, as new as they are known.
    pub details: Memo<Option<RunnerDetails>>,
    /// What GitLab calls its owner.
    pub owner: Memo<Owner>,
    /// The system ID of the manager whose jobs are shown; `None` for those of all.
    pub jobs_of: RwSignal<Option<String>>,
    /// Whether the drawer fills the screen.
    pub narrow: RwSignal<bool>,
}

impl OpenRunner {
    /// Reads everything about a runner.
    pub fn new(id: u64) -> Self {
        let (session, fleet) = (expect_context::<SessionState>(), expect_context::<FleetState>());
        let state = RunnerState::new(id, session, fleet);
        let details = memo(move || state.details());
        let runner = memo(move || match details.get() {
            Some(details) => Some(details.runner),
            None => fleet.with(|fleet| fleet.runner(id)),
        });
        let owner = memo(move || fleet.with(|fleet| fleet.look(id).map(Look::told_owner).unwrap_or_default()));
        let narrow = RwSignal::new(media::matches(NARROW));
        StoredValue::new_local(media::on_change(NARROW, move |now| narrow.set(now)));
        let jobs_of = RwSignal::new(None);
        Self { id, navigation: expect_context(), session, fleet, state, runner, details, owner, jobs_of, narrow }
    }

    /// The address of one of its tabs.
    pub fn href(self, tab: Tab) -> Signal<String> {
        self.navigation.written_part(move |here| history::href(&here.with_runner(self.id, tab).to_query())).into()
    }

    /// Goes to one of its tabs.
    pub fn go(self, tab: Tab) {
        self.navigation.go(self.navigation.route_untracked().with_runner(self.id, tab));
    }

    /// Goes to one of its tabs in the place of the one that is shown: Back does not lead to a form that is done with.
    pub fn turn_to(self, tab: Tab) {
        self.navigation.replace(self.navigation.route_untracked().with_runner(self.id, tab));
    }

    /// Closes its drawer.
    pub fn close(self) {
        self.navigation.go(self.navigation.route_untracked().without_runner());
    }

    /// Its link for somebody who may be connected elsewhere.
    pub fn shared_link(self) -> String {
        let here = self.navigation.route_untracked().with_runner(self.id, Tab::Details);
        let route = match self.session.open_untracked() {
            Some(session) => here.shared(session.client.instance().host()),
            None => here,
        };
        history::absolute(&route.to_query())
    }

    /// Why GitLab is sure to refuse a change of it, if it is; tracked.
    pub fn refusal(self) -> Option<String> {
        let session = self.session.open()?;
        let refused = match self.runner.get() {
            Some(runner) => can::edit(&session.who, &runner.kind()),
            None => can::write(&session.who),
        };
        refused.err().map(|reason| reason.to_string())
    }

    /// Why GitLab is sure to refuse what ends it or its token; tracked.
    pub fn refusals(self) -> Refusals {
        let Some(session) = self.session.open() else { return Refusals::default() };
        let reason = |answer: Result<(), can::Reason>| answer.err().map(|reason| reason.to_string());
        let Some(runner) = self.runner.get() else {
            let refusal = reason(can::write(&session.who));
            return Refusals { delete: refusal.clone(), reset_token: refusal };
        };
        Refusals {
            // That it has several projects is no reason to refuse the question, which shows the way.
            delete: reason(can::delete(&session.who, &runner.kind(), None)),
            reset_token: reason(can::reset_token(&session.who, &runner.kind())),
        }
    }

    /// Whether this user sees every project that it may have.
    pub fn sees_all(self) -> bool {
        self.session.open_untracked().is_some_and(|session| session.who.lists_instance)
    }

    /// Its page in GitLab, where this user has one; tracked.
    pub fn gitlab_page(self) -> Option<String> {
        let session = self.session.open().filter(|_| !self.session.is_demo())?;
        let page = if session.who.admin {
            format!("{}/admin/runners/{}", session.client.instance(), self.id)
        } else {
            let details = self.details.get()?;
            let owner = match details.runner.kind() {
                RunnerType::Group => details.groups.into_iter().next()?.web_url?,
                _ => details.projects?.into_iter().next()?.web_url?,
            };
            format!("{owner}/-/runners/{}", self.id)
        };
        safe_link(&page).map(str::to_owned)
    }
}
