//! The line between filters and table: how many are shown and how far loading is; what to do with the selected ones.

use leptos::prelude::*;

use crate::format::count;
use crate::reactive::derive;
use crate::ui::Show;
use crate::ui::{Button, ButtonKind, IconButton};

/// The line.
#[component]
pub fn ListBar(
    /// How far the list is, in a sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// Whether more rows are on their way.
    #[prop(into)]
    loading: Signal<bool>,
    /// Called to clear the filters, where the line of filters has no room to offer it.
    #[prop(into)]
    on_clear_filters: Signal<Option<Callback<()>>>,
    /// What the address said that is not understood.
    #[prop(into)]
    warnings: Signal<Vec<String>>,
    /// How many are selected.
    #[prop(into)]
    selected: Signal<usize>,
    /// Why the selected ones cannot be changed.
    #[prop(into)]
    refusal: Signal<Option<String>>,
    /// What is being done with the selected ones: "Pausing 2 of 5…".
    #[prop(into)]
    bulk: Signal<Option<String>>,
    /// Called to stop loading.
    on_stop: Callback<()>,
    /// Called to read the list again.
    on_refresh: Callback<()>,
    /// Called to pause (true) or resume (false) the selected ones.
    on_pause: Callback<bool>,
    /// Called to select none.
    on_clear: Callback<()>,
    /// `comfortable` or `compact`.
    #[prop(into)]
    density: Signal<&'static str>,
    /// Called with the other density.
    on_density: Callback<&'static str>,
) -> impl IntoView {
    view! {
        <div class="list-bar">
            <p class="list-status" role="status">
                {sentence}
                {move || warnings.get().into_iter().map(warning).collect_view()}
            </p>
            <Show when=move || loading.get()>
                <Button kind=ButtonKind::Link on_click=on_stop>"Stop loading"</Button>
            </Show>
            {move || {
                on_clear_filters
                    .get()
                    .map(|clear| {
                        view! {
                            <span class="list-clear">
                                <Button kind=ButtonKind::Link on_click=clear>
                                    "Clear filters"
                                </Button>
                            </span>
                        }
                    })
            }}
            <span class="list-tools" data-bulk=move || (selected.get() > 0).then_some("")>
                <Show when=move || { selected.get() > 0 }>
                    <span class="bulk-bar" role="group" aria-label="Selected runners">
                        <strong class="bulk-count">
                            {move || bulk.get().unwrap_or_else(|| format!("{} selected", count(selected.get())))}
                        </strong>
                        <Button kind=ButtonKind::Quiet small=true icon="pause" disabled_reason=refusal on_click=move || on_pause.run(true)>
                            "Pause"
                        </Button>
                        <Button kind=ButtonKind::Quiet small=true icon="play" disabled_reason=refusal on_click=move || on_pause.run(false)>
                            "Resume"
                        </Button>
                        <Button kind=ButtonKind::Quiet small=true on_click=on_clear>"Clear selection"</Button>
                    </span>
                </Show>
                <span class="list-view">
                    <IconButton icon="retry" name="Refresh" on_click=on_refresh />
                    <span class="density" role="group" aria-label="Row height">
                        <IconButton
                            icon="hamburger"
                            name="Comfortable"
                            pressed=derive(move || density.get() == "comfortable")
                            on_click=move || on_density.run("comfortable")
                        />
                        <IconButton
                            icon="list-bulleted"
                            name="Compact"
                            pressed=derive(move || density.get() == "compact")
                            on_click=move || on_density.run("compact")
                        />
                    </span>
                </span>
            </span>
        </div>
    }
}

/// What the address said that is not understood; in full in its tip where there is no room.
fn warning(text: String) -> impl IntoView {
    let tip = text.clone();
    view! {
        <span class="list-warning" data-tip-cut=tip>
            {text}
        </span>
    }
}
