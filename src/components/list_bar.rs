//! The line between filters and table: how many are shown and how far loading is; what to do with the selected ones, and
//! the tools of the table.

use leptos::{html, prelude::*};

use crate::browser::{focus, media};
use crate::format::count;
use crate::reactive::{callback, derive, effect};
use crate::ui::{Button, ButtonKind, Handover, IconButton, ROWS, Show};

/// From so many pixels on every tool stands in the line.
const WIDE: i32 = 1120;

/// The line.
#[expect(clippy::needless_pass_by_value, reason = "a component takes its views by value")]
#[component]
pub fn ListBar(
    /// How far the list is, in a sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// What is said beside it.
    #[prop(optional, into)]
    notes: ViewFn,
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
    /// What is being done with the selected ones: "Pausing 2 of 5…"; or that some are not shown.
    #[prop(into)]
    bulk: Signal<Option<String>>,
    /// Called to stop loading.
    on_stop: Callback<()>,
    /// Called to go on with what was stopped, where that can be.
    #[prop(optional, into)]
    on_resume: Signal<Option<Callback<()>>>,
    /// Called to do again what failed, where something did.
    #[prop(optional, into)]
    on_retry_failed: Signal<Option<Callback<()>>>,
    /// When it was last read, in words.
    #[prop(optional, into)]
    updated: Signal<Option<String>>,
    /// Called to read the list again.
    on_refresh: Callback<()>,
    /// Called to pause (true) or resume (false) the selected ones.
    on_pause: Callback<bool>,
    /// Called to select none.
    on_clear: Callback<()>,
    /// Whether there is room for all tools in the line; set here.
    wide: RwSignal<bool>,
    /// The tools of the table.
    tools: Children,
) -> impl IntoView {
    let bar = NodeRef::<html::Div>::new();
    let size = StoredValue::new_local(None);
    effect(move || {
        if let Some(bar) = bar.get() {
            let observer = media::on_size(&bar, move |width, _| {
                let is_wide = width >= WIDE;
                if wide.try_get_untracked().is_some_and(|was| was != is_wide) {
                    wide.set(is_wide);
                }
            });
            size.set_value(observer);
        }
    });
    let resume = derive(move || {
        on_resume.get().map(|resume| {
            callback(move |()| {
                resume.run(());
                focus::soon(vec![ROWS.to_owned()]);
            })
        })
    });
    let tip = derive(move || updated.get().map(|updated| format!("Refresh · {updated}")));
    let handover = Handover::new(loading, &[ROWS]);
    view! {
        <div class="list-bar" node_ref=bar>
            <p class="list-status" role="status">
                {words(sentence)}
                {move || warnings.get().into_iter().map(|warning| words(Signal::stored(warning))).collect_view()}
            </p>
            {notes.run()}
            <span
                class="list-course"
                on:focusin=move |_| handover.came()
                on:focusout=move |_| handover.went()
            >
                <Show when=move || loading.get()>
                    <Button
                        kind=ButtonKind::Link
                        on_click=move || {
                            on_stop.run(());
                            focus::soon(vec![".list-course button".to_owned(), ROWS.to_owned()]);
                        }
                    >
                        "Stop loading"
                    </Button>
                </Show>
                {link("Resume", resume)}
            </span>
            {link("Retry failed", on_retry_failed)}
            <span class="list-clear">{link("Clear filters", on_clear_filters)}</span>
            <span class="list-tools" data-bulk=move || (selected.get() > 0).then_some("")>
                <Show when=move || { selected.get() > 0 }>
                    <span class="bulk-bar" role="group" aria-label="Selected runners">
                        <strong class="bulk-count">
                            {move || bulk.get().unwrap_or_else(|| format!("{} selected", count(selected.get())))}
                        </strong>
                        <Button kind=ButtonKind::Quiet small=true icon="pause" name=named("Pause selected") disabled_reason=refusal on_click=move || on_pause.run(true)>
                            "Pause"
                        </Button>
                        <Button kind=ButtonKind::Quiet small=true icon="play" name=named("Resume selected") disabled_reason=refusal on_click=move || on_pause.run(false)>
                            "Resume"
                        </Button>
                        <Button kind=ButtonKind::Quiet small=true icon="close" name=named("Clear selection") on_click=on_clear>"Clear selection"</Button>
                    </span>
                </Show>
                <span class="list-view" data-wide=move || wide.get().then_some("")>
                    {tools()}
                    <IconButton icon="retry" name="Refresh" tip on_click=on_refresh />
                </span>
            </span>
        </div>
    }
}

/// What a button is called where its words alone could mean another one.
fn named(name: &'static str) -> Signal<Option<String>> {
    Signal::stored(Some(name.to_owned()))
}

/// What is offered as a link while it can be done.
fn link(words: &'static str, act: Signal<Option<Callback<()>>>) -> impl IntoView {
    let button = move |act: Callback<()>| view! { <Button kind=ButtonKind::Link on_click=act>{words}</Button> };
    move || act.get().map(button)
}

/// How far the list is, or what the address said that is not understood; in full in its tip where there is no room.
fn words(text: Signal<String>) -> impl IntoView {
    view! {
        <span class="list-words" data-tip-cut="">
            {text}
        </span>
    }
}
