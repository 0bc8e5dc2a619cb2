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

/// "20 in 6 groups, 308 in 14 projects, 12 of the instance, 4 not known yet": as short as can be, for it stands in a
/// line with much else.
fn sentence(ways: &WaySums) -> String {
    let within = |(places, runners): (usize, usize), noun| {
        (places > 0).then(|| format!("{} in {}", count(runners), counted(places, noun)))
    };
    let instance = (ways.instance > 0).then(|| format!("{} of the instance", count(ways.instance)));
    let unknown = (ways.unknown > 0).then(|| format!("{} not known yet", count(ways.unknown)));
    let words = [within(ways.groups, "group"), within(ways.projects, "project"), instance, unknown];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
