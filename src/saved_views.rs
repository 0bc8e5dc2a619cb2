//! Saved views: lists of runners as somebody wants to see them again, each under a name.
//!
//! A view is the part of an address that says which runners are listed and how. It goes through [`Route`], so nothing
//! else than our own keys is ever kept or imported.

mod file;

use serde::Serialize;

use crate::route::Route;
use crate::search::Density;

/// As many views may be kept.
pub const MOST: usize = 100;
/// As many characters may be in a name.
pub const LONGEST_NAME: usize = 60;
/// As many characters may be in the address of a view.
const LONGEST_QUERY: usize = 4000;
/// With these the secrets of GitLab begin.
const SECRET_PREFIXES: [&str; 10] =
    ["glpat-", "glrt-", "glrtr-", "glcbt-", "gldt-", "glptt-", "glagent-", "gloas-", "glsoat-", "GR1348941"];
/// A secret of GitLab has at least so many characters.
const SHORTEST_SECRET: usize = 20;

/// Why a view is not kept, or a file not imported, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing was typed.
    #[error("Enter a name.")]
    NoName,
    /// Too long.
    #[error("A name has at most {LONGEST_NAME} characters.")]
    LongName,
    /// A line break or the like.
    #[error("A name is one line of text.")]
    NotALine,
    /// More than an address bears.
    #[error("This view has too many filters to be kept.")]
    LongQuery,
    /// Somebody typed or pasted a token.
    #[error("Something in this view looks like a token, and tokens are not kept here. Take it out first.")]
    Secret,
    /// Another view has the name.
    #[error("There is a view named \u{201c}{0}\u{201d} already. Choose another name.")]
    Taken(String),
    /// Gone, perhaps in another tab.
    #[error("There is no view named \u{201c}{0}\u{201d} any more.")]
    Gone(String),
    /// No room.
    #[error("At most {MOST} views are kept. Delete some first.")]
    Full,
    /// The browser refused.
    #[error("This browser keeps nothing for this page: its storage is blocked or full.")]
    NotKept,
    /// Something else than a list of views.
    #[error("This file holds no views saved by Runnerboard.")]
    NotViews,
    /// Not even JSON.
    #[error("This file is not JSON, so it holds no views.")]
    NotJson,
    /// Of a later page.
    #[error(
        "A newer Runnerboard wrote this file (version {0}). Reload this page to get the newest, then import again."
    )]
    Newer(u64),
    /// A key that no view has.
    #[error("View {0} in this file has something that no view has: \u{201c}{1}\u{201d}.")]
    UnknownKey(usize, String),
    /// A key that every view has.
    #[error("View {0} in this file has no {1}.")]
    Missing(usize, &'static str),
    /// Two of one name.
    #[error("This file has two views named \u{201c}{0}\u{201d}.")]
    Twice(String),
    /// A view of a file is refused for a reason of its own.
    #[error("View {0} in this file cannot be kept. {1}")]
    Bad(usize, Box<Refused>),
}

/// A list as somebody wants to see it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedView {
    name: String,
    query: String,
    density: Density,
}

impl SavedView {
    /// Makes one of a query string; of that only stays which runners are listed and how.
    ///
    /// # Errors
    /// What is wrong with the name, or that there is a token in it.
    pub fn new(name: &str, query: &str, density: Density) -> Result<Self, Refused> {
        let query = query_of(&Route::parse(query).0);
        let route = Route::parse(&query).0;
        if query.len() > LONGEST_QUERY {
            return Err(Refused::LongQuery);
        }
        // The text is looked at as it was typed: in the address it is encoded.
        if looks_secret(&query) || looks_secret(&route.search.text) {
            return Err(Refused::Secret);
        }
        Ok(Self { name: name_of(name)?, query, density })
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The part of the address that it is.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// How high its rows are.
    pub fn density(&self) -> Density {
        self.density
    }

    /// The place it leads to: another list, while an open drawer and the host stay.
    pub fn route(&self, here: &Route) -> Route {
        let (view, _) = Route::parse(&self.query);
        Route { search: view.search, layout: view.layout, ..here.clone() }
    }

    /// Whether it is another one under its own name, or under that with a number.
    fn is_numbered(&self, other: &Self) -> bool {
        let is_number = |end: &str| end.is_empty() || end.trim_start().parse::<usize>().is_ok();
        self.query == other.query
            && self.density == other.density
            && self.name.strip_prefix(&other.name).is_some_and(is_number)
    }

    /// Whether a place shows the same list in the same way.
    pub fn is_at(&self, here: &Route, density: Density) -> bool {
        self.density == density && self.query == query_of(here)
    }
}

/// The part of an address that says which runners are listed and how.
pub fn query_of(route: &Route) -> String {
    Route { search: route.search.clone(), layout: route.layout.clone(), ..Route::default() }.to_query()
}

/// What becomes of an imported view whose name another view has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// It takes the other's place.
    Replace,
    /// It gets a number after its name.
    KeepBoth,
}

/// All views that are kept, in the order in which they were saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedViews(Vec<SavedView>);

impl SavedViews {
    /// Every one.
    pub fn all(&self) -> &[SavedView] {
        &self.0
    }

    /// Whether one has this name.
    pub fn has(&self, name: &str) -> bool {
        self.place(name.trim()).is_some()
    }

    /// Keeps a view, in the place of the one of its name if there is one.
    ///
    /// # Errors
    /// That there are too many.
    pub fn put(&mut self, view: SavedView) -> Result<(), Refused> {
        match self.place(&view.name) {
            Some(place) => self.0[place] = view,
            None if self.0.len() >= MOST => return Err(Refused::Full),
            None => self.0.push(view),
        }
        Ok(())
    }

    /// Gives a view another name.
    ///
    /// # Errors
    /// What is wrong with the name, or that another view has it.
    pub fn rename(&mut self, name: &str, to: &str) -> Result<(), Refused> {
        let to = name_of(to)?;
        let place = self.place(name).ok_or_else(|| Refused::Gone(name.to_owned()))?;
        if self.place(&to).is_some_and(|other| other != place) {
            return Err(Refused::Taken(to));
        }
        self.0[place].name = to;
        Ok(())
    }

    /// Forgets a view.
    pub fn delete(&mut self, name: &str) {
        self.0.retain(|view| view.name != name);
    }

    /// The names that views of both have while they show something else.
    pub fn clashes(&self, others: &Self) -> Vec<String> {
        let is_other = |view: &&SavedView| self.place(&view.name).is_some_and(|place| self.0[place] != **view);
        others.0.iter().filter(is_other).map(|view| view.name.clone()).collect()
    }

    /// Takes others in: all of them, or none if there is no room.
    ///
    /// # Errors
    /// That there are too many.
    pub fn merge(&mut self, others: Self, clash: Clash) -> Result<(), Refused> {
        let mut merged = self.clone();
        // Those that clash come last, so that none takes a name from one that needs no other.
        let (clashing, free): (Vec<_>, Vec<_>) = others.0.into_iter().partition(|view| self.has(&view.name));
        for view in free {
            merged.put(view)?;
        }
        for mut view in clashing {
            if clash == Clash::KeepBoth {
                if merged.0.iter().any(|kept| kept.is_numbered(&view)) {
                    continue;
                }
                view.name = merged.free_name(&view.name);
            }
            merged.put(view)?;
        }
        *self = merged;
        Ok(())
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|view| view.name == name)
    }

    /// The name, with a number after it where another view has it: "GPU", "GPU 2".
    fn free_name(&self, name: &str) -> String {
        let numbered = (2..).map(|number| {
            let end = format!(" {number}");
            let room = LONGEST_NAME - end.len();
            name.chars().take(room).collect::<String>().trim_end().to_owned() + &end
        });
        std::iter::once(name.to_owned()).chain(numbered).find(|name| self.place(name).is_none()).unwrap_or_default()
    }
}

/// A name as it is kept.
fn name_of(typed: &str) -> Result<String, Refused> {
    let name = typed.trim();
    match name.chars().count() {
        0 => Err(Refused::NoName),
        length if length > LONGEST_NAME => Err(Refused::LongName),
        _ if name.chars().any(char::is_control) => Err(Refused::NotALine),
        _ if looks_secret(name) => Err(Refused::Secret),
        _ => Ok(name.to_owned()),
    }
}

/// Whether something looks like a secret of GitLab: one of its prefixes, and then many letters.
fn looks_secret(text: &str) -> bool {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '.';
    text.split(|c| !is_inner(c)).any(|word| {
        SECRET_PREFIXES.iter().any(|prefix| word.find(prefix).is_some_and(|at| word.len() >= at + SHORTEST_SECRET))
    })
}

#[cfg(test)]
mod tests;
