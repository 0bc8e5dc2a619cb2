//! The saved views of this browser, shared by its tabs. They hold no secret and are of no connection.

use leptos::prelude::*;

use crate::browser::storage::{self, Keep};
use crate::saved_views::{Refused, SavedView, SavedViews};

/// The one key under which they are kept.
const KEY: &str = "runnerboard.views";
/// Where something goes that stood there and cannot be read, so that it is not lost.
const ASIDE: &str = "runnerboard.views.unreadable";

/// The saved views, for the runners screen.
#[derive(Clone, Copy)]
pub struct SavedViewsState(RwSignal<SavedViews>);

impl SavedViewsState {
    /// Reads them, and again whenever another tab changes them.
    pub fn new() -> Self {
        let views = RwSignal::new(kept());
        StoredValue::new_local(storage::on_change(move || {
            let _ = views.try_set(kept());
        }));
        Self(views)
    }

    /// Every one, tracked.
    pub fn all(&self) -> Vec<SavedView> {
        self.0.with(|views| views.all().to_vec())
    }

    /// Looks at them as they are now, whatever another tab did a moment ago.
    pub fn with_kept<T>(look: impl FnOnce(&SavedViews) -> T) -> T {
        look(&kept())
    }

    /// Changes them as they are now, and keeps that.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn change(&self, change: impl FnOnce(&mut SavedViews) -> Result<(), Refused>) -> Result<(), Refused> {
        let mut views = kept();
        change(&mut views)?;
        if !storage::set(Keep::Device, KEY, &views.to_json()) {
            return Err(Refused::NotKept);
        }
        self.0.set(views);
        Ok(())
    }
}

fn kept() -> SavedViews {
    let Some(text) = storage::get(Keep::Device, KEY) else { return SavedViews::default() };
    SavedViews::from_json(&text).unwrap_or_else(|_| {
        storage::set(Keep::Device, ASIDE, &text);
        SavedViews::default()
    })
}
