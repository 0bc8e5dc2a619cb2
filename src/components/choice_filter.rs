//! A filter that is one of several values, each with how many runners it would show.

use leptos::prelude::*;

use super::filter_offers::Offers;
use crate::browser::timers;
use crate::fleet::Facet;
use crate::format::{at_least, count};
use crate::reactive::{callback, derive, memo};
use crate::search::{Choice, RunnerSearch};
use crate::ui::field::{FilterPick, PickOption};

/// The filter.
#[component]
pub fn ChoiceFilter(
    /// Which one.
    choice: Choice,
    /// What is searched for.
    search: Memo<RunnerSearch>,
    /// Called with a change of it.
    on_choose: Callback<RunnerSearch>,
    /// Tells the values.
    offers: Offers,
) -> impl IntoView {
    let value = memo(move || choice.read(&search.read()));
    let looked_at = RwSignal::new(false);
    let counts = memo(move || {
        let is_wanted = looked_at.get() || offers.is_quick.get();
        if is_wanted { offers.counts.run(choice) } else { None }
    });
    // Among very many runners they take a while to find, and the first frame does not need them.
    let is_painted = RwSignal::new(false);
    timers::idle(move || {
        is_painted.try_set(true);
    });
    let kept = StoredValue::new(Vec::new());
    let values = memo(move || match choice.values() {
        fixed if fixed.is_empty() => {
            // While more is coming, what was there before is still good.
            if let Some(values) = is_painted.get().then(|| offers.values.run(choice)).flatten() {
                kept.set_value(values);
            }
            kept.get_value()
        }
        fixed => fixed.into_iter().map(|(value, _)| value.to_owned()).collect(),
    });
    let options =
        derive(move || options(choice, &value.read(), &values.read(), counts.read().as_ref(), looked_at.get()));
    let change = callback(move |word: String| on_choose.run(choice.write(search.get_untracked(), &word)));
    view! { <FilterPick label=choice.label() options value on_change=change looked_at /> }
}

/// Any, then each value with its count. The chosen one shows its count only while the list is looked at: closed, the
/// field says what is chosen and nothing else.
fn options(
    choice: Choice,
    chosen: &str,
    values: &[String],
    counts: Option<&Facet>,
    looked_at: bool,
) -> Vec<PickOption> {
    let found = counts.map(|facet| facet.values.as_slice()).unwrap_or_default();
    let mut words: Vec<&str> = match values {
        [] => found.iter().map(|(word, _)| word.as_str()).collect(),
        values => values.iter().map(String::as_str).collect(),
    };
    if !chosen.is_empty() && !words.contains(&chosen) {
        words.push(chosen);
    }
    let found: std::collections::HashMap<_, _> = found.iter().map(|(word, n)| (word.as_str(), *n)).collect();
    let unknown = counts.map_or(0, |facet| facet.unknown);
    let option = |word: &str| {
        let label = choice.label_of(word);
        let is_counted = counts.is_some() && (looked_at || word != chosen);
        let n = at_least(found.get(word).copied().unwrap_or(0), unknown).filter(|_| is_counted);
        PickOption::new(word, n.map_or_else(|| label.clone(), |n| format!("{label} ({n})")))
    };
    let unknown = (looked_at && unknown > 0).then(|| PickOption {
        value: "?".to_owned(),
        label: format!("Not known ({})", count(unknown)),
        disabled: true,
    });
    let any = PickOption::new("", "Any");
    std::iter::once(any).chain(words.into_iter().map(option)).chain(unknown).collect()
}
