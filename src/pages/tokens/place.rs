//! A group or a project, found by name, by its id or its full path.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::typed::Typed;
use crate::browser::timers;
use crate::gitlab::endpoint::{GetGroup, GetProject};
use crate::gitlab::error::Error;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::new_runner::RunnerOwner;
use crate::pages::runners::sources::{RESTS_MS, find};
use crate::state::session::SessionState;
use crate::ui::field::Combobox;

/// Finds a group or a project. What is typed counts as well, chosen or not.
#[component]
pub fn PlaceField(label: &'static str, typed: Typed, is_group: bool) -> impl IntoView {
    let session = expect_context::<SessionState>();
    let options = RwSignal::new(Vec::new());
    let message = RwSignal::new(None);
    let timer = StoredValue::new_local(None);
    let latest = StoredValue::new(String::new());
    let search = move |text: String| {
        // It asks with nothing when it opens; what was typed before still counts then.
        if !text.is_empty() {
            typed.hear(text.clone());
        }
        message.set(Some("Searching…".to_owned()));
        latest.set_value(text.clone());
        timer.set_value(Some(timers::after(RESTS_MS, move || {
            spawn_local(async move {
                let found = find(session, is_group, text.clone()).await;
                // An answer that comes late is not for what is typed by now.
                if latest.try_get_value() != Some(text) {
                    return;
                }
                message.try_set(match &found {
                    Ok(found) if found.is_empty() => {
                        Some(format!("No {} found. An id or a full path works too.", label.to_ascii_lowercase()))
                    }
                    Ok(_) => None,
                    Err(error) => Some(error.sentence()),
                });
                options.try_set(found.unwrap_or_default());
            });
        })));
    };
    view! {
        <Combobox
            label
            value=typed.text
            error=typed.error
            options
            message
            on_input=search
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
