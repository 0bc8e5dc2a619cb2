//! A button with a layer of its own above the page. The browser closes it: Escape, a click beside it.

use leptos::{ev, html, prelude::*};

use super::ids;
use crate::browser::{
    dialog, focus,
    place::{self, Align, Side},
};
use crate::reactive::effect;
use crate::ui::Show;

/// A button that opens a layer. What is in the layer is made when it opens.
#[component]
pub fn Popover(
    /// What the button is called.
    #[prop(into)]
    name: Signal<String>,
    /// The button's class.
    class: &'static str,
    /// What stands on the button.
    #[prop(into)]
    trigger: ViewFn,
    /// The button's tip.
    #[prop(optional, into)]
    tip: Signal<Option<String>>,
    /// The layer's role, such as `menu`.
    #[prop(default = "dialog")]
    role: &'static str,
    /// What the layer is called, where that is not the button's name.
    #[prop(optional, into)]
    layer_name: Option<Signal<String>>,
    /// What gets the focus when it opens.
    #[prop(default = "a[href],button,input")]
    start: &'static str,
    /// Which edges of button and layer lie above each other.
    #[prop(optional)]
    align: Align,
    /// Whether it is open; setting it to false closes it.
    #[prop(optional)]
    open: RwSignal<bool>,
    /// What is in the layer.
    children: ChildrenFn,
) -> impl IntoView {
    let id = ids::next("popover");
    let button = NodeRef::<html::Button>::new();
    let layer = NodeRef::<html::Div>::new();
    let children = StoredValue::new(children);
    // What is in it is made before it shows, so that it shows at its size, and goes after it is hidden, so that the
    // browser can give the focus back.
    let made = RwSignal::new(false);
    let before = move |_: ev::Event| {
        if layer.get_untracked().is_some_and(|layer| !dialog::is_shown(&layer)) {
            made.set(true);
        }
    };
    let after = move |_: ev::Event| {
        let (Some(layer), Some(button)) = (layer.get_untracked(), button.get_untracked()) else {
            return;
        };
        let is_shown = dialog::is_shown(&layer);
        if is_shown {
            place::beside(&layer, &button, Side::Below, align);
            focus::first(&layer, start);
        } else {
            dialog::unplace(&layer);
        }
        made.set(is_shown);
        open.set(is_shown);
    };
    effect(move || {
        if let Some(layer) = layer.get().filter(|_| !open.get()) {
            dialog::hide(&layer);
        }
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
        <button
            class=class
            type="button"
            popovertarget=id.clone()
            aria-label=name
            aria-haspopup=role
            aria-expanded=move || if open.get() { "true" } else { "false" }
            data-tip=move || tip.get()
            node_ref=button
        >
            {move || trigger.run()}
        </button>
        <div
            class="popover"
            id=id
            role=role
            popover="auto"
            aria-label=move || layer_name.map_or_else(|| name.get(), |name| name.get())
            node_ref=layer
            on:beforetoggle=before
            on:toggle=after
            on:keydown=press
        >
            <Show when=move || made.get()>{children.with_value(|children| children())}</Show>
        </div>
    }
}
