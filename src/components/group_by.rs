//! The select **Group by**, and beside it what opens and closes all groups.

use leptos::prelude::*;

use crate::reactive::derive;
use crate::search::Column;
use crate::ui::field::{FilterSelect, SelectOption};
use crate::ui::{IconButton, Show};

/// The select and its two buttons.
#[component]
pub fn GroupBy(
    /// By what rows are put together.
    #[prop(into)]
    column: Signal<Option<Column>>,
    /// Called with another column, or with none.
    on_change: Callback<Option<Column>>,
    /// Called to show the rows of every group (true) or of none.
    on_open_all: Callback<bool>,
) -> impl IntoView {
    let none = SelectOption { value: "", label: "None" };
    let option = |column: Column| SelectOption { value: column.as_str(), label: column.label() };
    let options = std::iter::once(none).chain(Column::GROUPS.map(option)).collect();
    let value = derive(move || column.get().map_or("", Column::as_str).to_owned());
    view! {
        <span class="tool" data-tool="group">
            <FilterSelect label="Group by" options value on_change=move |word: String| on_change.run(Column::known(&word)) />
            <Show when=move || column.get().is_some()>
                <IconButton icon="expand-down" name="Expand all" on_click=move || on_open_all.run(true) />
                <IconButton icon="expand-up" name="Collapse all" on_click=move || on_open_all.run(false) />
            </Show>
        </span>
    }
}
