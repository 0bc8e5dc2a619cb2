//! How long ago a moment was; its tip has the moment itself. All of them go by one clock.

use leptos::prelude::*;

use crate::{browser::clock, format};

/// How often the words are looked over.
const TICK_MS: u32 = 15_000;

/// Now, to the quarter of a minute.
#[derive(Clone, Copy)]
struct Now(Signal<i64>);

/// Starts the clock that all moments below go by.
pub fn provide_clock() {
    let now = RwSignal::new(clock::now());
    StoredValue::new_local(clock::every(TICK_MS, move || now.set(clock::now())));
    provide_context(Now(now.into()));
}

/// Now, to the quarter of a minute.
pub fn use_now() -> Signal<i64> {
    use_context::<Now>().map_or_else(|| Signal::stored(clock::now()), |now| now.0)
}

/// A moment in relative words.
#[component]
pub fn TimeAgo(
    /// The moment, in milliseconds since 1970.
    #[prop(into)]
    at: Signal<i64>,
) -> impl IntoView {
    let now = use_now();
    view! {
        <time
            class="time-ago"
            datetime=move || clock::iso(at.get())
            data-tip=move || clock::exact(at.get())
            tabindex="0"
        >
            {move || format::ago(now.get(), at.get())}
        </time>
    }
}
