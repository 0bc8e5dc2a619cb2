//! The tips of the page: whatever has `data-tip` shows it under the pointer and with the focus.

use leptos::{html, prelude::*};

use super::ids;
use crate::browser::tips;
use crate::reactive::effect;

/// The one layer in which tips show. There is one in the page.
#[component]
pub fn TipLayer() -> impl IntoView {
    let layer = NodeRef::<html::Div>::new();
    let tips = StoredValue::new_local(None);
    effect(move || {
        if let Some(layer) = layer.get() {
            tips.set_value(Some(tips::watch(&layer)));
        }
    });
    view! { <div class="tip" id=ids::next("tip") role="tooltip" popover="manual" node_ref=layer></div> }
}
