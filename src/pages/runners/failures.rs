//! What could not be read, above the rows that came: the list itself, parts of everything, details.

use leptos::prelude::*;

use super::board::Board;
use crate::browser::focus;
use crate::components::failed_parts::{FailedPart, FailedParts};
use crate::fleet::Fleet;
use crate::format::counted;
use crate::reactive::{callback, derive, effect, memo};
use crate::search::Source;
use crate::state::fleet::Phase;
use crate::sweep::PartId;
use crate::ui::{Alert, AlertKind, ROWS};

/// All of it, each with a way to try again.
#[component]
pub fn Failures(
    /// The screen's state.
    board: Board,
) -> impl IntoView {
    view! {
        <FailedList board />
        <FailedLists board />
        <FailedDetails board />
    }
}

/// The list itself.
#[component]
fn FailedList(board: Board) -> impl IntoView {
    let fleet = board.fleet;
    let failure = move || match fleet.phase() {
        Phase::Failed(error) if board.list.nothing.read().is_none() => Some(error.sentence()),
        _ => None,
    };
    move || {
        failure().map(|sentence| {
            view! {
                <div class="list-failure">
                    <Alert title="The runners could not be loaded" on_retry=callback(move |()| fleet.refresh())>
                        {sentence}
                    </Alert>
                </div>
            }
        })
    }
}

/// Parts of everything.
#[component]
fn FailedLists(board: Board) -> impl IntoView {
    let fleet = board.fleet;
    let failures = memo(move || {
        let report = fleet.sweep_report().filter(|_| *board.list.source.read() == Source::Everything);
        report.map(|report| report.failures).unwrap_or_default()
    });
    let has_failed = memo(move || matches!(fleet.phase(), Phase::Failed(_)));
    let all = RwSignal::new(false);
    effect(move || {
        if failures.read().is_empty() {
            all.set(false);
        }
    });
    move || {
        let failures = failures.get();
        let parts: Vec<_> = failures
            .iter()
            .map(|(part, name, error)| FailedPart {
                name: name.clone(),
                is_place: matches!(part, PartId::Group(_) | PartId::Project(_)),
                sentence: error.sentence(),
            })
            .collect();
        let is_shown = !parts.is_empty() && !has_failed.get();
        let on_retry = callback(move |place: usize| {
            if let Some((part, _, _)) = failures.get(place) {
                fleet.retry_part(*part);
            }
        });
        is_shown.then(|| {
            let on_retry_all = callback(move |()| fleet.retry_failed());
            view! {
                <div class="list-failure">
                    <FailedParts parts all on_retry on_retry_all />
                </div>
            }
        })
    }
}

/// Details of rows.
#[component]
fn FailedDetails(board: Board) -> impl IntoView {
    let fleet = board.fleet;
    let failed = memo(move || {
        let failed = fleet.with(Fleet::failed_details);
        // Where the list itself failed, that says it.
        failed.filter(|_| !matches!(fleet.phase(), Phase::Failed(_)))
    });
    // Others that fail meanwhile change the number, and nothing else on the page.
    let sentence = memo(move || failed.read().as_ref().map(|(_, error)| error.sentence()));
    let title = derive(move || {
        let runners = failed.read().as_ref().map_or(0, |(runners, _)| runners.len());
        format!("Details of {} could not be loaded", counted(runners, "runner"))
    });
    let on_retry = callback(move |()| {
        if let Some((runners, _)) = failed.get_untracked() {
            fleet.load_details(&runners);
            focus::soon(vec![ROWS.to_owned()]);
        }
    });
    move || {
        sentence.get().map(|sentence| {
            view! {
                <div class="list-failure">
                    <Alert kind=AlertKind::Warning title on_retry>
                        {sentence}
                    </Alert>
                </div>
            }
        })
    }
}
