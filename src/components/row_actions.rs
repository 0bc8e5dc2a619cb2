//! What can be done with a runner from its row: buttons, or one menu where there is no room for them.

use leptos::prelude::*;

use crate::reactive::derive;
use crate::ui::Show;
use crate::ui::{IconButton, Menu, MenuItem};

/// Why something cannot be done with a runner; `None` where it can be tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// Why it cannot be edited.
    pub edit: Option<String>,
    /// Why it cannot be paused or resumed.
    pub pause: Option<String>,
    /// Why it cannot be deleted.
    pub delete: Option<String>,
}

/// The buttons at the end of a row.
#[component]
pub fn RowActions(
    /// The runner's id.
    id: u64,
    /// Whether it is paused.
    #[prop(into)]
    paused: Signal<bool>,
    /// What cannot be done, and why.
    #[prop(into)]
    refusals: Signal<Refusals>,
    /// Whether it is being changed.
    #[prop(into)]
    busy: Signal<bool>,
    /// Whether there is room for one button only.
    #[prop(into)]
    stacked: Signal<bool>,
    /// Whether it is selected.
    #[prop(into)]
    selected: Signal<bool>,
    /// Called to edit it.
    on_edit: Callback<u64>,
    /// Called to pause it, or to resume it if it is paused.
    on_pause: Callback<u64>,
    /// Called to delete it, which asks first.
    on_delete: Callback<u64>,
    /// Called to select it or not.
    on_select: Callback<(u64, bool)>,
) -> impl IntoView {
    let verb = move || if paused.get() { "Resume" } else { "Pause" };
    let icon = move || if paused.get() { "play" } else { "pause" };
    let why_not_pause = derive(move || refusals.read().pause.clone());
    let why_not_delete = derive(move || refusals.read().delete.clone());
    let why_not_edit = derive(move || refusals.read().edit.clone());
    let items = derive(move || {
        let select = if selected.get() { "Clear selection" } else { "Select" };
        vec![
            MenuItem::new(format!("Edit #{id}"), move || on_edit.run(id)).icon("pencil").disabled(why_not_edit.get()),
            MenuItem::new(format!("{} #{id}", verb()), move || on_pause.run(id))
                .icon(icon())
                .disabled(why_not_pause.get()),
            MenuItem::new(select, move || on_select.run((id, !selected.get_untracked()))).icon("check"),
            MenuItem::new(format!("Delete #{id}"), move || on_delete.run(id))
                .icon("remove")
                .disabled(why_not_delete.get()),
        ]
    });
    let buttons = move || {
        view! {
            <IconButton
                icon="pencil"
                name=format!("Edit #{id}")
                small=true
                disabled_reason=why_not_edit
                busy
                on_click=move || on_edit.run(id)
            />
            <IconButton
                icon=icon
                name=move || format!("{} #{id}", verb())
                small=true
                disabled_reason=why_not_pause
                busy
                on_click=move || on_pause.run(id)
            />
            <IconButton
                icon="remove"
                name=format!("Delete #{id}")
                small=true
                disabled_reason=why_not_delete
                busy
                on_click=move || on_delete.run(id)
            />
        }
    };
    view! {
        <Show when=move || stacked.get() fallback=buttons>
            <Menu name=format!("Actions for #{id}") icon="ellipsis_v" items />
        </Show>
    }
}
