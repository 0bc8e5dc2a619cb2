//! The tabs of sources, and the field that finds the group or project of two of them.

use crate::reactive::derive;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{history, timers};
use crate::gitlab::endpoint::{SearchGroups, SearchProjects};
use crate::gitlab::error::Error;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::page::PageToken;
use crate::search::{RunnerSearch, Source};
use crate::state::navigation::Navigation;
use crate::state::session::SessionState;
use crate::ui::field::{ComboOption, Combobox};
use crate::ui::{Tab, Tabs};

/// How long the typing rests before GitLab is asked.
pub(in crate::pages) const RESTS_MS: u32 = 250;

/// The tabs of sources.
#[component]
pub fn Sources(
    /// The chosen one.
    source: Memo<Source>,
) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let href = move |to: Source| derive(move || history::href(&with_source(navigation, to.clone()).to_query()));
    let tabs = vec![
        Tab::new("owned", "Owned").href(href(Source::Owned)),
        Tab::new("instance", "Instance").href(href(Source::Instance)),
        Tab::new("group", "Group").href(href(Source::Group(None))),
        Tab::new("project", "Project").href(href(Source::Project(None))),
    ];
    let selected = derive(move || match *source.read() {
        Source::Owned => "owned",
        Source::Instance => "instance",
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
fn with_source(navigation: Navigation, source: Source) -> crate::route::Route {
    let mut route = navigation.route();
    route.search = RunnerSearch { source: Some(source), ..route.search };
    route.runner = None;
    route.tab = crate::route::Tab::Details;
    route
}

/// Finds a group or a project by name.
#[component]
fn Picker(label: &'static str, source: Memo<Source>, is_group: bool) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let session = expect_context::<SessionState>();
    let options = RwSignal::new(Vec::new());
    let message = RwSignal::new(None);
    let timer = StoredValue::new_local(None);
    let value = derive(move || match &*source.read() {
        Source::Group(Some(place)) | Source::Project(Some(place)) => place.to_string(),
        _ => String::new(),
    });
    let search = move |text: String| {
        message.set(Some("Searching…".to_owned()));
        timer.set_value(Some(timers::after(RESTS_MS, move || {
            spawn_local(async move {
                let found = find(session, is_group, text).await;
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
    let choose = move |text: String| {
        let place = IdOrPath::parse(&text);
        let to = if is_group { Source::Group(place) } else { Source::Project(place) };
        navigation.go(untrack(|| with_source(navigation, to)));
    };
    view! {
        <Combobox
            label
            value
            options
            message
            on_input=search
            on_choose=choose
            inside=true
            placeholder="Search, id or full path"
        />
    }
}

/// Groups or projects by name; administrators find those they are no member of, too.
pub(in crate::pages) async fn find(
    session: SessionState,
    is_group: bool,
    text: String,
) -> Result<Vec<ComboOption>, Error> {
    let session = session.open_untracked().ok_or(Error::Unreachable)?;
    let all = session.who.admin;
    let text = text.trim().to_owned();
    if is_group {
        let found = session.client.page(&SearchGroups { text, all, min_access_level: 40 }, &PageToken::First).await?;
        Ok(found.items.iter().map(|group| option(group.path(), group.name.clone())).collect())
    } else {
        let found = session.client.page(&SearchProjects { text, all }, &PageToken::First).await?;
        Ok(found.items.iter().map(|project| option(project.path(), project.name.clone())).collect())
    }
}

fn option(path: String, name: Option<String>) -> ComboOption {
    ComboOption { value: path.clone(), label: name.unwrap_or_else(|| path.clone()), detail: Some(path) }
}
