//! What was typed and not saved when a connection ended by itself: kept in memory until the same user is back.

use leptos::prelude::*;

use super::connect::Session;
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

impl Draft {
    /// Whether it is that of this runner.
    pub fn is_of(&self, id: u64) -> bool {
        matches!(self, Self::Edit { original, .. } if original.runner.id == id)
    }
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

    /// Keeps what was typed.
    pub fn keep(&self, writer: Writer, draft: Draft) {
        self.0.set_value(Some((writer, draft)));
    }

    /// The runner on whose form somebody typed it.
    pub fn original(&self, writer: &Writer, id: u64) -> Option<RunnerDetails> {
        self.0.with_value(|kept| match kept {
            Some((of, Draft::Edit { original, .. })) if of == writer && original.runner.id == id => {
                Some(RunnerDetails::clone(original))
            }
            _ => None,
        })
    }

    /// Hands it out, once and to its writer only; whoever else comes ends it.
    pub fn take(&self, writer: &Writer) -> Option<Draft> {
        let kept = self.0.try_update_value(Option::take).flatten();
        kept.filter(|(of, _)| of == writer).map(|(_, draft)| draft)
    }
}
