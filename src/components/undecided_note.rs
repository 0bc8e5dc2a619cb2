//! Says that runners are left out because nobody knows whether they match, or that old details decide, and offers to load
//! what would tell.

use leptos::prelude::*;

use super::load_details::{AllDetails, LoadDetails};
use crate::fleet::{Doubts, Undecided};
use crate::format::{count, counted};
use crate::reactive::memo;
use crate::ui::Show;

/// The note; nothing while all is known.
#[component]
pub fn UndecidedNote(
    /// How many are left out only because it is not known whether they match.
    #[prop(into)]
    undecided: Signal<Undecided>,
    /// How many runners' details leave what is shown in doubt.
    #[prop(into)]
    doubts: Signal<Doubts>,
    /// Whether details would tell.
    #[prop(into)]
    in_doubt: Signal<bool>,
    /// What loads them.
    details: AllDetails,
) -> impl IntoView {
    let words = memo(move || sentence(undecided.get(), doubts.get()));
    view! {
        <Show when=move || !words.read().is_empty()>
            <span class="undecided">
                <span class="undecided-words" role="status" data-tip-cut=words>
                    {words}
                </span>
                <Show when=move || in_doubt.get()>
                    <LoadDetails details />
                </Show>
            </span>
        </Show>
    }
}

/// "12 runners are left out because their details are not loaded."
fn sentence(undecided: Undecided, doubts: Doubts) -> String {
    let because = |runners: usize, (one, many): (&str, &str)| match runners {
        0 => None,
        1 => Some(format!("1 runner is left out because {one}")),
        n => Some(format!("{} are left out because {many}", counted(n, "runner"))),
    };
    let details = because(undecided.by_details, ("its details are not loaded", "their details are not loaded"));
    let untold = because(undecided.untold, (UNTOLD, UNTOLD));
    let unsearched = match undecided.unsearched {
        0 => None,
        1 => Some("Not searched: tags, version and address of 1 runner, which are not loaded".to_owned()),
        n => Some(format!("Not searched: tags, versions and addresses of {} runners, which are not loaded", count(n))),
    };
    let unsorted = match doubts.unsorted {
        0 => None,
        1 => Some("1 runner has no place in this order: its details are not loaded".to_owned()),
        n => Some(format!("{} runners have no place in this order: their details are not loaded", count(n))),
    };
    let outdated = match doubts.outdated {
        0 => None,
        1 => Some("Old details of 1 runner, from before the last refresh".to_owned()),
        n => Some(format!("Old details of {} runners, from before the last refresh", count(n))),
    };
    let sentences =
        [details, untold, unsearched, unsorted, outdated].into_iter().flatten().map(|sentence| format!("{sentence}."));
    sentences.collect::<Vec<_>>().join(" ")
}

const UNTOLD: &str = "this GitLab does not tell you what the filters ask for";
