//! Saved views as JSON: kept so in the browser, exported and imported so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use super::{MOST, Refused, SavedView, SavedViews};
use crate::search::Density;

/// What this page writes, and the only thing it reads.
const VERSION: u64 = 1;
/// How much of a key is repeated in a sentence about it, in characters.
const QUOTED: usize = 40;

#[derive(Serialize)]
struct Written<'a> {
    version: u64,
    views: &'a [SavedView],
}

/// Read first, whatever else is there: a later page may have added something.
#[derive(Deserialize)]
struct Versioned {
    version: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "version")]
    _version: u64,
    views: Vec<BTreeMap<String, String>>,
}

impl SavedViews {
    /// Writes them.
    pub fn to_json(&self) -> String {
        let written = Written { version: VERSION, views: self.all() };
        serde_json::to_string_pretty(&written).unwrap_or_default()
    }

    /// Reads them: all or nothing.
    ///
    /// # Errors
    /// What is wrong with the text, in words that repeat none of its values but the name of a view.
    pub fn from_json(text: &str) -> Result<Self, Refused> {
        let text = text.trim_start_matches('\u{feff}');
        let Versioned { version } = serde_json::from_str(text).map_err(|error| refused(&error))?;
        if version != VERSION {
            return Err(if version > VERSION { Refused::Newer(version) } else { Refused::NotViews });
        }
        let read: Read = serde_json::from_str(text).map_err(|error| refused(&error))?;
        if read.views.len() > MOST {
            return Err(Refused::Full);
        }
        let mut views = Self::default();
        for (index, keys) in read.views.iter().enumerate() {
            let view = view_of(index + 1, keys)?;
            if views.has(view.name()) {
                return Err(Refused::Twice(view.name().to_owned()));
            }
            views.put(view)?;
        }
        Ok(views)
    }
}

fn view_of(number: usize, keys: &BTreeMap<String, String>) -> Result<SavedView, Refused> {
    if let Some(key) = keys.keys().find(|key| !matches!(key.as_str(), "name" | "query" | "density")) {
        return Err(Refused::UnknownKey(number, key.chars().take(QUOTED).collect()));
    }
    let value = |key| keys.get(key).ok_or(Refused::Missing(number, key));
    let density = match keys.get("density") {
        None => Density::default(),
        Some(word) => Density::known(word).ok_or(Refused::Missing(number, "density that is known here"))?,
    };
    SavedView::new(value("name")?, value("query")?, density).map_err(|why| Refused::Bad(number, Box::new(why)))
}

/// The reader's own words would repeat what stands in the file.
fn refused(error: &serde_json::Error) -> Refused {
    match error.classify() {
        Category::Data => Refused::NotViews,
        Category::Syntax | Category::Eof | Category::Io => Refused::NotJson,
    }
}
