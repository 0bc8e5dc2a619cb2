//! Through how many groups and projects the listed runners are seen, in a few words.

use leptos::prelude::*;

use crate::fleet::WaySums;
use crate::format::{count, counted};
use crate::reactive::derive;

/// The words; nothing while nothing is known.
#[component]
pub fn WaysSummary(
    /// The sums.
    #[prop(into)]
    ways: Signal<WaySums>,
) -> impl IntoView {
    let words = derive(move || sentence(&ways.get()));
    let tip = move || Some(words.get()).filter(|words| !words.is_empty());
    view! {
        <span class="ways-summary" data-tip-cut=tip>
            {words}
        </span>
    }
}

/// "20 through 6 groups, 308 through 14 projects, 12 through the instance, 4 not known yet".
fn sentence(ways: &WaySums) -> String {
    let through = |(places, runners): (usize, usize), noun| {
        (places > 0).then(|| format!("{} through {}", count(runners), counted(places, noun)))
    };
    let instance = (ways.instance > 0).then(|| format!("{} through the instance", count(ways.instance)));
    let unknown = (ways.unknown > 0).then(|| format!("{} not known yet", count(ways.unknown)));
    let words = [through(ways.groups, "group"), through(ways.projects, "project"), instance, unknown];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
