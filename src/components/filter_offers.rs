//! What the filters can offer: the values among the loaded runners, each with how many have it.

use leptos::prelude::*;

use crate::fleet::Facet;
use crate::search::Choice;
use crate::ui::field::Suggestion;

/// What a field of tags does with its tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagUse {
    /// Runners have all of them.
    All,
    /// Runners have at least one of them.
    Any,
    /// Runners have none of them.
    None,
}

/// Tells what is there to choose from. Each is worked out when it is asked for, tracked.
#[derive(Clone, Copy)]
pub struct Offers {
    /// Whether it is quick enough to count without being looked at.
    pub is_quick: Signal<bool>,
    /// The values among the runners that pass all other filters; `None` where not all of them are loaded.
    pub counts: Callback<Choice, Option<Facet>>,
    /// All values that are loaded, of a filter that has none of its own; `None` while they are still coming.
    pub values: Callback<Choice, Option<Vec<String>>>,
    /// The tags among the runners that pass all other filters, the most frequent first.
    pub tags: Callback<TagUse, Vec<Suggestion>>,
    /// The versions among the runners that pass all other filters, the newest first; for the field of versions that are
    /// older, if true.
    pub versions: Callback<bool, Vec<Suggestion>>,
}

/// A line of text that becomes a filter once the typing rests.
#[derive(Clone, Copy)]
pub struct TypedField {
    /// What stands in it.
    pub value: Signal<String>,
    /// What is wrong with it, once the typing rests.
    pub error: Signal<Option<String>>,
    /// Called with what was typed.
    pub on_input: Callback<String>,
}
