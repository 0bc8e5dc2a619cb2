//! A modal dialog: the page waits behind it. It is open for as long as it is in the page.

use leptos::{ev, html, prelude::*};

use super::ids;
use crate::browser::dialog;
use crate::reactive::effect;

/// A question or a message that has to be answered first. Whatever has `autofocus` inside gets the focus.
#[component]
pub fn Dialog(
    /// What it is called; shown on top.
    #[prop(into)]
    title: Signal<String>,
    /// Asked to close, by Escape or by a click beside it. It stays until its parent takes it away.
    #[prop(into)]
    on_close: Callback<()>,
    /// A click beside it asks to close.
    #[prop(default = true)]
    overlay_closes: bool,
    /// 520 px wide instead of 480.
    #[prop(optional)]
    wide: bool,
    /// The buttons below, at the right; a form puts them at the left itself.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let title_id = StoredValue::new(ids::next("dialog-title"));
    effect(move || {
        if let Some(element) = element.get() {
            dialog::open(&element);
        }
    });
    // Closed before it goes: only then does the browser give the focus back.
    on_cleanup(move || {
        if let Some(element) = element.try_get_untracked().flatten() {
            dialog::close(&element);
        }
    });
    let close = move |event: ev::Event| {
        event.prevent_default();
        on_close.run(());
    };
    let press = move |event: ev::KeyboardEvent| {
        // What is behind the dialog must not hear its keys.
        event.stop_propagation();
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            on_close.run(());
        }
    };
    let click_beside = move |event: ev::MouseEvent| {
        // The element itself is only its edge and what is beside it: the rest is `.dialog-box`.
        if overlay_closes && event.target() == event.current_target() {
            on_close.run(());
        }
    };
    view! {
        <dialog
            class="dialog"
            data-size=wide.then_some("wide")
            aria-labelledby=title_id.get_value()
            node_ref=element
            on:cancel=close
            on:keydown=press
            on:mousedown=click_beside
        >
            <div class="dialog-box">
                <h2 class="dialog-title" id=title_id.get_value()>
                    {title}
                </h2>
                <div class="dialog-body">{children()}</div>
                {footer.map(|footer| view! { <div class="dialog-foot">{footer.run()}</div> })}
            </div>
        </dialog>
    }
}
