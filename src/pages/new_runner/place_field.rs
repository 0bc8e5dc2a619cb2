//! The group or project of a new runner, found by name; an id or a full path works too.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::timers;
use crate::gitlab::endpoint::{SearchGroups, SearchProjects};
use crate::gitlab::error::Error;
use crate::gitlab::page::PageToken;
use crate::state::new_runner::{NewRunnerState, Place};
use crate::state::session::SessionState;
use crate::ui::field::{ComboOption, Combobox};

/// How long the typing rests before GitLab is asked.
const RESTS_MS: u32 = 250;

/// Owner, GitLab's number for the least role that creates group runners.
const OWNER: u8 = 50;

/// One that was found.
#[derive(Clone, PartialEq, Eq)]
struct Found {
    id: u64,
    path: String,
    name: Option<String>,
}

/// The field: `label` is "Group" or "Project".
#[component]
pub fn PlaceField(state: NewRunnerState, label: &'static str) -> impl IntoView {
    let session = expect_context::<SessionState>();
    let is_group = label == "Group";
    let place = if is_group { state.group } else { state.project };
    let found = RwSignal::new(Vec::<Found>::new());
    let message = RwSignal::new(None);
    let timer = StoredValue::new_local(None);
    let word = if is_group { "group" } else { "project" };
    let search = move |text: String| {
        message.set(Some("Searching…".to_owned()));
        timer.set_value(Some(timers::after(RESTS_MS, move || {
            spawn_local(async move {
                let answer = find(session, is_group, text).await;
                message.try_set(match &answer {
                    Ok(found) if found.is_empty() => {
                        Some(format!("No {word} found where you may create runners. An id or a full path works too."))
                    }
                    Ok(_) => None,
                    Err(error) => Some(error.sentence()),
                });
                found.try_set(answer.unwrap_or_default());
            });
        })));
    };
    let choose = move |text: String| {
        let id = found.read_untracked().iter().find(|one| one.path == text).map(|one| one.id);
        state.choose_place(place, Place::chosen(text, id));
    };
    let options = move || found.read().iter().map(option).collect::<Vec<_>>();
    let help = if is_group { "A group where you are Owner." } else { "A project where you are at least Maintainer." };
    view! {
        <Combobox
            label
            value=move || place.read().text.clone()
            options
            message
            on_input=search
            on_choose=choose
            takes_typed=true
            placeholder="Search, id or full path"
            help=move || help
            error=move || state.place_problem()
        />
    }
}

/// Groups or projects by name; administrators find those they are no member of, too.
async fn find(session: SessionState, is_group: bool, text: String) -> Result<Vec<Found>, Error> {
    let session = session.open_untracked().ok_or(Error::Unreachable)?;
    let all = session.who.admin;
    let text = text.trim().to_owned();
    if is_group {
        let call = SearchGroups { text, all, min_access_level: OWNER };
        let found = session.client.page(&call, &PageToken::First).await?;
        Ok(found.items.iter().map(|one| Found { id: one.id, path: one.path(), name: one.name.clone() }).collect())
    } else {
        let found = session.client.page(&SearchProjects { text, all }, &PageToken::First).await?;
        Ok(found.items.iter().map(|one| Found { id: one.id, path: one.path(), name: one.name.clone() }).collect())
    }
}

fn option(found: &Found) -> ComboOption {
    let path = found.path.clone();
    ComboOption { value: path.clone(), label: found.name.clone().unwrap_or_else(|| path.clone()), detail: Some(path) }
}
