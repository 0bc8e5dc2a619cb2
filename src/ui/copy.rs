//! Buttons that copy a text, and say so for two seconds.

use leptos::{prelude::*, task::spawn_local};

use super::{Button, ButtonKind, IconButton};
use crate::browser::{clipboard, timers};
use crate::reactive::derive;

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

/// A button with words that copies.
#[component]
pub fn CopyButton(
    /// Its words.
    label: &'static str,
    /// Gives the text when it is pressed.
    #[prop(into)]
    text: Callback<(), String>,
    /// How much it asks for.
    #[prop(optional, into)]
    kind: Signal<ButtonKind>,
    /// Has the focus when its dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// Called when the text is in the clipboard.
    #[prop(optional, into)]
    on_copied: Option<Callback<()>>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<Outcome>);
    let copy = move || spawn_local(copy(text.run(()), outcome, on_copied));
    let words = move || outcome.get().map(Outcome::words);
    let icon = derive(move || icon_of(outcome.get()));
    view! {
        <Button kind icon autofocus on_click=copy>
            {label}
        </Button>
        <span class="copy-said" aria-live="polite">
            {words}
        </span>
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
    /// Called when the text is in the clipboard.
    #[prop(optional, into)]
    on_copied: Option<Callback<()>>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<Outcome>);
    let copy = move || spawn_local(copy(text.run(()), outcome, on_copied));
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

async fn copy(text: String, outcome: RwSignal<Option<Outcome>>, on_copied: Option<Callback<()>>) {
    let came = match clipboard::write(&text).await {
        Ok(()) => Outcome::Copied,
        Err(clipboard::Blocked) => Outcome::Blocked,
    };
    // Whoever pressed may have gone on to another view meanwhile.
    let _ = outcome.try_set(Some(came));
    if let Some(on_copied) = on_copied.filter(|_| came == Outcome::Copied) {
        on_copied.try_run(());
    }
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
