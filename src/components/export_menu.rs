//! The button that takes what is shown elsewhere: as a file, or into the clipboard.

use leptos::prelude::*;

use crate::export::Export;
use crate::format::{count, counted};
use crate::reactive::derive;
use crate::ui::{Menu, MenuItem};

/// The button and its menu.
#[component]
pub fn ExportMenu(
    /// How many runners are shown.
    #[prop(into)]
    shown: Signal<usize>,
    /// How many are selected, and how many of these are shown.
    #[prop(into)]
    selected: Signal<(usize, usize)>,
    /// Called with what is wanted.
    on_export: Callback<Export>,
) -> impl IntoView {
    let items = derive(move || {
        let (selected, there) = selected.get();
        let of = match (selected, there) {
            (0, _) => format!(", {}", counted(shown.get(), "runner")),
            (selected, there) if selected == there => format!(" of {} selected", count(selected)),
            (selected, there) => format!(", {} of {} selected", count(there), count(selected)),
        };
        let nothing = match selected {
            0 if shown.get() == 0 => Some("No runner is shown.".to_owned()),
            1.. if there == 0 => Some("None of the selected runners is shown. Clear the selection.".to_owned()),
            _ => None,
        };
        let item = |what: Export| {
            // The request for a list is there whatever its answer is.
            let reason = nothing.clone().filter(|_| what != Export::Curl || selected > 0);
            let words = if what == Export::Curl && selected == 0 { String::new() } else { of.clone() };
            MenuItem::new(format!("{}{words}", what.label()), move || on_export.run(what))
                .icon(icon(what))
                .disabled(reason)
        };
        Export::ALL.map(item).to_vec()
    });
    view! {
        <Menu name="Export" label="Export" icon="export" items />
    }
}

fn icon(what: Export) -> &'static str {
    match what {
        Export::Csv | Export::Json => "download",
        Export::Rows => "copy-to-clipboard",
        Export::Curl => "terminal",
    }
}
