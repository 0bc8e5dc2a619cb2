//! Where one is: the address as a [`Route`], and moving about. Unsaved work is asked about before one leaves it.

use leptos::prelude::*;

use crate::browser::history;
use crate::reactive::memo;
use crate::route::Route;
use crate::search::RunnerSearch;

/// The address, for the whole page.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
    /// The same as it stands in the address, which follows when typing rests.
    written: RwSignal<Route>,
    /// What the address said that is not understood, a sentence each.
    warnings: RwSignal<Vec<String>>,
    /// Whether leaving the open form would lose something.
    unsaved: RwSignal<bool>,
    /// Where somebody wanted to go while something was unsaved.
    wanted: RwSignal<Option<Route>>,
}

impl Navigation {
    /// Reads the address and follows it from now on.
    pub fn new() -> Self {
        let (route, warnings) = Route::parse(&history::query());
        // Old words and mistakes leave the address as soon as they are understood.
        if history::query() != route.to_query() {
            history::replace(&route.to_query());
        }
        let navigation = Self {
            written: RwSignal::new(route.clone()),
            route: RwSignal::new(route),
            warnings: RwSignal::new(warnings),
            unsaved: RwSignal::new(false),
            wanted: RwSignal::new(None),
        };
        history::on_pop(move || navigation.popped());
        navigation
    }

    /// Where one is, tracked.
    pub fn route(&self) -> Route {
        self.route.get()
    }

    /// Part of where one is; views that use it hear of changes of that part only.
    pub fn part<T: PartialEq + Send + Sync + 'static>(
        &self,
        part: impl Fn(&Route) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let route = self.route;
        memo(move || route.with(&part))
    }

    /// The same of the address, for links and for whatever need not follow each letter of a search: that leaves the time
    /// of a key press to the rows.
    pub fn written_part<T: PartialEq + Send + Sync + 'static>(
        &self,
        part: impl Fn(&Route) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let written = self.written;
        memo(move || written.with(&part))
    }

    /// Where one is, for an action that happens now.
    pub fn route_untracked(&self) -> Route {
        self.route.get_untracked()
    }

    /// What the address said that is not understood.
    pub fn warnings(&self) -> Vec<String> {
        self.warnings.get()
    }

    /// Goes there; Back leads to where one was.
    pub fn go(&self, to: Route) {
        if self.must_ask(&to) {
            self.wanted.set(Some(to));
            return;
        }
        self.arrive(to, history::push);
    }

    /// Goes there in the place of where one is.
    pub fn replace(&self, to: Route) {
        if self.must_ask(&to) {
            self.wanted.set(Some(to));
            return;
        }
        self.arrive(to, history::replace);
    }

    /// The same while somebody types a search: Back should not spell it, and the address follows when the typing rests.
    pub fn replace_typing(&self, to: Route) {
        if self.route.with_untracked(|here| *here != to) {
            let navigation = *self;
            history::replace_soon(&to.to_query(), move || navigation.note_written());
            self.change(to);
        }
    }

    /// Follows a link of this page by its query.
    pub fn follow(&self, query: &str) {
        self.go(self.caught_up(Route::parse(query).0));
    }

    /// A link that was made before the last letters were typed: the text that stood there means the one that is typed now.
    fn caught_up(&self, mut to: Route) -> Route {
        let (here, written) = (self.route.read_untracked(), self.written.read_untracked());
        let rest = |search: &RunnerSearch| RunnerSearch { text: String::new(), source: None, ..search.clone() };
        // A link may want no text.
        let means_it = !to.search.text.is_empty() || rest(&to.search) == rest(&written.search);
        if to.search.text == written.search.text && means_it {
            to.search.text.clone_from(&here.search.text);
        }
        to
    }

    /// Says whether leaving the open form would lose something.
    pub fn set_unsaved(&self, unsaved: bool) {
        if self.unsaved.get_untracked() != unsaved {
            self.unsaved.set(unsaved);
        }
    }

    /// Whether leaving the page would lose something.
    pub fn has_unsaved(&self) -> bool {
        self.unsaved.get_untracked()
    }

    /// Whether somebody wants to leave unsaved work, tracked.
    pub fn is_asking(&self) -> bool {
        self.wanted.with(Option::is_some)
    }

    /// The unsaved work stays open.
    pub fn stay(&self) {
        self.wanted.set(None);
    }

    /// The unsaved work is given up.
    pub fn leave(&self) {
        self.unsaved.set(false);
        if let Some(to) = self.wanted.get_untracked() {
            self.wanted.set(None);
            self.arrive(to, history::push);
        }
    }

    fn must_ask(&self, to: &Route) -> bool {
        let here = self.route_untracked();
        self.has_unsaved() && (to.runner != here.runner || to.tab != here.tab || to.view != here.view)
    }

    fn popped(self) {
        let (to, _) = Route::parse(&history::query());
        if self.must_ask(&to) {
            // Back has already changed the address: it is put back until the question is answered.
            history::push(&self.route_untracked().to_query());
            self.note_written();
            self.wanted.set(Some(to));
            return;
        }
        self.warnings.set(Vec::new());
        self.route.set(to);
        self.note_written();
    }

    fn arrive(&self, to: Route, write: fn(&str)) {
        if self.route.with_untracked(|here| *here != to) {
            write(&to.to_query());
            self.change(to);
            self.note_written();
        }
    }

    fn change(&self, to: Route) {
        if !self.warnings.with_untracked(Vec::is_empty) {
            self.warnings.set(Vec::new());
        }
        self.route.set(to);
    }

    fn note_written(&self) {
        self.written.set(self.route.get_untracked());
    }
}
