//! The button **Saved views** with its menu.

use leptos::prelude::*;

use crate::reactive::derive;
use crate::saved_views::SavedView;
use crate::ui::{Menu, MenuItem};

/// What can be asked for in the menu beside a view itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewsWish {
    /// To keep what is shown under a name.
    Save,
    /// To rename or delete some.
    Manage,
    /// To have them all in a file.
    Export,
    /// To take in those of a file.
    Import,
}

/// The button and its menu.
#[component]
pub fn SavedViewsMenu(
    /// The views that are kept.
    #[prop(into)]
    views: Signal<Vec<SavedView>>,
    /// Whether a view is what is shown now.
    is_current: Callback<SavedView, bool>,
    /// Called with the view that is wanted.
    on_open: Callback<SavedView>,
    /// Called with what else is wanted.
    on_wish: Callback<ViewsWish>,
) -> impl IntoView {
    let open = move |view: SavedView| {
        let icon = if is_current.run(view.clone()) { "check" } else { "bookmark" };
        MenuItem::new(view.name().to_owned(), move || on_open.run(view.clone())).icon(icon)
    };
    let items = derive(move || {
        let views = views.get();
        let nothing = views.is_empty().then(|| "No view is saved yet.".to_owned());
        let wish = |label: &'static str, wish| MenuItem::new(label, move || on_wish.run(wish));
        let mut save = wish("Save this view…", ViewsWish::Save).icon("plus");
        if !views.is_empty() {
            save = save.begins();
        }
        let mut items: Vec<MenuItem> = views.into_iter().map(open).collect();
        items.extend([
            save,
            wish("Manage views…", ViewsWish::Manage).icon("pencil").disabled(nothing.clone()),
            wish("Export views", ViewsWish::Export).icon("download").disabled(nothing).begins(),
            wish("Import views…", ViewsWish::Import).icon("upload"),
        ]);
        items
    });
    view! {
        <span class="tool" data-tool="views">
            <Menu name="Saved views" icon=Signal::stored("bookmark") label=Signal::stored("Saved views".to_owned()) items />
        </span>
    }
}
