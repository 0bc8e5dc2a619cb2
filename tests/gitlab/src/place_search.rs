//! What the lists of projects and groups share: looking for words, least levels, directions.

use crate::params::check::Check;
use crate::world::group::last_segment;

/// The levels that `min_access_level` takes.
const LEVELS: [i64; 7] = [5, 10, 15, 20, 30, 40, 50];

/// Reads `min_access_level`.
pub fn min_access_level(check: &mut Check) -> Option<u8> {
    let level = check.integer("min_access_level")?;
    if LEVELS.contains(&level) {
        return u8::try_from(level).ok();
    }
    check.problem("min_access_level does not have a valid value");
    None
}

/// Reads `sort`; whether it says ascending.
pub fn ascending(check: &mut Check, default: &str) -> bool {
    check.default("sort", default);
    check.word("sort", &["asc", "desc"]).as_deref() == Some("asc")
}

/// Whether a name or the last part of a path holds the words of a search.
pub fn matches(search: &str, name: &str, path: &str) -> bool {
    let search = search.to_lowercase();
    name.to_lowercase().contains(&search) || last_segment(path).to_lowercase().contains(&search)
}
