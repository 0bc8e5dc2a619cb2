//! Who may use a runner, in a badge.

use leptos::prelude::*;

use super::type_icon::type_icon;
use crate::gitlab::term::RunnerType;
use crate::ui::Badge;

/// A runner's type.
#[component]
pub fn TypeBadge(
    /// The type.
    kind: RunnerType,
) -> impl IntoView {
    view! { <Badge icon=type_icon(&kind)>{kind.label().to_owned()}</Badge> }
}
