//! A button that copies a text, and says so for two seconds.

use crate::reactive::derive;
use leptos::{prelude::*, task::spawn_local};

use super::IconButton;
use crate::browser::{clipboard, timers};

/// How long it says what came of it.
const SAYS_MS: u32 = 2000;

/// What came of copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Copied,
    Blocked,
}

impl Outcome {
    const fn words(self) -> &'static str {
        match self {
            Self::Copied => "Copied",
            Self::Blocked => "Not copied",
        }
    }
}

/// An icon that copies.
#[component]
pub fn CopyIcon(
    /// What it does, such as "Copy system ID".
    #[prop(into)]
    name: Signal<String>,
    /// Gives the text when it is pressed.
    #[prop(into)]
    text: Callback<(), String>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<Outcome>);
    let copy = move || spawn_local(copy(text.run(()), outcome));
    let words = move || outcome.get().map(Outcome::words);
    let icon = derive(move || icon_of(outcome.get()));
    view! {
        <span class="copy">
            <IconButton icon name small=true on_click=copy />
            <span class="copy-said" aria-live="polite">
                {words}
            </span>
        </span>
    }
}

async fn copy(text: String, outcome: RwSignal<Option<Outcome>>) {
    let came = match clipboard::write(&text).await {
        Ok(()) => Outcome::Copied,
        Err(clipboard::Blocked) => Outcome::Blocked,
    };
    // Whoever pressed may have gone on to another view meanwhile.
    let _ = outcome.try_set(Some(came));
    timers::sleep(SAYS_MS).await;
    let _ = outcome.try_set(None);
}

const fn icon_of(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        None => "copy-to-clipboard",
        Some(Outcome::Copied) => "check",
        Some(Outcome::Blocked) => "error",
    }
}
