//! Who takes the focus over from a button that leaves by itself, because what it stood for has ended.

use leptos::prelude::*;

use crate::browser::focus;
use crate::reactive::effect;

/// Whether the focus is where such buttons are.
#[derive(Clone, Copy)]
pub struct Handover {
    goes_on: Signal<bool>,
    is_here: RwSignal<bool>,
}

impl Handover {
    /// When it no longer goes on, whatever of it had the focus gives it to the first of these that is there.
    pub fn new(goes_on: Signal<bool>, heirs: &'static [&'static str]) -> Self {
        let is_here = RwSignal::new(false);
        effect(move || {
            if !goes_on.get() && is_here.try_update_untracked(std::mem::take).unwrap_or(false) {
                focus::if_lost(heirs.iter().map(|&heir| heir.to_owned()).collect());
            }
        });
        Self { goes_on, is_here }
    }

    /// The focus came.
    pub fn came(self) {
        self.is_here.set(true);
    }

    /// The focus went; a button that leaves by itself has not given it away. Browsers say so also of what is being taken
    /// out of the page, when nothing of it is kept any more.
    pub fn went(self) {
        if let Some(goes_on) = self.goes_on.try_get_untracked() {
            self.is_here.set(!goes_on);
        }
    }
}
