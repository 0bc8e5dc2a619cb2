//! Contact state as an icon and a word, and Paused, which a person chose, as a badge beside it.

use leptos::prelude::*;

use crate::gitlab::term::RunnerStatus;
use crate::ui::Show;
use crate::ui::{Badge, BadgeKind, Icon};

/// When a runner last made contact, and whether it is paused.
#[component]
pub fn StatusBadge(
    /// The contact state.
    #[prop(into)]
    status: Signal<RunnerStatus>,
    /// Whether it takes no new jobs.
    #[prop(into)]
    paused: Signal<bool>,
) -> impl IntoView {
    let icon = move || status_icon(&status.read());
    let size = move || if *status.read() == RunnerStatus::Online { 10 } else { 16 };
    view! {
        <span class="status" data-status=move || status.read().as_str().to_owned()>
            <span class="status-icon">{move || view! { <Icon name=icon() size=size() /> }}</span>
            {move || status.read().label().to_owned()}
        </span>
        <Show when=move || paused.get()>
            <Badge kind=BadgeKind::Paused icon="pause">
                "Paused"
            </Badge>
        </Show>
    }
}

/// Four states, four shapes.
pub fn status_icon(status: &RunnerStatus) -> &'static str {
    match status {
        RunnerStatus::Online => "status-active",
        RunnerStatus::Stale => "hourglass",
        RunnerStatus::NeverContacted => "dash-circle",
        RunnerStatus::Offline | RunnerStatus::Other(_) => "time-out",
    }
}
