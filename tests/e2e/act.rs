//! Doing: what a person does with a place, once it is there.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;

use super::find::Place;
use super::poll::until;

/// Held down until the end of what is sent; takes all of a field with the letter a.
const CONTROL: char = '\u{e009}';
const NOTHING_HELD: char = '\u{e000}';

impl Place {
    /// Clicks it, where a person would: it must be in sight and nothing may lie above it.
    pub async fn click(&self) {
        self.with(async |element: &Element| element.click().await).await;
    }

    /// Puts this in the place of what is typed there.
    pub async fn fill(&self, text: &str) {
        let all = format!("{CONTROL}a{NOTHING_HELD}");
        let keys =
            if text.is_empty() { format!("{all}{}", char::from(Key::Backspace)) } else { format!("{all}{text}") };
        self.with(async |element: &Element| element.send_keys(&keys).await).await;
    }

    /// Types this where it is.
    pub async fn type_in(&self, text: &str) {
        self.with(async |element: &Element| element.send_keys(text).await).await;
    }

    /// Presses a key on it.
    pub async fn press(&self, key: Key) {
        self.type_in(&char::from(key).to_string()).await;
    }

    /// Chooses the option with this value.
    pub async fn choose(&self, value: &str) {
        self.with(async |element: &Element| element.select_by_value(value).await).await;
    }

    /// Takes its middle with the mouse, moves it so many pixels to the right and lets go.
    pub async fn drag(&self, pixels: f64) {
        let (duration, button) = (Some(Duration::ZERO), MOUSE_BUTTON_LEFT);
        self.with(async |element: &Element| {
            let moves = MouseActions::new("mouse".to_owned())
                .then(PointerAction::MoveToElement { element: element.clone(), duration, x: 0.0, y: 0.0 })
                .then(PointerAction::Down { button })
                .then(PointerAction::MoveBy { duration, x: pixels / 2.0, y: 0.0 })
                .then(PointerAction::MoveBy { duration, x: pixels / 2.0, y: 0.0 })
                .then(PointerAction::Up { button });
            self.client.perform_actions(moves).await
        })
        .await;
    }

    /// Does something with the element, again and again while it is not there or cannot be reached.
    async fn with(&self, act: impl AsyncFn(&Element) -> Result<(), CmdError>) {
        until(&self.client, async || {
            let element = self.element().await?;
            act(&element).await.map_err(|error| format!("{} cannot be used: {error}", self.words()))
        })
        .await;
    }
}
