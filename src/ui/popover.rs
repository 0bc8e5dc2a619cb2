//! A button with a layer of its own above the page.

use leptos::{html, prelude::*};

use super::ids;
use super::layer::{Layer, LayerState};
use crate::browser::place::Align;
use crate::reactive::{derive, effect};

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
    let state = LayerState::new(open);
    effect(move || {
        if let Some(button) = button.get() {
            state.beside(button.into());
        }
    });
    let layer_name = derive(move || layer_name.map_or_else(|| name.get(), |name| name.get()));
    view! {
        <button
            class=class
            type="button"
            popovertarget=id.clone()
            aria-label=name
            aria-haspopup=role
            aria-expanded="false"
            data-tip=move || tip.get()
            node_ref=button
        >
            {move || trigger.run()}
        </button>
        <Layer id name=layer_name role start align state children />
    }
}
