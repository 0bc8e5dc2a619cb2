//! Values offered below a line of text, each with how many there are of it. The text stays free: nothing has to be one
//! of them.

use leptos::{ev, html, prelude::*};

use crate::browser::{dialog, place};
use crate::reactive::{effect, memo};
use crate::ui::ids;

/// More than these would be a list to search through rather than an offer.
const OFFERED: usize = 50;

/// A value and its count, in words.
pub type Suggestion = (String, String);

/// What is offered for a line of text.
#[derive(Clone, Copy)]
pub struct Suggest {
    id: StoredValue<String>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    found: Memo<Vec<Suggestion>>,
    on_choose: Callback<String>,
}

impl Suggest {
    /// `offer` tells all values; it is asked only while they are looked at. Those are shown that what is `typed` is a
    /// part of, but for those that are `taken`.
    pub fn new(
        offer: Callback<(), Vec<Suggestion>>,
        typed: Signal<String>,
        taken: Signal<Vec<String>>,
        on_choose: Callback<String>,
    ) -> Self {
        let open = RwSignal::new(false);
        let offered = memo(move || if open.get() { offer.run(()) } else { Vec::new() });
        let found = memo(move || {
            let (typed, taken) = (typed.read().trim().to_lowercase(), taken.read());
            let fits = |value: &String| value.to_lowercase().contains(&typed) && !taken.contains(value);
            let found = offered.get().into_iter().filter(|(value, _)| fits(value));
            found.take(OFFERED).collect()
        });
        let active = RwSignal::new(None);
        effect(move || {
            found.track();
            active.set(None);
        });
        Self { id: StoredValue::new(ids::next("suggest")), open, active, found, on_choose }
    }

    /// Shows them.
    pub fn show(self) {
        self.open.set(true);
    }

    /// Hides them.
    pub fn hide(self) {
        self.open.set(false);
    }

    /// Hears a key of the line of text. True if it was meant for the offer.
    pub fn press(self, event: &ev::KeyboardEvent) -> bool {
        let is_open = self.open.get_untracked();
        let active = self.active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                self.open.set(true);
                let count = self.found.read_untracked().len();
                let forward = event.key() == "ArrowDown";
                self.active.set((count > 0).then(|| match (active, forward) {
                    (None, true) => 0,
                    (None, false) => count - 1,
                    (Some(now), true) => (now + 1) % count,
                    (Some(now), false) => (now + count - 1) % count,
                }));
            }
            "Enter" if is_open && active.is_some() => self.choose(active),
            "Escape" if is_open => {
                event.stop_propagation();
                self.hide();
            }
            _ => return false,
        }
        event.prevent_default();
        true
    }

    /// The id of the list, for the field's `aria-controls`.
    pub fn list_id(self) -> String {
        self.id.get_value()
    }

    /// The id of the value that keys have come to, tracked.
    pub fn active_id(self) -> Option<String> {
        self.active.get().map(|index| self.option_id(index))
    }

    fn option_id(self, index: usize) -> String {
        format!("{}-{index}", self.id.get_value())
    }

    fn choose(self, index: Option<usize>) {
        let found = index.and_then(|index| self.found.read_untracked().get(index).cloned());
        self.hide();
        if let Some((value, _)) = found {
            self.on_choose.run(value);
        }
    }
}

/// The offer, below the box that the field stands in.
#[component]
pub fn SuggestList(
    /// What is offered.
    suggest: Suggest,
    /// The line of text; the list stands below its parent.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let layer = NodeRef::<html::Div>::new();
    effect(move || {
        let (Some(layer), Some(field)) = (layer.get(), field.get()) else { return };
        if suggest.open.get() && !suggest.found.read().is_empty() {
            dialog::show(&layer);
            if let Some(parent) = field.parent_element() {
                place::under(&layer, &parent);
            }
        } else {
            dialog::hide(&layer);
        }
    });
    let item = move |(index, (value, count)): (usize, Suggestion)| {
        let is_active = move || suggest.active.get() == Some(index);
        view! {
            <div
                class="combo-option suggestion"
                role="option"
                id=suggest.option_id(index)
                aria-selected=move || if is_active() { "true" } else { "false" }
                on:click=move |_| suggest.choose(Some(index))
            >
                <span class="combo-label">{value}</span>
                <span class="combo-detail">{count}</span>
            </div>
        }
    };
    // The focus stays in the field: a press here must not take it.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    view! {
        <div class="popover combo-layer" popover="manual" node_ref=layer on:mousedown=keep_focus>
            <div class="combo-list" role="listbox" id=suggest.list_id() aria-label="Suggestions">
                {move || suggest.found.get().into_iter().enumerate().map(item).collect_view()}
            </div>
        </div>
    }
}
