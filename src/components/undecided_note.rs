//! Says that a filter leaves runners out because only their details could tell, and offers to load them.

use leptos::prelude::*;

use crate::format::{count, counted};
use crate::ui::{Button, ButtonKind};

/// The note; nothing while nobody is left out.
#[component]
pub fn UndecidedNote(
    /// How many are left out only because their details are not loaded.
    #[prop(into)]
    undecided: Signal<usize>,
    /// How many are listed.
    #[prop(into)]
    all: Signal<usize>,
    /// Called to load the details of all.
    on_load: Callback<()>,
) -> impl IntoView {
    let note = move |left_out: usize| {
        let verb = if left_out == 1 { "is" } else { "are" };
        let sentence = match left_out {
            1 => format!("1 runner {verb} left out because its details are not loaded."),
            n => format!("{} {verb} left out because their details are not loaded.", counted(n, "runner")),
        };
        let tip = sentence.clone();
        view! {
            <span class="undecided">
                <span class="undecided-words" role="status" data-tip-cut=tip>
                    {sentence}
                </span>
                <Button kind=ButtonKind::Link on_click=on_load>
                    {move || format!("Load details of all {}", count(all.get()))}
                </Button>
            </span>
        }
    };
    move || Some(undecided.get()).filter(|left_out| *left_out > 0).map(note)
}
