//! From a query string to its route. Total: what cannot be understood falls to the default and is said.

use super::{Route, Tab, View};
use crate::format::split_tags;
use crate::gitlab::id_or_path::IdOrPath;
use crate::gitlab::instance::InstanceUrl;
use crate::gitlab::term::{RunnerStatus, RunnerType};
use crate::gitlab::timestamp::Timestamp;
use crate::search::{Column, Layout, RunnerSearch, Sort, Source, version_prefix};

/// How much of a value is repeated in a sentence about it, in characters.
const QUOTED: usize = 40;

impl Route {
    /// Reads a query string, with or without its question mark, and says in a sentence each what was left out. Old
    /// words and the API's are understood; [`Route::to_query`] writes ours. Of a key that may stand once, the last counts.
    pub fn parse(query: &str) -> (Self, Vec<String>) {
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut route = Self::default();
        let mut said = Vec::new();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if let Err(sentence) = route.read(&key, &value)
                && !said.contains(&sentence)
            {
                said.push(sentence);
            }
        }
        if route.runner.is_none() {
            route.tab = Tab::default();
        }
        (route, said)
    }

    fn read(&mut self, key: &str, value: &str) -> Result<(), String> {
        let word = value.trim();
        if key == "q" {
            value.clone_into(&mut self.search.text);
        }
        if word.is_empty() {
            return Ok(());
        }
        let search = &mut self.search;
        match key {
            "view" => self.view = understood(View::known(word), word, "a view")?,
            "source" => search.source = Some(understood(Source::parse(word), word, "a source")?),
            "type" => search.runner_type = Some(understood(RunnerType::known(word), word, "a runner type")?),
            "status" => understood(search.read_status(word), word, "a status")?,
            "paused" => search.paused = Some(understood(word.parse().ok(), word, "true or false")?),
            "tag" | "tag_list" => search.tags = split_tags(&(search.tags.join(",") + "," + word)),
            "version" | "version_prefix" => search.version = Some(understood(version_prefix(word), word, "a version")?),
            "sort" => search.read_order(word)?,
            "columns" => {
                let (columns, unknown) = Layout::parse_columns(word);
                self.layout.columns = columns;
                understood(unknown.is_empty().then_some(()), &unknown.join(", "), "a column")?;
            }
            "group_by" => self.layout.group_by = Some(understood(read_group(word), word, "a column to group by")?),
            "closed" => self.layout.closed = understood(word.parse().ok(), word, "true or false")?,
            "toggled" => self.layout.toggle(word),
            "any_tag" => search.any_tags = split_tags(&(search.any_tags.join(",") + "," + word)),
            "not_tag" => search.no_tags = split_tags(&(search.no_tags.join(",") + "," + word)),
            "locked" => search.locked = Some(understood(word.parse().ok(), word, "true or false")?),
            "protected" => search.protected = Some(understood(word.parse().ok(), word, "true or false")?),
            "run_untagged" => search.run_untagged = Some(understood(word.parse().ok(), word, "true or false")?),
            "busy" => search.busy = Some(understood(word.parse().ok(), word, "true or false")?),
            "platform" => search.platform = Some(word.to_owned()),
            "architecture" => search.architecture = Some(word.to_owned()),
            "older_than" => search.older_than = Some(understood(version_prefix(word), word, "a version")?),
            "unseen_days" => search.unseen_days = Some(understood(word.parse().ok(), word, "a number of days")?),
            "created_before" => search.created_before = Some(understood(day(word), word, "a day such as 2026-01-31")?),
            "never_ran" => search.never_ran = Some(understood(word.parse().ok(), word, "true or false")?),
            "through" => search.through = Some(understood(read_through(word), word, "the path of a group or project")?),
            "scope" => search.read_scope(word)?,
            "runner" => self.runner = Some(understood(word.parse().ok(), word, "a runner's id")?),
            "tab" => self.tab = understood(Tab::known(word), word, "a tab")?,
            "host" => self.host = Some(understood(host(word), word, "a host")?),
            _ => {}
        }
        Ok(())
    }
}

impl RunnerSearch {
    /// GitLab's own pages and API once said `paused`, `active` and `not_connected` here (`app/models/ci/runner.rb`).
    fn read_status(&mut self, word: &str) -> Option<()> {
        match word {
            "active" => self.paused = Some(false),
            "paused" => self.paused = Some(true),
            "not_connected" => self.status = Some(RunnerStatus::NeverContacted),
            _ => self.status = Some(RunnerStatus::known(word)?),
        }
        Some(())
    }

    /// An order, and after a comma the one among equals; none are equal by their own column.
    fn read_order(&mut self, word: &str) -> Result<(), String> {
        let (first, second) = word.split_once(',').unwrap_or((word, ""));
        let read = |word: &str| understood(Sort::parse(word), word, "an order");
        (self.sort, self.then) = (Some(read(first)?), None);
        if !second.is_empty() {
            let second = read(second)?;
            self.then = self.sort.is_none_or(|sort| sort.key != second.key).then_some(second);
        }
        Ok(())
    }

    /// `scope` of the API took the words of both type and status (`lib/api/ci/runners.rb`).
    fn read_scope(&mut self, word: &str) -> Result<(), String> {
        match word {
            "shared" => self.runner_type = Some(RunnerType::Instance),
            "specific" => {
                let both = "\u{201c}specific\u{201d} means group and project runners together";
                return Err(format!("{both}. No filter says that, so it was left out."));
            }
            _ => match RunnerType::known(word) {
                Some(kind) => self.runner_type = Some(kind),
                None => understood(self.read_status(word), word, "a scope")?,
            },
        }
        Ok(())
    }
}

fn read_group(word: &str) -> Option<Column> {
    Column::known(word).filter(|column| Column::GROUPS.contains(column))
}

/// A way to a runner: a group or project by its path, as runners name it, or the instance.
fn read_through(word: &str) -> Option<Source> {
    let is_named = |source: &Source| matches!(source.chosen(), Some(IdOrPath::Path(_)));
    Source::parse(word).filter(|source| *source == Source::Instance || is_named(source))
}

/// `2026-01-31`.
fn day(word: &str) -> Option<String> {
    // A day that its month does not have is read as one of the next month.
    let is_day = Timestamp::parse(word).is_some_and(|at| at.to_iso().starts_with(word));
    (word.len() == 10 && is_day).then(|| word.to_owned())
}

/// Host, port and relative root. The scheme is no part of it: loopback has http, all others https.
fn host(word: &str) -> Option<String> {
    let is_bare = !word.contains("://");
    is_bare.then(|| InstanceUrl::parse(word).ok()).flatten().map(|instance| instance.host().to_owned())
}

fn understood<T>(value: Option<T>, word: &str, what: &str) -> Result<T, String> {
    value.ok_or_else(|| {
        let mut quoted: String = word.chars().take(QUOTED).collect();
        if quoted.len() < word.len() {
            quoted.push('\u{2026}');
        }
        format!("\u{201c}{quoted}\u{201d} is not {what}, it was left out.")
    })
}

#[cfg(test)]
mod tests;
