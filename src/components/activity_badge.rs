//! Whether a runner or one of its managers runs jobs now, where GitLab tells.

use leptos::prelude::*;

use crate::gitlab::term::JobExecutionStatus;
use crate::ui::{Badge, BadgeKind};

/// Running jobs, or idle.
#[component]
pub fn ActivityBadge(
    /// GitLab's word; older servers have none.
    status: Option<JobExecutionStatus>,
    /// How many jobs, if that is known.
    #[prop(optional_no_strip)]
    running: Option<usize>,
) -> impl IntoView {
    let (kind, words) = match status? {
        JobExecutionStatus::Idle => (BadgeKind::Outline, "Idle".to_owned()),
        JobExecutionStatus::Active => (BadgeKind::Running, running_words(running)),
        JobExecutionStatus::Other(word) => (BadgeKind::Outline, word),
    };
    Some(view! { <Badge kind>{words}</Badge> })
}

fn running_words(running: Option<usize>) -> String {
    match running {
        None | Some(0) => "Running jobs".to_owned(),
        Some(1) => "Running 1 job".to_owned(),
        Some(many) => format!("Running {many} jobs"),
    }
}
