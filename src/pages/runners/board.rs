//! What the parts of the runners screen share: the list, what is selected, how it is shown.

use leptos::{html, prelude::*};

use super::current_row::CurrentRow;
use super::filters::Filters;
use super::list::List;
use super::pausing::Pausing;
use super::question::Asking;
use super::selection::Selection;
use crate::browser::{focus, history, media, storage, storage::Keep};
use crate::components::filter_bar::SEARCH;
use crate::route::{Route, Tab};
use crate::search::{Density, Order, RunnerSearch};
use crate::state::fleet::FleetState;
use crate::state::navigation::Navigation;
use crate::state::session::SessionState;
use crate::ui::ROWS;

/// Where the density is kept; it is a habit of the person, not a state of the page.
const DENSITY: &str = "runnerboard.density";
/// Below this width the filters open from a button and the drawer fills the screen. The list is then less than 760 pixels
/// wide, where its styles change.
const NARROW: &str = "(max-width: 777px)";

/// The runners screen's own state.
#[derive(Clone, Copy)]
pub struct Board {
    /// The loaded runners.
    pub fleet: FleetState,
    /// Where one is.
    pub navigation: Navigation,
    /// Who is connected.
    pub session: SessionState,
    /// What the list shows.
    pub list: List,
    /// Which runners are selected.
    pub selection: Selection,
    /// Pauses and resumes.
    pub pausing: Pausing,
    /// Asks before something is done with a runner.
    pub asking: Asking,
    /// What the filters hold and offer.
    pub filters: Filters,
    /// How much room a row takes.
    pub density: RwSignal<Density>,
    /// Whether the page is too narrow for a line of filters.
    pub narrow: RwSignal<bool>,
    /// The runner whose drawer is open.
    pub open: Memo<Option<u64>>,
    /// The address of a runner's drawer, before its id and after it: it is wanted for every row at every key press.
    pub around_id: Memo<(String, String)>,
    /// The row that has or had the focus.
    pub current: CurrentRow,
    /// A place to bring into sight.
    pub reveal: RwSignal<Option<usize>>,
    /// The search box.
    pub search_box: NodeRef<html::Input>,
}

impl Board {
    /// Follows the address from now on.
    pub fn new() -> Self {
        let navigation = expect_context::<Navigation>();
        let list = List::new();
        let density = storage::get(Keep::Device, DENSITY).and_then(|word| Density::known(&word)).unwrap_or_default();
        let narrow = RwSignal::new(media::matches(NARROW));
        StoredValue::new_local(media::on_change(NARROW, move |now| narrow.set(now)));
        Self {
            fleet: expect_context(),
            navigation,
            session: expect_context(),
            list,
            selection: Selection::new(list),
            pausing: Pausing::new(),
            asking: Asking::new(),
            filters: Filters::new(list),
            density: RwSignal::new(density),
            narrow,
            open: navigation.part(|route| route.runner),
            around_id: navigation.written_part(around_id),
            current: CurrentRow::new(list),
            reveal: RwSignal::new(None),
            search_box: NodeRef::new(),
        }
    }

    /// Whether runners are on their way, tracked.
    pub fn is_loading(self) -> bool {
        self.fleet.phase().is_busy()
    }

    /// The same place with another search.
    pub fn with_search(self, search: RunnerSearch) -> Route {
        Route { search, ..self.navigation.route_untracked() }
    }

    /// The order of the table, and the one among equals; tracked.
    pub fn order(self) -> Order {
        let search = self.list.search.read();
        (search.sort, search.then)
    }

    /// Puts the table in another order.
    pub fn sort(self, (sort, then): Order) {
        self.navigation.go(self.with_search(RunnerSearch { sort, then, ..self.list.search.get_untracked() }));
    }

    /// Takes all filters away.
    pub fn clear_filters(self) {
        self.filters.clear();
        // The button leaves with them.
        focus::if_lost(vec![SEARCH.to_owned(), ROWS.to_owned()]);
        self.navigation.go(self.with_search(self.list.search.get_untracked().cleared()));
    }

    /// Spaces the rows, now and the next time.
    pub fn choose_density(self, density: Density) {
        storage::set(Keep::Device, DENSITY, density.as_str());
        self.density.set(density);
    }
}

fn around_id(route: &Route) -> (String, String) {
    let href = history::href(&route.with_runner(0, Tab::Details).to_query());
    // In a value the sign would be encoded, so this is the key.
    let (before, after) = href.split_once("runner=0").unwrap_or((&href, ""));
    (format!("{before}runner="), after.to_owned())
}
