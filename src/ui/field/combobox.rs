//! A line of text that finds things by name. Its parent searches; this shows what was found.

mod state;

use leptos::{ev, html, prelude::*};

use self::state::Combo;
use super::{FieldFrame, FieldIds, FilterLabel};
use crate::browser::{dialog, place};
use crate::reactive::effect;
use crate::ui::Icon;

/// A thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboOption {
    /// What it is known by.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// A second, smaller line.
    pub detail: Option<String>,
}

impl ComboOption {
    /// What stands at a path, by its name where it has one.
    pub fn at(path: String, name: Option<String>) -> Self {
        Self { value: path.clone(), label: name.unwrap_or_else(|| path.clone()), detail: Some(path) }
    }
}

/// Finds things by name. What was typed can be chosen too, with Enter.
#[component]
pub fn Combobox(
    /// Its label, which is its name.
    label: &'static str,
    /// What is chosen, as it is shown.
    #[prop(into)]
    value: Signal<String>,
    /// What was found for what was typed.
    #[prop(into)]
    options: Signal<Vec<ComboOption>>,
    /// Said below the options: that it searches, that nothing was found.
    #[prop(optional, into)]
    message: Signal<Option<String>>,
    /// Called with what was typed, and with nothing when it opens.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called with the value of the chosen option, or with the typed text on Enter.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Leaving the field takes what was typed, as Enter does: in a form nothing typed is lost.
    #[prop(optional)]
    takes_typed: bool,
    /// The label is inside the box, as in a line of filters.
    #[prop(optional)]
    inside: bool,
    /// Words in the empty field.
    #[prop(optional)]
    placeholder: &'static str,
    /// One sentence below.
    #[prop(optional, into)]
    help: Option<ViewFn>,
    /// What is wrong, in place of the help.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let FieldIds { control, note } = ids.clone();
    let combo = Combo::new(value, options, on_input, on_choose, takes_typed);
    let note = (!inside).then_some(note);
    let id = control.clone();
    let box_ = view! {
        <div class="combobox" data-inside=inside.then_some("")>
            {inside.then(|| view! { <FilterLabel label control=id /> })}
            <ComboInput combo control=control.clone() note placeholder error />
            <Icon name="chevron-down" />
            <ComboList combo message list_id=format!("{control}-list") />
        </div>
    };
    if inside {
        box_.into_any()
    } else {
        let (changed, aside) = (Signal::stored(false), None);
        view! {
            <FieldFrame ids label optional=false changed aside help error>
                {box_}
            </FieldFrame>
        }
        .into_any()
    }
}

#[component]
fn ComboInput(
    combo: Combo,
    control: String,
    note: Option<String>,
    placeholder: &'static str,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let list = format!("{control}-list");
    let active = {
        let list = list.clone();
        move || combo.active.get().map(|index| format!("{list}-{index}"))
    };
    view! {
        <input
            class="input"
            id=control
            type="text"
            role="combobox"
            placeholder=placeholder
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-expanded=move || if combo.open.get() { "true" } else { "false" }
            aria-controls=list
            aria-activedescendant=active
            aria-invalid=move || error.read().is_some().then_some("true")
            aria-describedby=note
            prop:value=combo.typed
            node_ref=combo.input
            on:input=move |event| combo.hear(event_target_value(&event))
            on:click=move |_| combo.start()
            on:keydown=move |event| combo.press(&event)
            on:blur=move |_| combo.blur()
        />
    }
}

#[component]
fn ComboList(combo: Combo, message: Signal<Option<String>>, list_id: String) -> impl IntoView {
    let layer = NodeRef::<html::Div>::new();
    effect(move || {
        let (Some(layer), Some(input)) = (layer.get(), combo.input.get()) else {
            return;
        };
        if combo.open.get() {
            combo.options.track();
            message.track();
            dialog::show(&layer);
            // The input is a part of its box, beside a label perhaps.
            if let Some(parent) = input.parent_element() {
                place::under(&layer, &parent);
            }
        } else {
            dialog::hide(&layer);
        }
    });
    let id = StoredValue::new(list_id.clone());
    let item = move |(index, option): (usize, ComboOption)| {
        let id = id.with_value(|list| format!("{list}-{index}"));
        view! { <ComboItem combo index option id /> }
    };
    let items = move || combo.options.get().into_iter().enumerate().map(item).collect_view();
    let note = move || message.get().map(|message| view! { <div class="combo-message" role="status">{message}</div> });
    // The focus stays in the field: a press here must not take it.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    view! {
        <div class="popover combo-layer" popover="manual" node_ref=layer on:mousedown=keep_focus>
            <div class="combo-list" role="listbox" id=list_id aria-label="Suggestions">
                {items}
            </div>
            {note}
        </div>
    }
}

#[component]
fn ComboItem(combo: Combo, index: usize, option: ComboOption, id: String) -> impl IntoView {
    let is_active = move || combo.active.get() == Some(index);
    view! {
        <div
            class="combo-option"
            role="option"
            id=id
            aria-selected=move || if is_active() { "true" } else { "false" }
            on:click=move |_| combo.choose(Some(index))
        >
            <span class="combo-label">{option.label}</span>
            {option.detail.map(|detail| view! { <span class="combo-detail">{detail}</span> })}
        </div>
    }
}
