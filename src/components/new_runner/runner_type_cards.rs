//! Whose jobs a new runner is to take.

use leptos::prelude::*;

use crate::gitlab::term::RunnerType;
use crate::ui::field::{RadioGroup, RadioOption};

/// The three, each with who may use it.
const CARDS: [RadioOption; 3] = [
    RadioOption {
        value: "instance_type",
        label: "Instance",
        help: Some("Every project of this GitLab"),
        icon: Some("users"),
    },
    RadioOption { value: "group_type", label: "Group", help: Some("All projects of one group"), icon: Some("group") },
    RadioOption {
        value: "project_type",
        label: "Project",
        help: Some("Only projects you assign"),
        icon: Some("project"),
    },
];

/// The three types as cards.
#[component]
pub fn RunnerTypeCards(
    /// The chosen one.
    #[prop(into)]
    kind: Signal<RunnerType>,
    /// Called with the one that was chosen.
    #[prop(into)]
    on_change: Callback<RunnerType>,
    /// Why one of them cannot be chosen.
    #[prop(into)]
    refusal: Callback<RunnerType, Option<String>>,
) -> impl IntoView {
    let value = move || {
        let kind = kind.read();
        CARDS.iter().map(|card| card.value).find(|value| *value == kind.as_str()).unwrap_or_default()
    };
    view! {
        <RadioGroup
            label="Runner type"
            options=CARDS.to_vec()
            value
            on_change=move |value: &'static str| on_change.run(RunnerType::from(value))
            refusal=move |value: &'static str| refusal.run(RunnerType::from(value))
            cards=true
        />
    }
}
