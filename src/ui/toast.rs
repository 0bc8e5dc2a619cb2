//! A toast: what was done or could not be done, said once in the corner and gone after six seconds.

use leptos::{html, prelude::*};

use super::IconButton;
use crate::browser::{dialog, timers};
use crate::reactive::effect;

/// How long a toast stays when neither pointer nor focus is on it.
const STAYS_MS: u32 = 6000;

/// What a toast says.
#[derive(Clone)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// Something could not be done: it is said at once.
    pub failed: bool,
    /// One thing that can be done about it.
    pub action: Option<ToastAction>,
}

/// One thing to do about a toast.
#[derive(Clone)]
pub struct ToastAction {
    /// Its word.
    pub label: &'static str,
    /// Called when it is chosen.
    pub act: Callback<()>,
}

/// The corner where toasts show, one at a time. There is one in the page.
#[component]
pub fn ToastRegion(
    /// The toast of now.
    #[prop(into)]
    toast: Signal<Option<Toast>>,
    /// Its time is over or it was closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    // Shown all the time, empty, so that screen readers hear what comes into it.
    effect(move || {
        if let Some(element) = element.get() {
            dialog::show(&element);
        }
    });
    view! {
        <div class="toast-region" popover="manual" data-on-top="" aria-live="polite" node_ref=element>
            {move || toast.get().map(|toast| view! { <ToastBox toast on_close /> })}
        </div>
    }
}

#[component]
fn ToastBox(toast: Toast, on_close: Callback<()>) -> impl IntoView {
    let held = RwSignal::new(false);
    let timer = StoredValue::new_local(None);
    effect(move || {
        let next = (!held.get()).then(|| timers::after(STAYS_MS, move || on_close.run(())));
        timer.set_value(next);
    });
    let act = |action: ToastAction| {
        let press = move |_| {
            action.act.run(());
            on_close.run(());
        };
        view! {
            <button class="toast-action" type="button" on:click=press>
                {action.label}
            </button>
        }
    };
    view! {
        <div
            class="toast"
            role=if toast.failed { "alert" } else { "status" }
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            <span class="toast-text">{toast.text}</span>
            {toast.action.map(act)}
            <IconButton icon="close" name="Close" on_click=on_close />
        </div>
    }
}
