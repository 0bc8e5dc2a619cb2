//! The address, typed: one [`Route`] for each query string and back. The only place that knows the address keys, and
//! the only maker of links. Knows nothing of the browser.

mod read;
mod write;

use crate::search::{Layout, RunnerSearch};

/// Where one is. The default is the empty query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Which screen.
    pub view: View,
    /// What the runner list shows.
    pub search: RunnerSearch,
    /// How it shows them.
    pub layout: Layout,
    /// Whose drawer is open, by GitLab's number.
    pub runner: Option<u64>,
    /// Which part of the drawer; [`Tab::Details`] while none is open.
    pub tab: Tab,
    /// Host, port and relative root of the GitLab that the address is about; `None` is the connected one.
    pub host: Option<String>,
}

/// Declares an enum of address words: each variant with its word and its label on the page. The first is the default.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $(#[$first_note:meta])* $first:ident = $first_word:literal, $first_label:literal;
        $($(#[$note:meta])* $variant:ident = $word:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[$first_note])* #[default] $first,
            $($(#[$note])* $variant,)+
        }

        impl $name {
            /// Every one, in the order in which they stand.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),+];

            /// The word of the address.
            pub fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $first_word,
                    $(Self::$variant => $word,)+
                }
            }

            /// The word on the page.
            pub fn label(self) -> &'static str {
                match self {
                    Self::$first => $first_label,
                    $(Self::$variant => $label,)+
                }
            }

            /// Reads the word of the address.
            pub fn known(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == word)
            }
        }
    };
}

words! {
    /// A screen.
    View {
        /// The table of runners.
        Runners = "runners", "Runners";
        /// The form that creates a runner.
        New = "new", "New runner";
        /// Everything one does with a runner's own token.
        Tokens = "tokens", "Tokens";
        /// Theme and what is kept.
        Settings = "settings", "Settings";
    }
}

words! {
    /// A part of a runner's drawer.
    Tab {
        /// What GitLab tells about it.
        Details = "details", "Details";
        /// The form.
        Edit = "edit", "Edit";
        /// What it ran.
        Jobs = "jobs", "Jobs";
        /// The machines behind it.
        Managers = "managers", "Managers";
        /// Where it is assigned.
        Projects = "projects", "Projects";
    }
}

impl Route {
    /// Another screen, as it is when one comes to it first.
    #[must_use]
    pub fn to_view(&self, view: View) -> Self {
        Self { view, host: self.host.clone(), ..Self::default() }
    }

    /// The same list with a runner's drawer open at a tab.
    #[must_use]
    pub fn with_runner(&self, id: u64, tab: Tab) -> Self {
        Self { runner: Some(id), tab, ..self.clone() }
    }

    /// The same list with no drawer open.
    #[must_use]
    pub fn without_runner(&self) -> Self {
        Self { runner: None, tab: Tab::default(), ..self.clone() }
    }

    /// The same place with another search; an open drawer stays.
    #[must_use]
    pub fn with_search(&self, change: impl FnOnce(&mut RunnerSearch)) -> Self {
        let mut route = self.clone();
        change(&mut route.search);
        route
    }

    /// The same place for someone who may be connected elsewhere. `host` is the connected GitLab's, and wins.
    #[must_use]
    pub fn shared(&self, host: &str) -> Self {
        Self { host: Some(host.to_owned()), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_where_they_say() {
        let (here, _) = Route::parse("status=stale&tag=gpu&host=gl.test");
        for (route, query) in [
            (here.with_runner(41, Tab::Details), "status=stale&tag=gpu&runner=41&host=gl.test"),
            (here.with_runner(41, Tab::Edit), "status=stale&tag=gpu&runner=41&tab=edit&host=gl.test"),
            (here.with_runner(41, Tab::Edit).without_runner(), "status=stale&tag=gpu&host=gl.test"),
            (here.with_search(|search| search.tags.clear()), "status=stale&host=gl.test"),
            (here.to_view(View::Tokens), "view=tokens&host=gl.test"),
            (here.shared("other.test/gitlab"), "status=stale&tag=gpu&host=other.test/gitlab"),
        ] {
            assert_eq!(route.to_query(), query);
        }
    }

    #[test]
    fn an_open_drawer_stays_while_one_searches() {
        let (here, _) = Route::parse("runner=41&tab=jobs");
        assert_eq!(here.with_search(|search| "x".clone_into(&mut search.text)).to_query(), "q=x&runner=41&tab=jobs");
    }
}
