//! The filters of the list, in a line; on a narrow page all but Search open from a button.

use leptos::{html, prelude::*};

use super::choice_filter::ChoiceFilter;
use super::filter_offers::{Offers, TagUse, TypedField};
use super::more_filters;
use crate::browser::place::Align;
use crate::reactive::{callback, derive, memo};
use crate::search::{Choice, RunnerSearch};
use crate::ui::field::{FilterText, SearchField, TagFilter};
use crate::ui::{Button, ButtonKind, Dialog, Icon, Popover, Show};

/// What stands in the line whatever is listed.
const CHOICES: [Choice; 3] = [Choice::Status, Choice::Type, Choice::Paused];

/// Selects the search box.
pub const SEARCH: &str = "[role=search] [type=search]";

/// The filters.
#[component]
pub fn FilterBar(
    /// The text in the search box.
    #[prop(into)]
    text: Signal<String>,
    /// Called with the text at each letter that is typed, which Back should not spell.
    on_type: Callback<String>,
    /// What is searched for; its text may follow a little later.
    search: Memo<RunnerSearch>,
    /// Whether there is a filter to clear.
    is_filtered: Memo<bool>,
    /// Called with a change of it by choosing.
    on_choose: Callback<RunnerSearch>,
    /// Tells the values.
    offers: Offers,
    /// The version field, in which there may not be a version yet.
    version: TypedField,
    /// Whether Available through stands in the line.
    #[prop(into)]
    has_through: Signal<bool>,
    /// The panel of the further filters.
    #[prop(into)]
    more: ViewFn,
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
    let fields = move || view! { <FilterFields search on_choose offers version has_through /> };
    let more = StoredValue::new(more);
    let panel = move || more.with_value(ViewFn::run);
    let line = move || {
        view! {
            {fields()}
            <MoreButton search has_through>{panel()}</MoreButton>
            <ClearFilters is_filtered on_clear clear_elsewhere />
        }
    };
    let all_in_use = move || in_use(&search.read()) + more_filters::in_use(&search.read(), true);
    view! {
        <div
            class="filter-bar"
            role="search"
            aria-label="Filter runners"
            data-through=move || has_through.get().then_some("")
        >
            <SearchField value=text on_input=on_type key_hint="/" node_ref=search_box />
            <Show when=move || narrow.get() fallback=line>
                <Button icon="filter" on_click=move || is_sheet_open.set(true)>
                    "Filters"
                    {move || pill(all_in_use())}
                </Button>
                <Show when=move || is_sheet_open.get()>
                    <Sheet on_close=move || is_sheet_open.set(false) on_clear>
                        {fields()}
                        {panel()}
                    </Sheet>
                </Show>
            </Show>
        </div>
    }
}

/// All filters of the line but the text.
#[component]
fn FilterFields(
    search: Memo<RunnerSearch>,
    on_choose: Callback<RunnerSearch>,
    offers: Offers,
    version: TypedField,
    has_through: Signal<bool>,
) -> impl IntoView {
    let tags = derive(move || search.read().tags.clone());
    let choose_tags = callback(move |tags| on_choose.run(RunnerSearch { tags, ..search.get_untracked() }));
    let offer_tags = callback(move |()| offers.tags.run(TagUse::All));
    let offer_versions = callback(move |()| offers.versions.run(false));
    let choice = move |choice| view! { <ChoiceFilter choice search on_choose offers /> };
    view! {
        {CHOICES.map(choice).into_iter().collect_view()}
        <TagFilter label="Tags" tags on_change=choose_tags suggestions=offer_tags />
        <FilterText
            label="Version"
            value=version.value
            error=version.error
            on_input=version.on_input
            placeholder="Any"
            suggestions=offer_versions
        />
        <Show when=move || has_through.get()>{choice(Choice::Through)}</Show>
    }
}

/// Opens the panel of the further filters, and says how many of them are in use.
#[component]
fn MoreButton(search: Memo<RunnerSearch>, has_through: Signal<bool>, children: ChildrenFn) -> impl IntoView {
    let count = memo(move || more_filters::in_use(&search.read(), has_through.get()));
    let name = derive(move || match count.get() {
        0 => "More filters".to_owned(),
        n => format!("More filters, {n} in use"),
    });
    let trigger = move || {
        view! {
            <span class="button-label">
                <Icon name="filter" />
                <span class="filter-more-words">"More filters"</span>
                {move || pill(count.get())}
            </span>
        }
    };
    view! {
        <Popover name class="button filter-more" trigger align=Align::End tip=derive(move || Some(name.get())) layer_name=Signal::stored("More filters".to_owned()) start="input,select">
            {children()}
        </Popover>
    }
}

/// Keeps its place while there is nothing to clear, so that the line does not move.
#[component]
fn ClearFilters(is_filtered: Memo<bool>, on_clear: Callback<()>, clear_elsewhere: Signal<bool>) -> impl IntoView {
    let is_offered = move || is_filtered.get() && !clear_elsewhere.get();
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

fn pill(count: usize) -> Option<impl IntoView> {
    (count > 0).then(|| view! { <span class="count-pill">{count}</span> })
}

/// How many filters of the line but the text are in use.
fn in_use(search: &RunnerSearch) -> usize {
    let chosen = CHOICES.iter().chain(&[Choice::Through]).filter(|choice| !choice.read(search).is_empty()).count();
    chosen + usize::from(!search.tags.is_empty()) + usize::from(search.version.is_some())
}
