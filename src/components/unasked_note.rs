//! Says below the table that some lists were not asked, because others like them told of nothing, and offers to ask them.

use leptos::prelude::*;

use super::filter_bar::SEARCH;
use crate::browser::focus;
use crate::format::counted;
use crate::ui::{Button, ROWS, Show};

/// The note; nothing where every list was asked that can tell of something.
#[component]
pub fn UnaskedNote(
    /// How many lists were not asked.
    #[prop(into)]
    lists: Signal<usize>,
    /// Called to ask them.
    on_ask: Callback<()>,
) -> impl IntoView {
    let words = move || {
        let (lists, others) = (counted(lists.get(), "list"), "others like them told of none");
        format!("Not all was asked: {lists} may have more group or instance runners, though {others}.")
    };
    let ask = move || {
        on_ask.run(());
        focus::soon(vec![ROWS.to_owned(), SEARCH.to_owned()]);
    };
    view! {
        <Show when=move || { lists.get() > 0 }>
            <p class="unasked-note" role="note">
                <span>{words}</span>
                <Button small=true on_click=ask>
                    {move || match lists.get() {
                        1 => "Ask 1 more list".to_owned(),
                        lists => format!("Ask up to {}", counted(lists, "more list")),
                    }}
                </Button>
            </p>
        </Show>
    }
}
