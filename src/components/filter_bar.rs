//! The filters of the list, in a line; on a narrow page all but Search open from a button.

use leptos::{html, prelude::*};

use crate::gitlab::term::{RunnerStatus, RunnerType};
use crate::reactive::derive;
use crate::search::RunnerSearch;
use crate::ui::Show;
use crate::ui::field::{FilterSelect, FilterText, SearchField, SelectOption, TagFilter};
use crate::ui::{Button, ButtonKind, Dialog};

/// The filters.
#[component]
pub fn FilterBar(
    /// What is searched for.
    search: Memo<RunnerSearch>,
    /// Called with a change of it by typing, which Back should not spell.
    on_type: Callback<RunnerSearch>,
    /// Called with a change of it by choosing.
    on_choose: Callback<RunnerSearch>,
    /// The text of the version field, which may not be a version yet.
    #[prop(into)]
    version: Signal<String>,
    /// Called with what was typed into the version field.
    on_version: Callback<String>,
    /// Called to clear all filters.
    on_clear: Callback<()>,
    /// Whether the page is too narrow for a line of filters.
    #[prop(into)]
    narrow: Signal<bool>,
    /// Whether an empty list already offers to clear the filters.
    #[prop(into)]
    clear_elsewhere: Signal<bool>,
    /// The search box.
    search_box: NodeRef<html::Input>,
) -> impl IntoView {
    let is_sheet_open = RwSignal::new(false);
    let text = derive(move || search.read().text.clone());
    let on_text = move |text: String| on_type.run(RunnerSearch { text, ..search.get_untracked() });
    let fields = move || view! { <FilterFields search on_choose version on_version /> };
    let line = move || view! { <>{fields()} <ClearFilters search on_clear clear_elsewhere /></> };
    view! {
        <div class="filter-bar" role="search" aria-label="Filter runners">
            <SearchField value=text on_input=on_text key_hint="/" node_ref=search_box />
            <Show when=move || narrow.get() fallback=line>
                <Button icon="filter" on_click=move || is_sheet_open.set(true)>
                    "Filters"
                    {move || Some(in_use(&search.read())).filter(|n| *n > 0).map(|n| view! { <span class="count-pill">{n}</span> })}
                </Button>
                <Show when=move || is_sheet_open.get()>
                    <Sheet on_close=move || is_sheet_open.set(false) on_clear>
                        {fields()}
                    </Sheet>
                </Show>
            </Show>
        </div>
    }
}

/// All filters but the text.
#[component]
fn FilterFields(
    search: Memo<RunnerSearch>,
    on_choose: Callback<RunnerSearch>,
    version: Signal<String>,
    on_version: Callback<String>,
) -> impl IntoView {
    let status = derive(move || search.read().status.as_ref().map(ToString::to_string).unwrap_or_default());
    let kind = derive(move || search.read().runner_type.as_ref().map(ToString::to_string).unwrap_or_default());
    let paused = derive(move || search.read().paused.map(|paused| paused.to_string()).unwrap_or_default());
    let tags = derive(move || search.read().tags.clone());
    let change = move |change: Box<dyn FnOnce(&mut RunnerSearch)>| {
        let mut search = search.get_untracked();
        change(&mut search);
        on_choose.run(search);
    };
    view! {
        <FilterSelect
            label="Status"
            options=options(RunnerStatus::ALL.iter().map(|status| (status.as_str(), status.label())))
            value=status
            on_change=move |word: String| change(Box::new(move |search| search.status = RunnerStatus::known(&word)))
        />
        <FilterSelect
            label="Type"
            options=options(RunnerType::ALL.iter().map(|kind| (kind.as_str(), kind.label())))
            value=kind
            on_change=move |word: String| change(Box::new(move |search| search.runner_type = RunnerType::known(&word)))
        />
        <FilterSelect
            label="Paused"
            options=options([("true", "Yes"), ("false", "No")])
            value=paused
            on_change=move |word: String| change(Box::new(move |search| search.paused = word.parse().ok()))
        />
        <TagFilter label="Tags" tags on_change=move |tags| change(Box::new(move |search| search.tags = tags)) />
        <FilterText label="Version" value=version on_input=on_version placeholder="e.g. 17.5" />
    }
}

/// Keeps its place while there is nothing to clear, so that the line does not move.
#[component]
fn ClearFilters(search: Memo<RunnerSearch>, on_clear: Callback<()>, clear_elsewhere: Signal<bool>) -> impl IntoView {
    let is_offered = move || search.read().is_filtered() && !clear_elsewhere.get();
    view! {
        <span class="filter-clear" data-hidden=move || (!is_offered()).then_some("")>
            <Button kind=ButtonKind::Quiet on_click=on_clear>"Clear filters"</Button>
        </span>
    }
}

/// The filters of a narrow page.
#[component]
fn Sheet(#[prop(into)] on_close: Callback<()>, on_clear: Callback<()>, children: Children) -> impl IntoView {
    let footer = move || {
        view! {
            <Button on_click=on_clear>"Clear filters"</Button>
            <Button kind=ButtonKind::Primary on_click=on_close>"Show runners"</Button>
        }
    };
    view! {
        <Dialog title="Filters" on_close footer>
            <div class="filter-sheet">{children()}</div>
        </Dialog>
    }
}

/// How many filters but the text are in use.
fn in_use(search: &RunnerSearch) -> usize {
    let one = usize::from;
    one(search.status.is_some())
        + one(search.runner_type.is_some())
        + one(search.paused.is_some())
        + one(!search.tags.is_empty())
        + one(search.version.is_some())
}

fn options(words: impl IntoIterator<Item = (&'static str, &'static str)>) -> Vec<SelectOption> {
    let any = SelectOption { value: "", label: "Any" };
    std::iter::once(any).chain(words.into_iter().map(|(value, label)| SelectOption { value, label })).collect()
}
