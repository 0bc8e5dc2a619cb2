//! One of several, with the label inside the box, for a line of filters.

use leptos::prelude::*;

use super::{FilterPick, PickOption, SelectOption};
use crate::reactive::derive;

/// One of several. The first option is the one that filters nothing; its value is empty.
#[component]
pub fn FilterSelect(
    /// Its label, which is its name.
    label: &'static str,
    /// The several, in their order.
    options: Vec<SelectOption>,
    /// Further ones after these, which say what they are known by.
    #[prop(optional, into)]
    more: Signal<Vec<String>>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let options = derive(move || {
        let fixed = options.iter().map(|option| PickOption::new(option.value, option.label));
        fixed.chain(more.get().into_iter().map(|word| PickOption::new(word.clone(), word))).collect()
    });
    view! { <FilterPick label options value on_change /> }
}
