//! A group or a project, found by name, by its id or its full path.

use leptos::prelude::*;

use super::typed::Typed;
use crate::gitlab::endpoint::{GetGroup, GetProject};
use crate::gitlab::error::Error;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::new_runner::RunnerOwner;
use crate::reactive::derive;
use crate::state::place_search::{PlaceSearch, Places};
use crate::state::session::SessionState;
use crate::ui::field::{ComboOption, Combobox};

/// Owner, the least that resets a group's registration token.
const OWNER: u8 = 50;

/// Finds a group or a project. What is typed counts as well, chosen or not.
#[component]
pub fn PlaceField(label: &'static str, typed: Typed, is_group: bool) -> impl IntoView {
    let (places, none) = if is_group {
        (Places::Groups(OWNER), "No group found where you are Owner. An id or a full path works too.")
    } else {
        (Places::Projects, "No project found. An id or a full path works too.")
    };
    let search = PlaceSearch::new(expect_context(), places, none);
    let hear = move |text: String| {
        // It asks with nothing when it opens; what was typed before still counts then.
        if !text.is_empty() {
            typed.hear(text.clone());
        }
        search.look_for(text);
    };
    view! {
        <Combobox
            label
            value=typed.text
            error=typed.error
            options=derive(move || search.found.get().into_iter().map(|found| ComboOption::at(found.path, found.name)).collect())
            message=search.message
            on_input=hear
            on_choose=move |text| typed.hear(text)
            placeholder="Search, id or full path"
        />
    }
}

/// Asks GitLab for what was typed: its number, and its full path.
pub async fn resolve(session: SessionState, is_group: bool, place: IdOrPath) -> Result<(RunnerOwner, String), Error> {
    let session = session.open_untracked().ok_or(Error::Unreachable)?;
    if is_group {
        let group = session.client.send(&GetGroup { group: place }).await?;
        Ok((RunnerOwner::Group(group.id), group.path()))
    } else {
        let project = session.client.send(&GetProject { project: place }).await?;
        Ok((RunnerOwner::Project(project.id), project.path()))
    }
}
