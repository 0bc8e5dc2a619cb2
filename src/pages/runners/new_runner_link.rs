//! The way to a new runner: the link above the list, and the one in the place of rows.

use leptos::prelude::*;

use super::board::Board;
use crate::browser::history;
use crate::can;
use crate::components::no_runners::Reason;
use crate::gitlab::term::RunnerType;
use crate::reactive::derive;
use crate::route::{Route, Tab, View};
use crate::search::{RunnerSearch, Source};
use crate::ui::{Button, ButtonKind, LinkButton};

/// Why an old GitLab creates no runners.
const TOO_OLD: &str =
    "GitLab creates runners from version 16 on. This one registers them with a registration token: see Tokens.";

/// Leads to the form of a new runner, which begins with the group or project of the list.
#[component]
pub fn NewRunnerLink(board: Board) -> impl IntoView {
    let refusal = board.session.open_untracked().and_then(|open| {
        let refused = can::create(&open.who, &RunnerType::Project).err().map(|reason| reason.to_string());
        refused.or_else(|| (!open.version.knows_creating()).then(|| TOO_OLD.to_owned()))
    });
    let words = || view! { <span class="list-head-words">"New runner"</span> };
    if let Some(reason) = refusal {
        let disabled_reason = Signal::stored(Some(reason));
        return view! {
            <Button icon="plus" disabled_reason>
                {words()}
            </Button>
        }
        .into_any();
    }
    let href = board.navigation.written_part(new_runner_href);
    // The one thing to do next, unless something else is: a form that is open, or what stands in the place of rows.
    let is_editing = board.navigation.part(|route| route.tab == Tab::Edit);
    let kind = derive(move || {
        let is_empty = matches!(*board.list.nothing.read(), Some(Reason::NoneHere));
        let is_offered = is_empty && new_href(board, &board.list.source.read()).is_some();
        if is_editing.get() || is_offered { ButtonKind::Default } else { ButtonKind::Primary }
    });
    view! {
        <LinkButton href kind icon="plus">
            {words()}
        </LinkButton>
    }
    .into_any()
}

/// The form of a new runner, for the source of the list.
fn new_runner_href(here: &Route) -> String {
    let search = RunnerSearch { source: here.search.source.clone(), ..RunnerSearch::default() };
    history::href(&Route { search, ..here.to_view(View::New) }.to_query())
}

/// Where a runner of the source's own type is created, for who may do so where GitLab can.
pub(super) fn new_href(board: Board, source: &Source) -> Option<String> {
    let open = board.session.open_untracked()?;
    let kind = match source {
        Source::Group(Some(_)) => RunnerType::Group,
        Source::Project(Some(_)) => RunnerType::Project,
        Source::Instance => RunnerType::Instance,
        Source::Everything if open.who.lists_instance => RunnerType::Instance,
        _ => return None,
    };
    can::create(&open.who, &kind).ok().filter(|()| open.version.knows_creating())?;
    Some(new_runner_href(&board.navigation.route_untracked()))
}
