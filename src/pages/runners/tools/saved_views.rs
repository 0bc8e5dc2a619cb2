//! Views of the list: kept, opened, renamed, deleted, exported and imported.

use leptos::{html, prelude::*};

use crate::browser::upload::{self, Unread};
use crate::browser::{download, focus};
use crate::components::saved_views_dialogs::{ClashingViews, ManageViews, NameView, ViewsRefused};
use crate::components::saved_views_menu::ViewsWish;
use crate::format::counted;
use crate::pages::runners::board::Board;
use crate::reactive::{callback, derive};
use crate::saved_views::{Clash, Refused, SavedView, SavedViews, query_of};
use crate::state::saved_views::SavedViewsState;
use crate::state::toasts::Toasts;
use crate::ui::Confirm;

/// The name of an exported file.
const FILE: &str = "runnerboard-views.json";
/// What a view keeps.
const ABOUT: &str = "Keeps source, filters, order, columns, grouping and density, in this browser.";
/// A file of views is not longer, in bytes.
const LONGEST_FILE: u32 = 1_000_000;

/// What is asked about views.
#[derive(Clone, PartialEq)]
enum Asked {
    /// Under which name is what is shown kept?
    Save,
    /// Which are renamed or deleted?
    Manage,
    /// Which name does this one get?
    Rename(String),
    /// Is this one to go?
    Delete(String),
    /// What becomes of those of these that are here already?
    Clash(SavedViews),
    /// Nothing: a file was refused.
    Refused(String),
}

/// Views of the list, and what is asked about them.
#[derive(Clone, Copy)]
pub struct Views {
    board: Board,
    toasts: Toasts,
    /// Those that are kept.
    pub kept: SavedViewsState,
    asked: RwSignal<Option<Asked>>,
    file: NodeRef<html::Input>,
}

impl Views {
    /// Reads those that are kept.
    pub fn new(board: Board) -> Self {
        Self {
            board,
            toasts: expect_context(),
            kept: SavedViewsState::new(),
            asked: RwSignal::new(None),
            file: NodeRef::new(),
        }
    }

    /// Whether a view is what is shown, tracked.
    pub fn is_current(self, view: &SavedView) -> bool {
        view.is_at(&self.board.navigation.route(), self.board.density.get())
    }

    /// Shows a view.
    pub fn open(self, view: &SavedView) {
        let navigation = self.board.navigation;
        self.board.choose_density(view.density());
        navigation.go(view.route(&navigation.route_untracked()));
    }

    /// Does what else was chosen in the menu.
    pub fn wish(self, wish: ViewsWish) {
        match wish {
            ViewsWish::Save => self.asked.set(Some(Asked::Save)),
            ViewsWish::Manage => self.asked.set(Some(Asked::Manage)),
            ViewsWish::Export => self.export(),
            ViewsWish::Import => {
                if let Some(file) = self.file.get_untracked() {
                    focus::click(&file);
                }
            }
        }
    }

    /// Keeps what is shown; what is wrong is said.
    fn save(self, name: &str) -> Option<String> {
        let route = self.board.navigation.route_untracked();
        let made = SavedView::new(name, &query_of(&route), self.board.density.get_untracked());
        let saved = made.and_then(|view| self.kept.change(|views| views.put(view)));
        self.finish(saved, format!("View \u{201c}{name}\u{201d} saved"), None)
    }

    fn rename(self, name: &str, to: &str) -> Option<String> {
        let renamed = self.kept.change(|views| views.rename(name, to));
        self.finish(renamed, format!("View \u{201c}{name}\u{201d} is now \u{201c}{to}\u{201d}"), Some(Asked::Manage))
    }

    fn delete(self, name: &str) {
        let deleted = self.kept.change(|views| {
            views.delete(name);
            Ok(())
        });
        let is_last = SavedViewsState::with_kept(|views| views.all().is_empty());
        let next = (!is_last).then_some(Asked::Manage);
        let wrong = self.finish(deleted, format!("View \u{201c}{name}\u{201d} deleted"), next);
        if let Some(wrong) = wrong {
            self.asked.set(None);
            self.toasts.fail(wrong);
        }
    }

    fn export(self) {
        let (text, views) = SavedViewsState::with_kept(|views| (views.to_json(), views.all().len()));
        if download::save(FILE, "application/json", &text) {
            self.toasts.say(format!("{} exported to {FILE}", counted(views, "view")));
        } else {
            self.toasts.fail("This browser does not let this page give you a file.");
        }
    }

    /// A file was chosen.
    fn read(self, text: Result<String, Unread>) {
        let views = match text {
            Ok(text) => SavedViews::from_json(&text).map_err(|why| why.to_string()),
            Err(Unread::TooLong) => Err("This file is too large to hold views: they need less than 1 MB.".to_owned()),
            Err(Unread::Failed) => Err("The browser could not read this file.".to_owned()),
        };
        match views {
            Err(why) => self.asked.set(Some(Asked::Refused(why))),
            Ok(views) if SavedViewsState::with_kept(|kept| kept.clashes(&views).is_empty()) => {
                self.import(views, Clash::Replace);
            }
            Ok(views) => self.asked.set(Some(Asked::Clash(views))),
        }
    }

    fn import(self, views: SavedViews, clash: Clash) {
        let words = format!("{} imported", counted(views.all().len(), "view"));
        let imported = self.kept.change(|kept| kept.merge(views, clash));
        if let Some(wrong) = self.finish(imported, words, None) {
            self.asked.set(Some(Asked::Refused(wrong)));
        }
    }

    /// Says what was done and goes on to what is asked next, or answers what is wrong.
    fn finish(self, outcome: Result<(), Refused>, words: String, next: Option<Asked>) -> Option<String> {
        match outcome {
            Ok(()) => {
                self.asked.set(next);
                self.toasts.say(words);
                None
            }
            Err(why) => Some(why.to_string()),
        }
    }
}

/// What is asked, and the input that takes a file.
#[component]
pub fn ViewsQuestions(
    /// The views.
    views: Views,
) -> impl IntoView {
    let asked = views.asked;
    let close = callback(move |()| asked.set(None));
    let back = callback(move |()| asked.set(Some(Asked::Manage)));
    let question = move |question: Asked| match question {
        Asked::Save => {
            let replaces = callback(move |name: String| SavedViewsState::with_kept(|kept| kept.has(&name)));
            let on_name = callback(move |name: String| views.save(&name));
            view! { <NameView title="Save this view" action="Save view" about=ABOUT replaces on_name on_close=close /> }
                .into_any()
        }
        Asked::Manage => {
            let names = derive(move || views.kept.all().iter().map(|view| view.name().to_owned()).collect::<Vec<_>>());
            let on_rename = callback(move |name| asked.set(Some(Asked::Rename(name))));
            let on_delete = callback(move |name| asked.set(Some(Asked::Delete(name))));
            view! { <ManageViews names on_rename on_delete on_close=close /> }.into_any()
        }
        Asked::Rename(name) => {
            let replaces = callback(|_: String| false);
            let of = name.clone();
            let on_name = callback(move |to: String| views.rename(&of, &to));
            view! { <NameView title="Rename view" action="Rename view" name replaces on_name on_close=back /> }
                .into_any()
        }
        Asked::Delete(name) => {
            let title = format!("Delete view \u{201c}{name}\u{201d}?");
            view! {
                <Confirm title action="Delete view" on_confirm=move || views.delete(&name) on_cancel=back>
                    "It will be gone from this browser for good. The runners it shows stay as they are."
                </Confirm>
            }
            .into_any()
        }
        Asked::Clash(found) => {
            let names = SavedViewsState::with_kept(|kept| kept.clashes(&found));
            let import = move |clash| {
                let found = found.clone();
                callback(move |()| views.import(found.clone(), clash))
            };
            let (on_replace, on_keep_both) = (import(Clash::Replace), import(Clash::KeepBoth));
            view! { <ClashingViews names on_replace on_keep_both on_close=close /> }.into_any()
        }
        Asked::Refused(why) => view! { <ViewsRefused why on_close=close /> }.into_any(),
    };
    let hear = move |event: leptos::ev::Event| upload::text_of(&event, LONGEST_FILE, move |text| views.read(text));
    view! {
        <input
            type="file"
            accept=".json,application/json"
            aria-label="File of views"
            hidden=true
            node_ref=views.file
            on:change=hear
        />
        {move || asked.get().map(question)}
    }
}
