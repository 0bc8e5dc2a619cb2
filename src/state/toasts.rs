//! What was just done or could not be done, one sentence at a time.

use leptos::prelude::*;

/// A sentence about what was done.
#[derive(Clone)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// Whether something could not be done.
    pub failed: bool,
    /// One thing that can be done about it: its word, and what it does.
    pub action: Option<(&'static str, Callback<()>)>,
}

/// The toast of the page.
#[derive(Clone, Copy)]
pub struct Toasts(RwSignal<Option<Said>>);

impl Toasts {
    /// Nothing was done yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// What was said last, tracked.
    pub fn current(&self) -> Option<Said> {
        self.0.get()
    }

    /// Something was done.
    pub fn say(&self, text: impl Into<String>) {
        self.0.set(Some(Said { text: text.into(), failed: false, action: None }));
    }

    /// Something was done, and one thing can be done about it.
    pub fn say_with(&self, text: impl Into<String>, label: &'static str, act: impl Fn() + Send + Sync + 'static) {
        let action = Some((label, Callback::from(act)));
        self.0.set(Some(Said { text: text.into(), failed: false, action }));
    }

    /// Something could not be done.
    pub fn fail(&self, text: impl Into<String>) {
        self.0.set(Some(Said { text: text.into(), failed: true, action: None }));
    }

    /// It was read.
    pub fn close(&self) {
        self.0.set(None);
    }
}
