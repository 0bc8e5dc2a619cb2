//! Asserting: what a person sees of a place. Every check waits until it is so.

use super::find::{Look, Place};
use super::poll::until;

impl Place {
    /// How many pixels below the top of the window it is.
    pub async fn top(&self) -> f64 {
        let rectangle = until(&self.client, async || {
            let element = self.element().await?;
            element.rectangle().await.map_err(|error| error.to_string())
        });
        rectangle.await.1
    }

    /// It is there, once.
    pub async fn is_there(&self) {
        self.is(|_| true, "there").await;
    }

    /// It is not there (any more).
    pub async fn is_gone(&self) {
        until(&self.client, async || match self.looks().await? {
            looks if looks.is_empty() => Ok(()),
            looks => Err(format!("There should be no {}, but it says: {}", self.words(), looks[0].text)),
        })
        .await;
    }

    /// This text stands in it.
    pub async fn says(&self, text: &str) {
        self.is(|look| look.text.contains(text), &format!("saying “{text}”")).await;
    }

    /// One of those says this.
    pub async fn one_says(&self, text: &str) {
        until(&self.client, async || {
            let texts: Vec<_> = self.looks().await?.into_iter().map(|look| look.text).collect();
            let found = texts.iter().any(|one| one.contains(text));
            found.then_some(()).ok_or_else(|| format!("No {} says “{text}”, but: {texts:?}", self.words()))
        })
        .await;
    }

    /// None of those says this (any more).
    pub async fn is_not_saying(&self, text: &str) {
        until(&self.client, async || {
            let found = self.looks().await?.into_iter().find(|look| look.text.contains(text));
            found.map_or(Ok(()), |look| {
                Err(format!("{} should not say “{text}”, but says: {}", self.words(), look.text))
            })
        })
        .await;
    }

    /// So many are there.
    pub async fn count_is(&self, count: usize) {
        until(&self.client, async || {
            let found = self.looks().await?.len();
            (found == count).then_some(()).ok_or_else(|| format!("There are {found} of {}, not {count}", self.words()))
        })
        .await;
    }

    /// This is typed or chosen in it.
    pub async fn has_value(&self, value: &str) {
        self.is(|look| look.value == value, &format!("holding “{value}”")).await;
    }

    /// It is checked, or not.
    pub async fn is_checked(&self, checked: bool) {
        self.is(|look| look.checked == checked, if checked { "checked" } else { "not checked" }).await;
    }

    /// It is the chosen tab.
    pub async fn is_selected(&self) {
        self.is(|look| look.selected, "selected").await;
    }

    /// It has the focus, or something in it has.
    pub async fn has_focus(&self) {
        self.is(|look| look.focused, "focused").await;
    }

    /// It cannot be used, and says why.
    pub async fn is_off(&self, reason: &str) {
        let is_off = |look: &Look| look.off && look.description.contains(reason);
        self.is(is_off, &format!("off because “{reason}”")).await;
    }

    /// Something is wrong with what it holds, and this is said at it.
    pub async fn is_invalid(&self, why: &str) {
        let is_invalid = |look: &Look| look.invalid && look.description.contains(why);
        self.is(is_invalid, &format!("invalid because “{why}”")).await;
    }

    /// It sorts so: `ascending`, `descending` or `none`.
    pub async fn sorts(&self, order: &str) {
        self.is(|look| look.sort == order, &format!("sorting {order}")).await;
    }

    /// Something is true of it.
    pub async fn is(&self, truth: impl Fn(&Look) -> bool, words: &str) {
        until(&self.client, async || {
            let look = self.look().await?;
            if truth(&look) { Ok(()) } else { Err(format!("{} should be {words}, but is {look:?}", self.words())) }
        })
        .await;
    }
}
