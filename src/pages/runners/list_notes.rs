//! What is said beside the count of the list: through what its runners are seen, who is left out, and which details are old.

use leptos::prelude::*;

use super::board::Board;
use crate::components::load_details::AllDetails;
use crate::components::undecided_note::UndecidedNote;
use crate::components::ways_summary::WaysSummary;
use crate::fleet::{Undecided, WaySums};
use crate::reactive::{derive, memo};
use crate::search::Source;
use crate::state::fleet::Phase;
use crate::ui::Show;

/// The notes of the list bar.
#[component]
pub fn ListNotes(
    /// The screen's state.
    board: Board,
    /// The details of all runners.
    details: AllDetails,
) -> impl IntoView {
    let list = board.list;
    let fleet = board.fleet;
    let undecided = memo(move || list.shown.read().undecided);
    let is_everything = derive(move || *list.source.read() == Source::Everything);
    // While the first rows are coming the sums would only flicker.
    let ways = memo(move || if fleet.phase() == Phase::Loading { WaySums::default() } else { fleet.with(WaySums::of) });
    view! {
        <Show when=move || { is_everything.get() && undecided.get() == Undecided::default() && !list.doubts.get().is_some() }>
            <WaysSummary ways />
        </Show>
        <UndecidedNote undecided doubts=list.doubts in_doubt=derive(move || list.is_in_doubt()) details />
    }
}
