//! What stands in place of rows: no runner matches, there are none here, one may not see them, nothing was chosen yet.

use leptos::prelude::*;

use crate::fleet::Undecided;
use crate::format::{count, counted};
use crate::gitlab::error::Error;
use crate::search::{RunnerSearch, Source};
use crate::ui::{Button, ButtonKind, Empty, LinkButton};

const MAINTAINERS: &str =
    "GitLab lists them for its Maintainers and Owners only (403 Forbidden). Ask one of them for the role.";

/// Why there is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Some are here, but none is what the filters ask for; so many were looked through.
    NoMatch(usize),
    /// None is known to be what the filters ask for, and of so many it is not known.
    Undecided(Undecided),
    /// There are none here.
    NoneHere,
    /// Somebody stopped it before one came.
    Stopped,
    /// GitLab does not show them to this user.
    Forbidden(Error),
    /// There is no such group or project.
    NoSuchPlace,
    /// A group or project has to be chosen first.
    NotChosen,
}

/// The empty state.
#[expect(clippy::needless_pass_by_value, reason = "a component takes what it shows by value")]
#[component]
pub fn NoRunners(
    /// Why there is no row.
    reason: Reason,
    /// What was searched for.
    search: RunnerSearch,
    /// Where it was searched.
    source: Source,
    /// Whether this user sees every runner of the instance.
    sees_all: bool,
    /// Whether every list was asked that may have some.
    is_all: bool,
    /// The address of the owned runners.
    owned_href: String,
    /// Where a runner of this source is created, for who may do so.
    new_href: Option<String>,
    /// Called to clear all filters.
    on_clear: Callback<()>,
) -> impl IntoView {
    let place = place_name(&source);
    match reason {
        Reason::NoMatch(looked_through) => view! {
            <Empty icon="search-results" title="No runner matches these filters" text=no_match(&search, looked_through)>
                <Button on_click=on_clear>"Clear filters"</Button>
            </Empty>
        }
        .into_any(),
        Reason::Undecided(left_out) => view! {
            <Empty icon="search-results" title=undecided_title(left_out) text=undecided(left_out)>
                <Button on_click=on_clear>"Clear filters"</Button>
            </Empty>
        }
        .into_any(),
        Reason::NoneHere => {
            let label = new_label(&source);
            let button = move || {
                new_href.clone().map(|href| view! { <LinkButton href kind=ButtonKind::Primary>{label}</LinkButton> })
            };
            let text = none_here(&source, sees_all, is_all);
            view! {
                <Empty icon="runners" title=format!("No runners {place} yet") text>
                    {button}
                </Empty>
            }
            .into_any()
        }
        Reason::Stopped => {
            let text = match source {
                Source::Everything => "Resume goes on where it was.",
                _ => "Refresh reads the list again.",
            };
            view! { <Empty icon="runners" title="Stopped before a runner came" text /> }.into_any()
        }
        Reason::Forbidden(error) => {
            let (title, text) = forbidden(&source, &error);
            view! {
                <Empty icon="lock" title text>
                    <LinkButton href=owned_href>"Show owned runners"</LinkButton>
                </Empty>
            }
            .into_any()
        }
        Reason::NoSuchPlace => view! {
            <Empty
                icon="search-results"
                title=format!("Nothing found {place}")
                text="It is not there, or your user may not see it. Check the path, or choose another one above."
            />
        }
        .into_any(),
        Reason::NotChosen => {
            let (title, text) = match source {
                Source::Project(_) => ("Choose a project", "Search by name above, or enter its id or full path."),
                _ => ("Choose a group", "Search by name above, or enter its id or full path."),
            };
            view! { <Empty icon="runners" title text /> }.into_any()
        }
    }
}

fn undecided_title(left_out: Undecided) -> &'static str {
    let may_match = left_out.by_loading() > 0;
    if may_match { "No runner is known to match these filters" } else { "No runner matches these filters" }
}

fn undecided(left_out: Undecided) -> String {
    match left_out.by_loading() {
        0 => format!(
            "This GitLab does not tell you of {} what the filters ask for. Choose others.",
            counted(left_out.untold, "runner")
        ),
        1 => "The details of 1 runner are not loaded, so it may match. Load them above.".to_owned(),
        n => format!("The details of {} are not loaded, so they may match. Load them above.", counted(n, "runner")),
    }
}

/// Where the list looks, after "No runners".
fn place_name(source: &Source) -> String {
    match source {
        Source::Group(Some(place)) | Source::Project(Some(place)) => format!("in {place}"),
        _ => "here".to_owned(),
    }
}

fn new_label(source: &Source) -> &'static str {
    match source {
        Source::Group(_) => "New group runner",
        Source::Project(_) => "New project runner",
        _ => "New instance runner",
    }
}

fn none_here(source: &Source, sees_all: bool, is_all: bool) -> &'static str {
    match source {
        Source::Owned => {
            "A runner is a machine that takes CI/CD jobs. Here are those of projects where you are Maintainer and of groups \
             where you are Owner. Runners you may only use are under Group and Project."
        }
        Source::Everything if !is_all => {
            "A runner is a machine that takes CI/CD jobs. None came through the lists that were asked, and some were not: \
             see below."
        }
        Source::Everything if !sees_all => {
            "A runner is a machine that takes CI/CD jobs. Here are all that you may see: those of projects and groups where \
             you are Maintainer, and those of the instance that your projects can use."
        }
        _ => "A runner is a machine that takes CI/CD jobs. Create one, then register a machine with its token.",
    }
}

/// What happened and GitLab's own words.
fn forbidden(source: &Source, error: &Error) -> (String, String) {
    let words = match error {
        Error::Forbidden { scopes, .. } if !scopes.is_empty() => {
            return ("Your token may not list runners".to_owned(), error.sentence());
        }
        Error::LacksPermission { .. } => return ("Your token may not list these".to_owned(), error.sentence()),
        Error::Forbidden { message, .. } if message != "403 Forbidden" => format!(" GitLab says: {message}."),
        _ => String::new(),
    };
    match source {
        Source::Instance => (
            "You may not see instance runners".to_owned(),
            format!(
                "GitLab lists these for administrators only (403 Forbidden). Your token is good: for a bad one it would say \
                 401 Unauthorized. Runners of your own groups and projects are under Owned, and all that one group or \
                 project can use under Group and Project.{words}"
            ),
        ),
        Source::Group(_) => ("You may not see the runners of this group".to_owned(), format!("{MAINTAINERS}{words}")),
        Source::Project(_) => {
            ("You may not see the runners of this project".to_owned(), format!("{MAINTAINERS}{words}"))
        }
        Source::Owned | Source::Everything => (
            "You may not list runners".to_owned(),
            format!("GitLab refused it (403 Forbidden). Ask whoever runs it what your user may do.{words}"),
        ),
    }
}

/// What the filters of the panel want, but for tags.
fn more_wants(search: &RunnerSearch) -> Vec<String> {
    let flag = |on: Option<bool>, yes: &str, no: &str| on.map(|on| if on { yes } else { no }.to_owned());
    let days = |days: u32| format!("has not made contact for {}", counted(days as usize, "day"));
    let wants = [
        search.older_than.as_ref().map(|version| format!("has a version older than {version}")),
        flag(search.locked, "is locked", "is not locked"),
        flag(search.protected, "is protected", "is not protected"),
        flag(search.run_untagged, "runs untagged jobs", "runs tagged jobs only"),
        flag(search.busy, "is running jobs", "is idle"),
        flag(search.never_ran, "never ran a job", "ran a job"),
        search.platform.as_ref().map(|platform| format!("has the platform {platform}")),
        search.architecture.as_ref().map(|architecture| format!("has the architecture {architecture}")),
        search.unseen_days.map(days),
        search.created_before.as_ref().map(|day| format!("was created before {day}")),
        search.through.as_ref().map(|through| match through {
            Source::Group(Some(place)) => format!("is available through the group {place}"),
            Source::Project(Some(place)) => format!("is available through the project {place}"),
            _ => "is available through the instance".to_owned(),
        }),
    ];
    wants.into_iter().flatten().collect()
}

/// "gpu", "gpu or linux".
fn either(tags: &[String]) -> String {
    match tags {
        [tags @ .., last] if !tags.is_empty() => format!("{} or {last}", tags.join(", ")),
        tags => tags.concat(),
    }
}

/// "None of 1,204 runners is offline and has the tags gpu and windows."
fn no_match(search: &RunnerSearch, looked_through: usize) -> String {
    let mut wants = Vec::new();
    wants.extend(search.status.as_ref().map(|status| match status.label() {
        "Never contacted" => "has never made contact".to_owned(),
        label => format!("is {}", label.to_ascii_lowercase()),
    }));
    wants.extend(search.paused.map(|paused| if paused { "is paused" } else { "is not paused" }.to_owned()));
    wants.extend(search.runner_type.as_ref().map(|kind| format!("is of type {}", kind.label())));
    match search.tags.as_slice() {
        [] => {}
        [tag] => wants.push(format!("has the tag {tag}")),
        [tags @ .., last] => wants.push(format!("has the tags {} and {last}", tags.join(", "))),
    }
    if !search.any_tags.is_empty() {
        wants.push(format!("has the tag {}", either(&search.any_tags)));
    }
    if !search.no_tags.is_empty() {
        wants.push(format!("lacks the tag {}", either(&search.no_tags)));
    }
    wants.extend(search.version.as_ref().map(|version| format!("has version {version} on the manager seen last")));
    wants.extend(more_wants(search));
    if !search.text.trim().is_empty() {
        wants.push(format!("contains “{}”", search.text.trim()));
    }
    let wants = match wants.as_slice() {
        [] => return String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
    };
    match looked_through {
        0 => format!("No runner here {wants}."),
        1 => format!("The one runner here is not one that {wants}."),
        n => format!("None of {} runners {wants}.", count(n)),
    }
}
