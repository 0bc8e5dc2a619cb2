//! The group or project of a new runner, found by name; an id or a full path works too.

use leptos::prelude::*;

use crate::reactive::derive;
use crate::state::new_runner::{NewRunnerState, Place};
use crate::state::place_search::{PlaceSearch, Places};
use crate::ui::field::{ComboOption, Combobox};

/// Owner, GitLab's number for the least role that creates group runners.
const OWNER: u8 = 50;

/// The field: `label` is "Group" or "Project".
#[component]
pub fn PlaceField(state: NewRunnerState, label: &'static str) -> impl IntoView {
    let is_group = label == "Group";
    let place = if is_group { state.group } else { state.project };
    let (places, none) = if is_group {
        (Places::Groups(OWNER), "No group found where you may create runners. An id or a full path works too.")
    } else {
        (Places::Projects, "No project found where you may create runners. An id or a full path works too.")
    };
    let search = PlaceSearch::new(expect_context(), places, none);
    let choose = move |text: String| {
        let id = search.found.read_untracked().iter().find(|one| one.path == text).map(|one| one.id);
        state.choose_place(place, Place::chosen(text, id));
    };
    let help = if is_group { "A group where you are Owner." } else { "A project where you are at least Maintainer." };
    view! {
        <Combobox
            label
            value=move || place.read().text.clone()
            options=derive(move || search.found.get().into_iter().map(|found| ComboOption::at(found.path, found.name)).collect())
            message=search.message
            on_input=move |text| search.look_for(text)
            on_choose=choose
            takes_typed=true
            placeholder="Search, id or full path"
            help=move || help
            error=move || state.place_problem()
        />
    }
}
