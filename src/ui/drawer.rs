//! A drawer: a second panel beside the first, which stays usable. It is open for as long as it is in the page.

use leptos::{html, prelude::*};

use crate::browser::{focus, keys};
use crate::reactive::effect;

/// Selects a drawer.
pub const DRAWER: &str = ".drawer";

/// A panel for one thing of a list. Its body and foot are `.drawer-body` and `.drawer-foot` among its children.
#[component]
pub fn Drawer(
    /// What it is called; its title.
    #[prop(into)]
    title: Signal<String>,
    /// A word after the title, such as "Editing".
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// Asked to close by Escape.
    #[prop(into)]
    on_close: Callback<()>,
    /// Before the title.
    #[prop(optional, into)]
    lead: Option<ViewFn>,
    /// Buttons at the right of the title.
    #[prop(into)]
    actions: ViewFn,
    /// All below the title.
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            focus::on(&heading);
        }
    });
    StoredValue::new_local(keys::on_escape(move || on_close.run(())));
    view! {
        <section class="drawer" role="dialog" aria-label=title>
            <div class="drawer-head">
                {lead.map(|lead| lead.run())} <h2 class="drawer-title" tabindex="-1" node_ref=heading>
                    {title}
                </h2>
                {move || note.get().map(|note| view! { <span class="drawer-note">{note}</span> })}
                <div class="drawer-actions">{move || actions.run()}</div>
            </div>
            {children()}
        </section>
    }
}
