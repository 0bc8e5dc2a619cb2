//! A thin line that is as long as what is done.

use leptos::prelude::*;

/// How much is done. Where the whole is not known, a piece of the line stands at its start.
#[component]
pub fn ProgressLine(
    /// What is under way.
    #[prop(into)]
    name: String,
    /// What is done of the whole, in percent.
    #[prop(into)]
    done: Signal<Option<usize>>,
) -> impl IntoView {
    let percent = move || done.get().map(|done| done.min(100));
    view! {
        <div
            class="progress-line"
            role="progressbar"
            aria-label=name
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=percent
        >
            <div class="progress-part" style:width=move || format!("{}%", percent().unwrap_or(20))></div>
        </div>
    }
}
