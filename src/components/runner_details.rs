//! Everything GitLab tells about one runner: how it is set up, when it was last seen, where it comes from.

use leptos::prelude::*;

mod configuration;
mod last_seen;
mod origin;

use self::configuration::Configuration;
use self::last_seen::LastSeen;
use self::origin::Origin;
use crate::fleet::Owner;
use crate::gitlab::error::Error;
use crate::gitlab::runner::RunnerDetails;
use crate::gitlab::runner_manager::RunnerManager;

/// The lists of the tab Details.
#[component]
pub fn RunnerDetailsLists(
    /// What GitLab tells.
    details: RunnerDetails,
    /// Its managers, once GitLab has told them.
    #[prop(into)]
    managers: Signal<Option<Result<Vec<RunnerManager>, Error>>>,
    /// How many jobs it runs now, if that is known.
    #[prop(into)]
    running: Signal<Option<usize>>,
    /// What GitLab calls its owner.
    owner: Owner,
    /// Whether this user sees every project.
    sees_all: bool,
    /// Whether this user may change it, and so read its maintenance note.
    may_edit: bool,
    /// Where its managers are listed.
    #[prop(into)]
    managers_href: Signal<String>,
    /// Where its projects are listed.
    #[prop(into)]
    projects_href: Signal<String>,
) -> impl IntoView {
    view! {
        <Configuration details=details.clone() may_edit />
        <LastSeen details=details.clone() managers running managers_href />
        <Origin details owner sees_all projects_href />
    }
}
