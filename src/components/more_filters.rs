//! The filters that are not used every day, on a panel of their own.

use leptos::prelude::*;

use super::choice_filter::ChoiceFilter;
use super::filter_offers::{Offers, TagUse, TypedField};
use crate::reactive::{callback, derive};
use crate::search::{Choice, RunnerSearch};
use crate::ui::Show;
use crate::ui::field::{FilterText, TagFilter};

/// Those that are one of several values, in their order.
pub const CHOICES: [Choice; 7] = [
    Choice::Locked,
    Choice::Protected,
    Choice::RunUntagged,
    Choice::Activity,
    Choice::Jobs,
    Choice::Platform,
    Choice::Architecture,
];

/// What the panel is about.
#[derive(Clone, Copy)]
pub struct Panel {
    /// What is searched for.
    pub search: Memo<RunnerSearch>,
    /// Called with a change of it.
    pub on_choose: Callback<RunnerSearch>,
    /// Tells the values.
    pub offers: Offers,
    /// A version that all shown ones are below.
    pub older_than: TypedField,
    /// Days since the last contact.
    pub unseen_days: TypedField,
    /// The day before which all shown ones were made.
    pub created_before: TypedField,
    /// Whether Available through stands elsewhere.
    pub through_elsewhere: Signal<bool>,
}

/// The fields of the panel.
#[component]
pub fn MoreFilters(
    /// What it is about.
    panel: Panel,
) -> impl IntoView {
    let Panel { search, on_choose, offers, older_than, unseen_days, created_before, through_elsewhere } = panel;
    let any = derive(move || search.read().any_tags.clone());
    let none = derive(move || search.read().no_tags.clone());
    let choose_any = callback(move |any_tags| on_choose.run(RunnerSearch { any_tags, ..search.get_untracked() }));
    let choose_none = callback(move |no_tags| on_choose.run(RunnerSearch { no_tags, ..search.get_untracked() }));
    let offer_any = callback(move |()| offers.tags.run(TagUse::Any));
    let offer_none = callback(move |()| offers.tags.run(TagUse::None));
    let older = callback(move |()| offers.versions.run(true));
    let choice = move |choice| view! { <ChoiceFilter choice search on_choose offers /> };
    view! {
        <div class="more-filters">
            <TagFilter label="Any of these tags" tags=any on_change=choose_any suggestions=offer_any />
            <TagFilter label="None of these tags" tags=none on_change=choose_none suggestions=offer_none />
            {CHOICES.map(choice).into_iter().collect_view()}
            <FilterText
                label="Version older than"
                value=older_than.value
                error=older_than.error
                on_input=older_than.on_input
                placeholder="e.g. 17.0"
                suggestions=older
            />
            <FilterText
                label="Last contact older than"
                value=unseen_days.value
                error=unseen_days.error
                on_input=unseen_days.on_input
                unit="days"
            />
            <FilterText
                label="Created before"
                kind="date"
                value=created_before.value
                error=created_before.error
                on_input=created_before.on_input
            />
            <Show when=move || !through_elsewhere.get()>{choice(Choice::Through)}</Show>
        </div>
    }
}

/// How many of the panel's filters are in use.
pub fn in_use(search: &RunnerSearch, through_elsewhere: bool) -> usize {
    let one = usize::from;
    let chosen = CHOICES.iter().filter(|choice| !choice.read(search).is_empty()).count();
    chosen
        + one(!search.any_tags.is_empty())
        + one(!search.no_tags.is_empty())
        + one(search.older_than.is_some())
        + one(search.unseen_days.is_some())
        + one(search.created_before.is_some())
        + one(search.through.is_some() && !through_elsewhere)
}
