//! What was typed and not saved when a connection ended by itself: kept in memory until the same user is back.

use leptos::prelude::*;

use super::connect::Session;
use super::navigation::Navigation;
use super::new_runner::Typed;
use crate::form::RunnerForm;
use crate::gitlab::instance::InstanceUrl;
use crate::gitlab::runner::RunnerDetails;

/// A form that was open when the connection ended.
pub enum Draft {
    /// That of a runner.
    Edit {
        /// The runner that it was opened on.
        original: Box<RunnerDetails>,
        /// What was typed.
        form: RunnerForm,
    },
    /// That of a new runner.
    New(Typed),
}

/// Whose a draft is: nobody else gets to see it.
#[derive(Clone, PartialEq)]
pub struct Writer {
    instance: InstanceUrl,
    user: u64,
}

impl Writer {
    /// Whoever is connected.
    pub fn of(session: &Session) -> Self {
        Self { instance: session.client.instance().clone(), user: session.user.id }
    }
}

/// The draft of the page; there is one at most, because one form is open at most.
#[derive(Clone, Copy)]
pub struct Drafts(StoredValue<Option<(Writer, Draft)>>);

impl Drafts {
    /// Nothing was left yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Keeps what stands in a form when that goes without anybody having given it up: whoever leaves it on purpose is asked
    /// before, and then nothing is unsaved any more.
    pub fn keep_when_gone(
        self,
        navigation: Navigation,
        writer: Writer,
        draft: impl FnOnce() -> Option<Draft> + Send + Sync + 'static,
    ) {
        on_cleanup(move || {
            if navigation.has_unsaved()
                && let Some(draft) = draft()
            {
                self.0.set_value(Some((writer, draft)));
            }
            navigation.set_unsaved(false);
        });
    }

    /// The runner on whose form this writer typed it.
    pub fn original(&self, writer: &Writer) -> Option<RunnerDetails> {
        self.0.with_value(|kept| match kept {
            Some((of, Draft::Edit { original, .. })) if of == writer => Some(RunnerDetails::clone(original)),
            _ => None,
        })
    }

    /// Hands it out, once and to its writer only; whoever else comes ends it.
    pub fn take(&self, writer: &Writer) -> Option<Draft> {
        let kept = self.0.try_update_value(Option::take).flatten();
        kept.filter(|(of, _)| of == writer).map(|(_, draft)| draft)
    }
}
