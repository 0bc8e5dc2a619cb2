//! What is typed, what is open and what a key does, without markup.

use leptos::{ev, html, prelude::*};

use super::ComboOption;
use crate::reactive::effect;

/// What the parts share.
#[derive(Clone, Copy)]
pub struct Combo {
    pub typed: RwSignal<String>,
    pub open: RwSignal<bool>,
    pub active: RwSignal<Option<usize>>,
    pub options: Signal<Vec<ComboOption>>,
    value: Signal<String>,
    on_input: Callback<String>,
    on_choose: Callback<String>,
    takes_typed: bool,
    pub input: NodeRef<html::Input>,
}

impl Combo {
    pub fn new(
        value: Signal<String>,
        options: Signal<Vec<ComboOption>>,
        on_input: Callback<String>,
        on_choose: Callback<String>,
        takes_typed: bool,
    ) -> Self {
        let combo = Self {
            typed: RwSignal::new(String::new()),
            open: RwSignal::new(false),
            active: RwSignal::new(None),
            options,
            value,
            on_input,
            on_choose,
            takes_typed,
            input: NodeRef::new(),
        };
        // What is chosen shows again once nobody types.
        effect(move || combo.typed.set(value.get()));
        effect(move || {
            options.track();
            combo.active.set(None);
        });
        combo
    }

    pub fn start(self) {
        if !self.open.get_untracked() {
            self.open.set(true);
            self.on_input.run(String::new());
        }
    }

    pub fn hear(self, text: String) {
        self.typed.set(text.clone());
        self.open.set(true);
        self.on_input.run(text);
    }

    fn step(self, forward: bool) {
        let count = self.options.read_untracked().len();
        if count == 0 {
            return;
        }
        self.active.update(|active| {
            *active = Some(match (*active, forward) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(now), true) => (now + 1) % count,
                (Some(now), false) => (now + count - 1) % count,
            });
        });
    }

    pub fn choose(self, index: Option<usize>) {
        let option = index.and_then(|index| self.options.read_untracked().get(index).cloned());
        let text = self.typed.get_untracked().trim().to_owned();
        self.open.set(false);
        match option {
            Some(option) => {
                self.typed.set(option.label);
                self.on_choose.run(option.value);
            }
            None if !text.is_empty() && text != *self.value.read_untracked() => {
                self.on_choose.run(text);
            }
            None => {}
        }
    }

    pub fn leave(self) {
        self.open.set(false);
        self.typed.set(self.value.get_untracked());
    }

    pub fn blur(self) {
        // A field that is taken out of the page with the focus in it is not kept any more.
        let Some(is_open) = self.open.try_get_untracked() else { return };
        if self.takes_typed && is_open {
            self.choose(None);
        }
        self.leave();
    }

    pub fn press(self, event: &ev::KeyboardEvent) {
        let is_open = self.open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                self.start();
                self.step(event.key() == "ArrowDown");
            }
            "Enter" if is_open => {
                event.prevent_default();
                self.choose(self.active.get_untracked());
            }
            "Escape" if is_open => {
                event.prevent_default();
                event.stop_propagation();
                self.leave();
            }
            _ => {}
        }
    }
}
