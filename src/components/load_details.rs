//! The button **Load details of all N**, and how far that is while it runs.

use leptos::prelude::*;

use crate::browser::focus;
use crate::format::count;
use crate::reactive::{derive, memo};
use crate::ui::{Button, ButtonKind, Handover, ROWS};

/// What has the focus after a button that leaves: the one in its place, or the rows.
const HEIRS: [&str; 2] = ["[data-tool=load] button", ROWS];

/// Details that are not loaded yet, and the loading of them all.
#[derive(Clone, Copy)]
pub struct AllDetails {
    /// Runners without details, and about how many requests theirs cost; `None` where nothing is to be loaded.
    pub left: Signal<Option<(usize, usize)>>,
    /// Runners whose details have come and of how many, while all are being loaded.
    pub progress: Signal<Option<(usize, usize)>>,
    /// Seconds until the budget a minute lets us go on, if it is used up.
    pub held: Signal<Option<i64>>,
    /// Called to load them all.
    pub on_load: Callback<()>,
    /// Called to stop that; what has come stays.
    pub on_stop: Callback<()>,
}

/// The button, or the progress.
#[component]
pub fn LoadDetails(
    /// What is left and how far it is.
    details: AllDetails,
) -> impl IntoView {
    let AllDetails { left, progress, held, on_load, on_stop } = details;
    let offer = move |(runners, requests): (usize, usize)| {
        let unit = if requests == 1 { "request" } else { "requests" };
        let cost = format!("Tags, versions and more, in about {} {unit}", count(requests));
        view! {
            <button
                class="button"
                type="button"
                data-kind="link"
                data-tip=cost.clone()
                aria-description=cost
                on:click=move |_| {
                    on_load.run(());
                    focus::soon(HEIRS.map(str::to_owned).to_vec());
                }
            >
                {format!("Load details of all {}", count(runners))}
            </button>
        }
    };
    let running = move || {
        let words = derive(move || {
            let (done, all) = progress.get().unwrap_or_default();
            format!("Details {} of {}", count(done), count(all))
        });
        let held_up = move || held.get().map(|seconds| format!(" · going on in {seconds} s"));
        view! {
            <span class="load-progress" role="status">{words}{held_up}</span>
            <Button kind=ButtonKind::Link name=Signal::stored(Some("Stop details".to_owned())) on_click=on_stop>"Stop"</Button>
        }
    };
    let is_running = memo(move || progress.read().is_some());
    let handover = Handover::new(is_running.into(), &HEIRS);
    let content = move || {
        if is_running.get() { running().into_any() } else { left.get().map(offer).into_any() }
    };
    view! {
        <span
            class="tool"
            data-tool="load"
            on:focusin=move |_| handover.came()
            on:focusout=move |_| handover.went()
        >
            {content}
        </span>
    }
}
