//! A layer above the page beside the button that opened it. The browser closes it: Escape, a click beside it.

use leptos::{ev, html, prelude::*};

use crate::browser::{
    dialog, focus,
    place::{self, Align, Anchor, AnyEvent, Side},
};
use crate::reactive::effect;
use crate::ui::Show;

/// Where a layer is and whether it is open. Many buttons may share one: each names it in `popovertarget`.
#[derive(Clone, Copy)]
pub struct LayerState {
    /// Whether it is open; setting it to false closes it.
    pub open: RwSignal<bool>,
    anchor: StoredValue<Option<Anchor>, LocalStorage>,
    node: NodeRef<html::Div>,
}

impl LayerState {
    /// A closed one.
    pub fn new(open: RwSignal<bool>) -> Self {
        Self { open, anchor: StoredValue::new_local(None), node: NodeRef::new() }
    }

    /// It will be beside this button when it opens.
    pub fn beside(&self, button: Anchor) {
        self.anchor.set_value(Some(button));
    }

    /// One of its buttons was pressed. The browser then opens or closes it; where it is open at another, it comes over here.
    pub fn press(&self, event: &AnyEvent, button: Anchor) {
        let before = self.anchor.get_value().filter(|before| *before != button);
        self.beside(button);
        let shown = self.node.get_untracked().filter(|layer| dialog::is_shown(layer));
        if let (Some(before), Some(layer)) = (before, shown) {
            event.prevent_default();
            tell(&before, false);
            dialog::show(&layer);
        }
    }

    /// Closes it if this is the button it belongs to.
    pub fn leave(&self, is_gone: impl Fn(&Anchor) -> bool) {
        if self.open.get_untracked() && self.anchor.with_value(|anchor| anchor.as_ref().is_some_and(is_gone)) {
            self.open.set(false);
        }
    }
}

/// The layer. What is in it is made when it opens.
#[component]
pub fn Layer(
    /// What its buttons name it by.
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    name: Signal<String>,
    /// Its role, such as `menu`.
    #[prop(default = "dialog")]
    role: &'static str,
    /// What gets the focus when it opens.
    #[prop(default = "a[href],button,input")]
    start: &'static str,
    /// Which edges of button and layer lie above each other.
    #[prop(optional)]
    align: Align,
    /// Where it is and whether it is open.
    state: LayerState,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let LayerState { open, anchor, node } = state;
    // What is in it is made before it shows, so that it shows at its size, and goes after it is hidden, so that the
    // browser can give the focus back.
    let made = RwSignal::new(false);
    let before = move |_: ev::Event| {
        if node.get_untracked().is_some_and(|layer| !dialog::is_shown(&layer)) {
            made.set(true);
        }
    };
    let after = move |_: ev::Event| {
        let (Some(layer), Some(button)) = (node.get_untracked(), anchor.get_value()) else {
            return;
        };
        let is_shown = dialog::is_shown(&layer);
        if is_shown {
            place::beside(&layer, &button, Side::Below, align);
            focus::first(&layer, start);
        } else {
            dialog::unplace(&layer);
        }
        tell(&button, is_shown);
        made.set(is_shown);
        open.set(is_shown);
    };
    effect(move || {
        if let Some(layer) = node.get().filter(|_| !open.get()) {
            dialog::hide(&layer);
        }
    });
    // The button may be shown again when this layer is another one.
    on_cleanup(move || {
        anchor.try_with_value(|anchor| anchor.iter().for_each(|button| tell(button, false)));
    });
    let press = move |event: ev::KeyboardEvent| {
        // The layer's Escape is not meant for what is below it.
        if event.key() == "Escape" {
            event.stop_propagation();
            event.prevent_default();
            open.set(false);
        }
    };
    view! {
        <div
            class="popover"
            id=id
            role=role
            popover="auto"
            aria-label=name
            node_ref=node
            on:beforetoggle=before
            on:toggle=after
            on:keydown=press
        >
            <Show when=move || made.get()>{children.with_value(|children| children())}</Show>
        </div>
    }
}

/// The button says whether what it opens is open.
fn tell(button: &Anchor, open: bool) {
    let _ = button.set_attribute("aria-expanded", if open { "true" } else { "false" });
}
