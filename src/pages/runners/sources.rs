//! The tabs of sources, and the field that finds the group or project of two of them.

use leptos::prelude::*;

use crate::browser::history;
use crate::gitlab::id_or_path::IdOrPath;
use crate::reactive::derive;
use crate::route::{self, Route};
use crate::search::{RunnerSearch, Source};
use crate::state::navigation::Navigation;
use crate::state::place_search::{PlaceSearch, Places};
use crate::ui::field::{ComboOption, Combobox};
use crate::ui::{Tab, Tabs};

/// Maintainer, the least that lists a group's runners.
const MAINTAINER: u8 = 40;

/// The tabs of sources.
#[component]
pub fn Sources(
    /// The chosen one.
    source: Memo<Source>,
) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let href = move |to: Source| {
        navigation.written_part(move |here| history::href(&with_source(here.clone(), to.clone()).to_query()))
    };
    let tabs = vec![
        Tab::new("owned", "Owned").href(href(Source::Owned)),
        Tab::new("instance", "Instance").href(href(Source::Instance)),
        Tab::new("everything", "Everything").href(href(Source::Everything)),
        Tab::new("group", "Group").href(href(Source::Group(None))),
        Tab::new("project", "Project").href(href(Source::Project(None))),
    ];
    let selected = derive(move || match *source.read() {
        Source::Owned => "owned",
        Source::Instance => "instance",
        Source::Everything => "everything",
        Source::Group(_) => "group",
        Source::Project(_) => "project",
    });
    let picker = move || match selected.get() {
        "group" => Some(view! { <Picker label="Group" source is_group=true /> }),
        "project" => Some(view! { <Picker label="Project" source is_group=false /> }),
        _ => None,
    };
    view! {
        <Tabs name="Source" tabs selected />
        <div class="source-picker">{picker}</div>
    }
}

/// The same filters in another source; a runner that was open is not.
fn with_source(mut route: Route, source: Source) -> Route {
    route.search = RunnerSearch { source: Some(source), ..route.search };
    route.runner = None;
    route.tab = route::Tab::Details;
    route
}

/// Finds a group or a project by name.
#[component]
fn Picker(label: &'static str, source: Memo<Source>, is_group: bool) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let (places, none) = if is_group {
        (Places::Groups(MAINTAINER), "No group found. An id or a full path works too.")
    } else {
        (Places::Projects, "No project found. An id or a full path works too.")
    };
    let search = PlaceSearch::new(expect_context(), places, none);
    let value = derive(move || match &*source.read() {
        Source::Group(Some(place)) | Source::Project(Some(place)) => place.to_string(),
        _ => String::new(),
    });
    let choose = move |text: String| {
        let place = IdOrPath::parse(&text);
        let to = if is_group { Source::Group(place) } else { Source::Project(place) };
        navigation.go(with_source(navigation.route_untracked(), to));
    };
    view! {
        <Combobox
            label
            value
            options=derive(move || search.found.get().into_iter().map(|found| ComboOption::at(found.path, found.name)).collect())
            message=search.message
            on_input=move |text| search.look_for(text)
            on_choose=choose
            inside=true
            placeholder="Search, id or full path"
        />
    }
}
