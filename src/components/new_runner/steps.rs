//! Where one is in something that takes several steps.

use leptos::prelude::*;

/// The steps, in their order.
#[component]
pub fn Steps(
    /// What they are called.
    labels: &'static [&'static str],
    /// The place of the one where one is.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let item = |(place, label): (usize, &&'static str)| {
        view! {
            <li aria-current=move || (current.get() == place).then_some("step")>
                <span class="step-number">{place + 1}</span>
                {*label}
            </li>
        }
    };
    view! {
        <ol class="steps" aria-label="Steps">
            {labels.iter().enumerate().map(item).collect_view()}
        </ol>
    }
}
