//! The selects **Sort by** and **Then by**, for where there are no heads to click on.

use leptos::prelude::*;

use crate::reactive::{callback, derive};
use crate::search::{Column, Order, Sort};
use crate::ui::field::{FilterPick, PickOption};
use crate::ui::{IconButton, Show};

/// Both selects, each with a button that turns its order round.
#[component]
pub fn SortBy(
    /// The order.
    #[prop(into)]
    order: Signal<Order>,
    /// Called with another one.
    on_change: Callback<Order>,
) -> impl IntoView {
    let first = callback(move |sort: Option<Sort>| {
        let then = order.get_untracked().1.filter(|then| sort.is_some_and(|sort| sort.key != then.key));
        on_change.run((sort, then));
    });
    let then = callback(move |then: Option<Sort>| {
        let sort = order.get_untracked().0;
        on_change.run((sort, then));
    });
    let taken = derive(move || order.get().0.map(|sort| sort.key));
    view! {
        <OneSort label="Sort by" none="GitLab's order" taken=Signal::stored(None) sort=derive(move || order.get().0) on_change=first />
        <Show when=move || order.get().0.is_some()>
            <OneSort label="Then by" none="Nothing" taken sort=derive(move || order.get().1) on_change=then />
        </Show>
    }
}

#[component]
fn OneSort(
    label: &'static str,
    none: &'static str,
    #[prop(into)] taken: Signal<Option<Column>>,
    #[prop(into)] sort: Signal<Option<Sort>>,
    on_change: Callback<Option<Sort>>,
) -> impl IntoView {
    let options = derive(move || {
        let free = Column::ALL.iter().filter(|column| taken.get() != Some(**column));
        let columns = free.map(|column| PickOption::new(column.as_str(), column.label()));
        std::iter::once(PickOption::new("", none)).chain(columns).collect()
    });
    let value = derive(move || sort.get().map_or("", |sort| sort.key.as_str()).to_owned());
    let choose = move |word: String| on_change.run(Column::known(&word).map(|key| Sort { key, descending: false }));
    let turn = move || on_change.run(sort.get_untracked().map(|sort| Sort { descending: !sort.descending, ..sort }));
    let icon = derive(move || if sort.get().is_some_and(|sort| sort.descending) { "arrow-down" } else { "arrow-up" });
    let name = derive(move || {
        let way = if sort.get().is_some_and(|sort| sort.descending) { "descending" } else { "ascending" };
        format!("{label}: {way}")
    });
    view! {
        <span class="tool" data-tool="sort">
            <FilterPick label options value on_change=choose />
            <Show when=move || sort.get().is_some()>
                <IconButton icon name on_click=turn />
            </Show>
        </span>
    }
}
