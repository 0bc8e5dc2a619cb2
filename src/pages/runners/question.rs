//! What is asked about a runner before it is done, from its row or from its drawer, one question at a time.

use leptos::prelude::*;

use super::board::Board;
use super::deleting::Deleting;
use super::resetting::Resetting;
use crate::reactive::callback;
use crate::ui::lazy::lazy;
use crate::ui::{Button, Dialog};

/// A question about a runner, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Is it to be deleted?
    Delete(u64),
    /// Is it to get a new token?
    ResetToken(u64),
}

/// The question of now. It is asked above the list, so that it stays when the drawer goes.
#[derive(Clone, Copy)]
pub struct Asking(RwSignal<Option<Question>>);

impl Asking {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Asks.
    pub fn ask(self, question: Question) {
        self.0.set(Some(question));
    }

    /// It was answered.
    pub fn close(self) {
        self.0.set(None);
    }

    /// What came of a question is known. False if that is not what is asked any more; then what is asked stays.
    pub fn finish(self, question: Question) -> bool {
        let is_asked = self.0.try_get_untracked() == Some(Some(question));
        if is_asked {
            self.0.set(None);
        }
        is_asked
    }

    /// What is asked, tracked.
    pub fn question(self) -> Option<Question> {
        self.0.get()
    }
}

/// Where it is asked, and what.
pub type About = (Board, Question);

lazy!(runner, load_question, question, About);

fn question((board, question): About) -> AnyView {
    match question {
        Question::Delete(id) => view! { <Deleting board id /> }.into_any(),
        Question::ResetToken(id) => view! { <Resetting board id /> }.into_any(),
    }
}

/// Stands in the question's place until it has come.
pub fn frame(content: AnyView) -> AnyView {
    let asking = expect_context::<Asking>();
    let close = callback(move |()| asking.close());
    let footer = move || {
        view! {
            <Button autofocus=true on_click=close>
                "Cancel"
            </Button>
        }
    };
    view! {
        <Dialog title="One moment" on_close=close footer>
            {content}
        </Dialog>
    }
    .into_any()
}
