//! What the filters of the list share: the texts that are typed into them, and what is there to choose from.

use leptos::prelude::*;

use super::list::List;
use super::typed_filter::{Typed, TypedFilter};
use crate::browser::clock;
use crate::components::filter_offers::{Offers, TagUse, TypedField};
use crate::components::more_filters::{MoreFilters, Panel};
use crate::fleet::{Facet, Fleet, facet, tally};
use crate::format::at_least;
use crate::reactive::{callback, derive};
use crate::search::{Choice, Column, RunnerSearch, Source};
use crate::state::fleet::FleetState;
use crate::ui::field::Suggestion;
use crate::ui::lazy::lazy;

/// Up to so many runners, counting takes no time to speak of, so that counts show before anybody turns to them.
const QUICK: usize = 2000;

lazy!(tools, load_more_filters, more_filters, Panel);

fn more_filters(panel: Panel) -> AnyView {
    view! { <MoreFilters panel /> }.into_any()
}

/// Stands in the panel's place until it has come.
pub fn frame(content: AnyView) -> AnyView {
    view! { <div class="more-filters">{content}</div> }.into_any()
}

/// The filters of the list: a handle, since there is much to them.
#[derive(Clone, Copy)]
pub struct Filters(StoredValue<Parts>);

#[derive(Clone, Copy)]
struct Parts {
    fleet: FleetState,
    list: List,
    version: TypedFilter,
    older_than: TypedFilter,
    unseen_days: TypedFilter,
    created_before: TypedFilter,
}

impl Filters {
    /// Of a list.
    pub fn new(list: List) -> Self {
        let typed = |which| TypedFilter::new(which, list.written_search);
        Self(StoredValue::new(Parts {
            fleet: expect_context(),
            list,
            version: typed(Typed::Version),
            older_than: typed(Typed::OlderThan),
            unseen_days: typed(Typed::UnseenDays),
            created_before: typed(Typed::CreatedBefore),
        }))
    }

    /// The filters are cleared.
    pub fn clear(self) {
        let Parts { version, older_than, unseen_days, created_before, .. } = self.0.get_value();
        let fields = [version, older_than, unseen_days, created_before];
        fields.into_iter().for_each(TypedFilter::clear);
    }

    /// The version field.
    pub fn version(self) -> TypedField {
        self.0.get_value().version.field()
    }

    /// Whether Available through stands in the line of filters: where it tells most.
    pub fn has_through(self) -> Signal<bool> {
        let source = self.0.get_value().list.source;
        derive(move || *source.read() == Source::Everything)
    }

    /// What is there to choose from.
    pub fn offers(self) -> Offers {
        self.0.get_value().offers()
    }

    /// What the panel of further filters is about.
    pub fn panel(self, on_choose: Callback<RunnerSearch>) -> Panel {
        let parts = self.0.get_value();
        Panel {
            search: parts.list.written_search,
            on_choose,
            offers: parts.offers(),
            older_than: parts.older_than.field(),
            unseen_days: parts.unseen_days.field(),
            created_before: parts.created_before.field(),
            through_elsewhere: self.has_through(),
        }
    }
}

impl Parts {
    fn offers(self) -> Offers {
        Offers {
            is_quick: derive(move || !self.fleet.phase().is_busy() && self.fleet.with(Fleet::len) <= QUICK),
            counts: callback(move |choice| self.counts(choice)),
            values: callback(move |choice| self.values(choice)),
            tags: callback(move |tags| self.tags(tags)),
            versions: callback(move |older| self.versions(older)),
        }
    }

    fn counts(self, choice: Choice) -> Option<Facet> {
        // What GitLab was asked for leaves the other values of this filter unloaded: none would be a wrong number.
        let is_partial = self.fleet.asked().is_some_and(|asked| {
            let asked = asked.filters();
            match choice {
                Choice::Status => asked.status.is_some(),
                Choice::Type => asked.runner_type.is_some(),
                Choice::Paused => asked.paused.is_some(),
                _ => false,
            }
        });
        if is_partial {
            return None;
        }
        let others = choice.write(self.list.search.get(), "");
        let (places, undecided) = self.fleet.order(&others, clock::now());
        let mut found = self.fleet.with(|fleet| tally(fleet, &places, choice));
        // Those that the other filters leave out for now may have any value.
        found.unknown += undecided.by_details + undecided.untold;
        Some(found)
    }

    fn values(self, choice: Choice) -> Option<Vec<String>> {
        if self.fleet.phase().is_busy() {
            return None;
        }
        Some(self.fleet.with(|fleet| {
            let found = tally(fleet, fleet.listed(), choice).values;
            found.into_iter().map(|(word, _)| word).collect()
        }))
    }

    fn tags(self, tags: TagUse) -> Vec<Suggestion> {
        let mut others = self.list.search.get();
        match tags {
            // A further tag narrows what the others have left.
            TagUse::All => {}
            TagUse::Any => others.any_tags.clear(),
            TagUse::None => others.no_tags.clear(),
        }
        let mut found = self.among(&others, |fleet, places| facet(fleet, places, Column::Tags));
        found.values.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        in_words(found)
    }

    fn versions(self, older: bool) -> Vec<Suggestion> {
        let mut others = self.list.search.get();
        *(if older { &mut others.older_than } else { &mut others.version }) = None;
        let mut found = self.among(&others, |fleet, places| facet(fleet, places, Column::Version));
        found.values.reverse();
        in_words(found)
    }

    fn among<T>(self, search: &RunnerSearch, look: impl FnOnce(&Fleet, &[u32]) -> T) -> T {
        let (places, _) = self.fleet.order(search, clock::now());
        self.fleet.with(|fleet| look(fleet, &places))
    }
}

fn in_words(found: Facet) -> Vec<Suggestion> {
    let count = |n| at_least(n, found.unknown).unwrap_or_default();
    found.values.into_iter().map(|(word, n)| (word, count(n))).collect()
}
