//! Tags one by one: Enter or a comma adds what was typed, Backspace in the empty field takes the last.

use leptos::{ev, html, prelude::*};

use super::suggest::{Suggest, SuggestList, Suggestion};
use crate::browser::focus;
use crate::reactive::callback;
use crate::ui::Icon;

/// The chips of the tags, and the field for one more.
#[component]
pub(super) fn Chips(
    id: String,
    note: Option<String>,
    tags: Signal<Vec<String>>,
    shown: Signal<usize>,
    on_change: Callback<Vec<String>>,
    error: Signal<Option<String>>,
    disabled_reason: Signal<Option<String>>,
    placeholder: &'static str,
    /// What tells the suggestions.
    #[prop(optional)]
    suggestions: Option<Callback<(), Vec<Suggestion>>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let add = move |text: &str| {
        let before = tags.get_untracked();
        let after = with_added(&before, text);
        if after.len() > before.len() {
            on_change.run(after);
        }
    };
    let suggest = suggestions.map(|offer| {
        let choose = callback(move |tag: String| {
            typed.set(String::new());
            add(&tag);
        });
        Suggest::new(offer, typed.into(), tags, choose)
    });
    let show = move |is_shown: bool| {
        if let Some(suggest) = suggest {
            if is_shown { suggest.show() } else { suggest.hide() }
        }
    };
    let remove = move |index: usize| {
        let mut after = tags.get_untracked();
        if index < after.len() {
            after.remove(index);
            on_change.run(after);
        }
        if let Some(input) = input.get_untracked() {
            focus::on(&input);
        }
    };
    // A comma ends a tag; what is after the last one is still being typed.
    let hear = move |event: ev::Event| {
        let text = event_target_value(&event);
        match text.rsplit_once(',') {
            Some((whole, rest)) => {
                add(whole);
                typed.set(rest.trim_start().to_owned());
            }
            None => typed.set(text),
        }
        show(!typed.read_untracked().is_empty());
    };
    let finish = move || {
        // A field that is taken out of the page with the focus in it loses that too.
        let Some(text) = typed.try_get_untracked() else { return };
        show(false);
        typed.set(String::new());
        add(&text);
    };
    let press = move |event: ev::KeyboardEvent| {
        if event.is_composing() || suggest.is_some_and(|suggest| suggest.press(&event)) {
            return;
        }
        let is_empty = typed.read_untracked().trim().is_empty();
        match event.key().as_str() {
            "Enter" if !is_empty => {
                event.prevent_default();
                finish();
            }
            "Backspace" if typed.read_untracked().is_empty() && disabled_reason.read_untracked().is_none() => {
                let last = tags.read_untracked().len().wrapping_sub(1);
                remove(last);
            }
            _ => {}
        }
    };
    let chip = move |(index, text): (usize, String)| {
        let removable = move || disabled_reason.read().is_none();
        let is_beyond = move || index >= shown.get();
        view! { <Chip text removable is_beyond on_remove=move || remove(index) /> }
    };
    let is_off = move || disabled_reason.read().is_some();
    let hidden = move || tags.read().len().checked_sub(shown.get()).filter(|hidden| *hidden > 0);
    view! {
        {move || tags.get().into_iter().enumerate().map(chip).collect_view()}
        {move || hidden().map(|hidden| view! { <span class="chips-more" aria-hidden="true">{format!("+{hidden}")}</span> })}
        <input
            class="chips-input"
            id=id
            type="text"
            placeholder=move || if tags.read().is_empty() { placeholder } else { "" }
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            prop:value=typed
            readonly=is_off
            aria-disabled=move || is_off().then_some("true")
            aria-invalid=move || error.read().is_some().then_some("true")
            aria-describedby=note
            aria-autocomplete=suggest.map(|_| "list")
            aria-controls=suggest.map(Suggest::list_id)
            aria-activedescendant=move || suggest.and_then(Suggest::active_id)
            node_ref=input
            on:input=hear
            on:click=move |_| show(true)
            on:keydown=press
            on:blur=move |_| finish()
        />
        {suggest.map(|suggest| view! { <SuggestList suggest field=input /> })}
    }
}

#[component]
fn Chip(
    text: String,
    #[prop(into)] removable: Signal<bool>,
    /// Whether there is no room for it until the field has the focus.
    #[prop(into)]
    is_beyond: Signal<bool>,
    #[prop(into)] on_remove: Callback<()>,
) -> impl IntoView {
    let name = format!("Remove tag {text}");
    // Without the focus the field may show fewer chips: this one would be gone before the click ends.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    let remove = move || {
        let name = name.clone();
        removable.get().then(|| {
            view! {
                <button
                    class="chip-remove"
                    type="button"
                    aria-label=name
                    on:mousedown=keep_focus
                    on:click=move |_| on_remove.run(())
                >
                    <Icon name="close-xs" size=12 />
                </button>
            }
        })
    };
    view! {
        <span class="chip" data-beyond=move || is_beyond.get().then_some("")>
            <span class="chip-text">{text}</span>
            {remove}
        </span>
    }
}

/// The tags with those of a text that may hold several, each once.
fn with_added(tags: &[String], text: &str) -> Vec<String> {
    let mut after = tags.to_vec();
    for tag in text.split([',', '\n']).map(str::trim) {
        if !tag.is_empty() && !after.iter().any(|other| other == tag) {
            after.push(tag.to_owned());
        }
    }
    after
}
