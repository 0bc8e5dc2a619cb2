//! The drawer of one runner: what GitLab tells about it, and the form that changes it. The list beside it stays usable.

use crate::reactive::derive;
use leptos::prelude::*;

mod details;
mod edit;
mod head;
mod jobs;
mod managers;
mod open_runner;
mod projects;
mod status_row;

use self::details::DetailsTab;
use self::edit::EditTab;
use self::head::{HeadActions, Lead};
use self::jobs::JobsTab;
use self::managers::ManagersTab;
use self::open_runner::OpenRunner;
use self::projects::ProjectsTab;
use self::status_row::StatusRow;
use crate::gitlab::term::RunnerType;
use crate::route::Tab as Part;
use crate::ui::lazy::lazy;
use crate::ui::{Drawer, Tab, Tabs};

/// The id of the panel that the tabs change.
const PANEL: &str = "runner-panel";

/// Which runner, and the ones above and below it in the list.
pub type About = (u64, Signal<Option<u64>>, Signal<Option<u64>>);

lazy!(runner, load, drawer, About);

fn drawer((id, previous, next): About) -> AnyView {
    view! { <RunnerDrawer id previous next /> }.into_any()
}

/// Stands in the drawer's place until it has come.
pub fn frame(content: AnyView) -> AnyView {
    view! {
        <section class="drawer" role="dialog" aria-label="Runner">
            <div class="lazy">{content}</div>
        </section>
    }
    .into_any()
}

/// The drawer. It is made anew for another runner.
#[component]
fn RunnerDrawer(
    /// The runner's id.
    id: u64,
    /// The runner above it in the list.
    previous: Signal<Option<u64>>,
    /// The runner below it in the list.
    next: Signal<Option<u64>>,
) -> impl IntoView {
    let open = OpenRunner::new(id);
    let part = open.navigation.part(|route| route.tab);

    let managers = derive(move || open.state.managers()?.ok().map(|managers| managers.len()));
    let projects = derive(move || {
        open.runner.get().filter(|runner| runner.kind() == RunnerType::Project)?;
        open.state.projects().map(|projects| projects.len())
    });
    let tab = move |part: Part| {
        let count = match part {
            Part::Managers => managers,
            Part::Projects => projects,
            _ => Signal::stored(None),
        };
        Tab::new(part.as_str(), part.label()).href(open.href(part)).count(count).panel(PANEL)
    };
    let tabs = [Part::Details, Part::Jobs, Part::Managers, Part::Projects].map(tab).to_vec();
    // The form stands in the tab Details.
    let selected = move || if part.get() == Part::Edit { Part::Details } else { part.get() }.as_str();
    let note = move || (part.get() == Part::Edit).then(|| "Editing".to_owned());

    let body = move || match part.get() {
        Part::Details => view! { <Panel><DetailsTab open /></Panel> }.into_any(),
        Part::Edit => view! { <EditTab open /> }.into_any(),
        Part::Jobs => view! { <Panel><JobsTab open /></Panel> }.into_any(),
        Part::Managers => view! { <Panel><ManagersTab open /></Panel> }.into_any(),
        Part::Projects => view! { <Panel><ProjectsTab open /></Panel> }.into_any(),
    };
    let title = format!("Runner #{id}");
    view! {
        <Drawer
            title=title.clone()
            note=derive(note)
            on_close=move || open.close()
            lead=move || view! { <Lead open /> }
            actions=move || view! { <HeadActions open previous next /> }
        >
            <StatusRow open editing=derive(move || part.get() == Part::Edit) />
            <Tabs name=title tabs selected=derive(selected) />
            {body}
        </Drawer>
    }
}

/// What a tab shows.
#[component]
fn Panel(children: Children) -> impl IntoView {
    view! {
        <div class="drawer-body" id=PANEL role="tabpanel">
            {children()}
        </div>
    }
}
